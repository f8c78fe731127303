/* Looks through the index that the page's other scripts hand over. A plain script, since a page
   opened from a disk may load no modules. Words from the index only ever become text. */
"use strict";

var groundcheckIndex = [];

(function () {
  var STEP = 100;
  // Where each thing stands in an item of the index: see search_page.py.
  var SAID = 0, WORDS = 1, CLAIM = 2, SOURCE = 3, OUTLET = 4, KIND = 5, PLACES = 6, VERDICTS = 7,
    AROUND = 8, FIGURES = 9, MANNER = 10;
  var LOOKS = {
    "agrees": ["●", "agrees"], "disagrees": ["◆", "apart"], "depends": ["◐", "depends"],
    "more than measured": ["▲", "apart"], "less than measured": ["▼", "apart"],
    "not covered": ["○", "open"], "not checkable": ["–", "open"],
  };
  var items = [], found = [], shown = 0;
  var form, status, body, more;

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function prepared(item) {
    var names = item[PLACES].map(function (place) { return place[0]; }).concat(item[AROUND]);
    return {
      item: item,
      text: fold([item[WORDS], item[SOURCE][0], item[OUTLET][0]].concat(names).join(" ")),
      source: fold(item[SOURCE][0]),
      places: names.map(fold),
    };
  }

  function matches(each, asked) {
    var item = each.item;
    return asked.words.every(function (word) { return each.text.includes(word); })
      && (!asked.source || each.source.includes(asked.source))
      && (!asked.place || each.places.some(function (p) { return p.startsWith(asked.place); }))
      && (!asked.kind || item[KIND] === asked.kind)
      && (!asked.verdict || item[VERDICTS].includes(asked.verdict))
      && (!asked.since || (item[SAID] && item[SAID] >= asked.since))
      && (!asked.until || (item[SAID] && item[SAID] <= asked.until));
  }

  function made(name, content, attributes) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      element.setAttribute(key, attributes[key]);
    });
    [].concat(content).forEach(function (part) { element.append(part); });
    return element;
  }

  function link(pair) {
    return made("a", made("bdi", pair[0]), { href: pair[1] });
  }

  function between(parts, mark) {
    return parts.flatMap(function (part, at) { return at ? [mark, part] : [part]; });
  }

  function row(item) {
    var beside = between(item[PLACES].map(link), ", ");
    if (item[FIGURES]) beside = beside.concat(beside.length ? " · " : "", item[FIGURES]);
    var verdicts = item[VERDICTS].map(function (verdict) {
      var sign = made("span", LOOKS[verdict][0], { class: "sign", "aria-hidden": "true" });
      return made("span", made("span", [sign, " ", verdict],
        { class: "verdict " + LOOKS[verdict][1] }), { class: "by" });
    });
    var manner = item[MANNER] ? [made("b", item[MANNER], { class: "manner" }), " "] : [];
    var day = item[SAID] ? made("time", item[SAID], { datetime: item[SAID] }) : "no day";
    return made("tr", [
      made("td", day, { role: "cell", class: "day" }),
      made("td", [link(item[SOURCE]), made("span", ["in ", link(item[OUTLET])], { class: "in" })],
        { role: "cell" }),
      made("td", manner.concat(link([item[WORDS], item[CLAIM]]),
        beside.length ? made("span", beside, { class: "in" }) : []), { role: "cell", class: "said" }),
      made("td", made("mark", item[KIND], { class: item[KIND] }), { role: "cell" }),
      made("td", verdicts, { role: "cell" }),
    ], { role: "row" });
  }

  function asked() {
    var given = new FormData(form);
    return {
      words: fold(given.get("words")).split(/\s+/).filter(Boolean),
      source: fold(given.get("source").trim()),
      place: fold(given.get("place").trim()),
      kind: given.get("kind"),
      verdict: given.get("verdict"),
      since: given.get("since"),
      until: given.get("until"),
    };
  }

  function show() {
    body.append.apply(body, found.slice(shown, shown + STEP).map(function (each) {
      return row(each.item);
    }));
    shown = Math.min(found.length, shown + STEP);
    more.hidden = shown >= found.length;
  }

  function look() {
    var wanted = asked();
    found = items.filter(function (each) { return matches(each, wanted); });
    shown = 0;
    body.replaceChildren();
    show();
    status.textContent = found.length === 1 ? "1 claim found."
      : (found.length || "No") + " claims found" + (found.length ? ", the latest first." : ".");
  }

  /* The question stands in the address, so that it can be passed on. */
  function remember() {
    var told = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value) told.set(name, value); });
    window.location.hash = told.toString();
  }

  function recall() {
    var told = new URLSearchParams(window.location.hash.slice(1) || window.location.search);
    Array.from(form.elements).forEach(function (field) {
      if (field.name) field.value = told.get(field.name) || "";
    });
    look();
  }

  function soon(action) {
    var waiting = 0;
    return function () {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(action, 120);
    };
  }

  document.addEventListener("DOMContentLoaded", function () {
    form = document.getElementById("search");
    status = document.getElementById("found");
    body = document.querySelector("#results tbody");
    more = document.getElementById("more");
    items = groundcheckIndex.flat().map(prepared);
    form.addEventListener("input", soon(look));
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      remember();
      look();
    });
    form.addEventListener("reset", function () { window.setTimeout(look, 0); });
    window.addEventListener("hashchange", recall);
    more.addEventListener("click", show);
    recall();
  });
})();
