/* "Copy as": what a link leads to goes on the clipboard. Where that cannot be done the link is
   followed as it is without this module. */

const LONG = 4000;

async function item(link) {
  if (link.dataset.copy === "link") return link.href;
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(answer.statusText);
  if (link.dataset.copy !== "png") return answer.text();
  return new ClipboardItem({ "image/png": await answer.blob() });
}

async function put(found) {
  if (typeof found === "string") await navigator.clipboard.writeText(found);
  else await navigator.clipboard.write([found]);
}

function tell(link, words) {
  const list = link.closest(".copying");
  let place = list.nextElementSibling;
  if (!place?.matches(".copied")) {
    place = document.createElement("p");
    place.className = "copied";
    place.setAttribute("role", "status");
    list.after(place);
  }
  place.textContent = words;
  window.setTimeout(() => { if (place.textContent === words) place.textContent = ""; }, LONG);
}

document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element && event.target.closest("a[data-copy]");
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await put(await item(link));
    tell(link, `Copied: ${link.textContent}.`);
  } catch {
    window.location.assign(link.href);
  }
});
