/* The map's slider: another day without another page. All that it changes the server has drawn. */

import { figures, inWords, monthsOn, toDay, toNumber } from "./map-figures.js";
import { shapes } from "./map-shapes.js";
import { zooming } from "./map-zoom.js";

const root = document.getElementById("map");
const slider = document.getElementById("slider");
const play = root.querySelector("[data-play]");
const readout = root.querySelector("[data-readout]");
const canvases = [...root.querySelectorAll(".canvas")];
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const first = toNumber(root.dataset.first);
const last = toNumber(root.dataset.last);
const name = document.querySelector("[data-row] th").textContent;

let day = toNumber(root.dataset.day);
let layers = [];
let spoken = null;
let timer = 0;
let settling = 0;

async function load(link) {
  const of = Number(link.dataset.layer);
  const [topology, measured] = await Promise.all(
    [link.dataset.history, link.dataset.figures].map(async (address) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    }),
  );
  const drawn = [...root.querySelectorAll(`[data-ground^="${of} "]`)];
  const frame = Object.fromEntries(
    Object.entries(drawn[0].closest("svg").dataset).map(([key, value]) => [key, Number(value)]),
  );
  const { path } = shapes(topology, link.dataset.holder, frame);
  return { of, path, drawn, canvas: drawn[0].closest(".canvas"), figures: figures(measured) };
}

function draw() {
  for (const canvas of canvases) {
    const within = layers.filter((layer) => layer.canvas === canvas);
    // Beside a map that is not there everything would be held on the other one alone.
    const mute = within.some((layer) => layer.figures.mapDay(day) === null);
    canvas.classList.toggle("mute", mute);
    for (const layer of within) paint(layer, mute ? null : layer.figures.mapDay(day));
  }
  for (const layer of layers) tell(layer);
}

function paint(layer, mapDay) {
  if (mapDay === layer.painted) return;
  layer.painted = mapDay;
  for (const ground of layer.drawn) {
    ground.setAttribute("d", layer.path(mapDay, ground.dataset.ground.split(" ")[1]));
  }
}

function tell(layer) {
  const mapDay = layer.figures.mapDay(day);
  if (mapDay === layer.told) return;
  layer.told = mapDay;
  const words = mapDay ? `map of ${inWords(mapDay)}` : "no map speaks for this day";
  root.querySelector(`[data-map-day="${layer.of}"]`).textContent = words;
  for (const cell of document.querySelectorAll(`[data-cell^="${layer.of} "]`)) {
    const [, id, what] = cell.dataset.cell.split(" ");
    cell.textContent = layer.figures.row(id, day)[what];
  }
}

function show(number) {
  day = Math.min(Math.max(number, first), last);
  draw();
  const iso = toDay(day);
  slider.value = day - first;
  slider.setAttribute("aria-valuetext", inWords(iso));
  document.getElementById("day").value = iso;
  for (const time of document.querySelectorAll("time[data-day]")) {
    time.dateTime = iso;
    time.textContent = inWords(iso);
  }
  for (const link of document.querySelectorAll("a[data-query], a[data-place]")) {
    link.href = withDay(link.href, iso);
  }
  // Browsers refuse an address that changes all the time.
  clearTimeout(settling);
  settling = setTimeout(() => {
    history.replaceState(null, "", withDay(`${location.pathname}?${root.dataset.query}`, iso));
  }, 250);
  say();
}

function withDay(address, iso) {
  const [path, query] = address.split("?");
  const said = query.split("&").filter((pair) => !pair.startsWith("day="));
  return `${path}?${[...said, `day=${iso}`].join("&")}`;
}

/* The region that is pointed at or that the focus is on, else the whole. */
function say() {
  const row = document.querySelector(`[data-row="${CSS.escape(spoken ?? "")}"]`)
    ?? document.querySelector("[data-row]");
  const told = layers.map((layer) => {
    const { share, wide } = layer.figures.row(row.dataset.row, day);
    if (layer.figures.mapDay(day) === null) return `${layer.figures.maker}: no map`;
    if (share === "–") return `${layer.figures.maker}: no total`;
    return `${layer.figures.maker}: ${share}% held${wide === "–" ? "" : `, ${wide}% with contested`}`;
  });
  const called = row.querySelector("th").textContent;
  readout.textContent = [`${called || name}, ${inWords(toDay(day))}`, ...told].join(" · ");
}

function light(id) {
  spoken = id;
  for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
  if (id) {
    const found = `[data-line="${CSS.escape(id)}"], [data-row="${CSS.escape(id)}"]`;
    for (const each of document.querySelectorAll(found)) each.classList.add("lit");
  }
  say();
}

function stop() {
  clearInterval(timer);
  timer = 0;
  play.textContent = "Play";
  play.setAttribute("aria-pressed", "false");
}

function start() {
  if (day >= last) show(first);
  play.textContent = "Pause";
  play.setAttribute("aria-pressed", "true");
  // Who wants no motion sees a month each second, not a film.
  timer = setInterval(() => {
    const near = layers.map((layer) => layer.figures.next(day)).filter((next) => next !== null);
    const next = calm.matches ? monthsOn(day, 1) : Math.min(...near, last);
    show(next);
    if (day >= last) stop();
  }, calm.matches ? 1000 : 120);
}

function listen() {
  play.addEventListener("click", () => (timer ? stop() : start()));
  slider.addEventListener("input", () => {
    stop();
    show(first + Number(slider.value));
  });
  slider.addEventListener("keydown", (event) => {
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (!months) return;
    event.preventDefault();
    stop();
    show(monthsOn(day, months));
  });
  for (const link of document.querySelectorAll("[data-place]")) {
    const row = link.closest("tr");
    link.addEventListener("focus", () => light(link.dataset.place));
    link.addEventListener("blur", () => light(null));
    row.addEventListener("pointerenter", () => light(link.dataset.place));
    row.addEventListener("pointerleave", () => light(null));
  }
  for (const region of root.querySelectorAll("[data-region]")) {
    region.addEventListener("pointerenter", () => light(region.dataset.region));
    region.addEventListener("pointerleave", () => light(null));
  }
}

zooming(canvases, root);
slider.disabled = play.disabled = true;
try {
  layers = await Promise.all([...root.querySelectorAll("[data-layer]")].map(load));
  listen();
  say();
  slider.disabled = play.disabled = false;
  root.dataset.ready = "";
} catch (problem) {
  readout.textContent = `The other days could not be loaded (${problem.message}).`;
}
