/* A report's words and its cards: what belongs to one claim lights up together, and the keys
   j and k go from claim to claim while the focus is in the text or in a card. */

const report = document.querySelector(".report");
const parts = new Map();

function of(number) {
  if (!parts.has(number)) parts.set(number, []);
  return parts.get(number);
}

for (const stretch of report.querySelectorAll("[data-of]")) {
  for (const number of stretch.dataset.of.split(" ")) of(number).push(stretch);
}
for (const link of report.querySelectorAll("a.no")) of(link.id.slice("words-".length)).push(link);
for (const card of document.querySelectorAll(".card[id]")) of(card.id.slice("claim-".length)).push(card);

function numbers(element) {
  const link = element.closest("a.no");
  if (link) return [link.id.slice("words-".length)];
  const card = element.closest(".card[id]");
  if (card) return [card.id.slice("claim-".length)];
  const stretch = element.closest(".report [data-of]");
  return stretch ? stretch.dataset.of.split(" ") : [];
}

let lit = [];

function light(element) {
  const wanted = element instanceof Element ? numbers(element).flatMap(of) : [];
  for (const each of lit) each.classList.remove("lit");
  for (const each of wanted) each.classList.add("lit");
  lit = wanted;
}

document.addEventListener("pointerover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));

/* From the words one goes to the words of the next claim, from a card to the next card. */
function step(from, forward) {
  const inText = from.closest(".report, article") !== null;
  const stops = Array.from(document.querySelectorAll(inText ? ".report a.no" : ".card[id] h3 a"));
  const own = inText ? from.closest("a.no") : from.closest(".card")?.querySelector("h3 a");
  const at = stops.indexOf(own);
  const next = at < 0 ? (forward ? 0 : stops.length - 1) : at + (forward ? 1 : -1);
  stops[next]?.focus();
}

document.addEventListener("keydown", (event) => {
  const from = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || !(from instanceof Element)) return;
  if (!from.closest(".facing") || from.closest("input, textarea, select")) return;
  if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    step(from, event.key === "j");
  }
});
