/* Zoom, movement and words of a timeline. A plain script, since a page opened from a disk may load
   no modules. With a server other days are drawn by it, and the address says what is shown; without
   one the picture is only made larger. Words from the picture only ever become text. */
"use strict";

(function () {
  var DAY = 86400000, WAIT = 160, LARGEST = 8;
  var KEYS = { "+": "in", "=": "in", "-": "out", "−": "out", ArrowLeft: "earlier", ArrowRight: "later", Home: "all" };
  var view = document.getElementById("timeline");
  var canvas = document.getElementById("picture");
  if (!canvas) return;
  var served = Boolean(view && view.dataset.path);
  var tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("role", "presentation");
  tip.hidden = true;

  /* Words beside a mark, in place of the browser's own, which no keyboard reaches. */

  function prepare() {
    canvas = document.getElementById("picture");
    canvas.append(tip);
    tip.hidden = true;
    canvas.querySelectorAll(".said > title").forEach(function (title) {
      title.parentNode.dataset.told = title.textContent;
      title.remove();
    });
  }

  function tell(event) {
    var mark = event.target.closest && event.target.closest(".said[data-told]");
    if (!mark || !canvas.contains(mark)) { tip.hidden = true; return; }
    tip.replaceChildren.apply(tip, mark.dataset.told.split(" · ").map(function (part) {
      var line = document.createElement("span");
      line.textContent = part;
      return line;
    }));
    tip.hidden = false;
    var box = canvas.getBoundingClientRect(), at = mark.getBoundingClientRect();
    var left = at.left + at.width / 2 - box.left - tip.offsetWidth / 2;
    var seen = Math.max(8, Math.min(left, canvas.clientWidth - tip.offsetWidth - 8));
    var above = at.top - box.top - tip.offsetHeight - 6;
    tip.style.left = seen + canvas.scrollLeft + "px";
    tip.style.top = (above > 0 ? above : at.bottom - box.top + 6) + "px";
  }

  function hide() { tip.hidden = true; }

  /* Without a server: the picture, larger or smaller. */

  var size = 1;

  function magnify(way) {
    var old = size, svg = canvas.querySelector("svg");
    if (way === "earlier" || way === "later") {
      canvas.scrollLeft += (way === "later" ? 0.5 : -0.5) * canvas.clientWidth;
      return;
    }
    size = way === "all" ? 1 : Math.min(LARGEST, Math.max(1, size * (way === "in" ? 1.5 : 1 / 1.5)));
    var middle = canvas.scrollLeft + canvas.clientWidth / 2;
    svg.style.width = size * 100 + "%";
    svg.style.minWidth = size * 44 + "rem";
    canvas.scrollLeft = middle * size / old - canvas.clientWidth / 2;
  }

  /* With a server: the days that are asked for, by the address that says so. */

  var turn = 0;

  function show(address, push) {
    var mine = ++turn, url = new URL(address, location.href);
    canvas.setAttribute("aria-busy", "true");
    return fetch(url, { headers: { Accept: "text/html" } }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    }).then(function (text) {
      if (mine !== turn) return;
      var found = new DOMParser().parseFromString(text, "text/html").getElementById("timeline");
      var focused = remembered(), scrolled = canvas.scrollLeft;
      Object.assign(view.dataset, found.dataset);
      view.replaceChildren.apply(view, Array.from(found.childNodes));
      if (push) history.pushState(null, "", url);
      prepare();
      canvas.scrollLeft = scrolled;
      if (focused) focused();
      document.getElementById("told").textContent = document.getElementById("days").textContent;
      if (push && url.hash) document.querySelector(url.hash).scrollIntoView();
    }).catch(function () {
      if (mine === turn) location.assign(url);
    });
  }

  /* What has the focus now has it again when all is drawn anew. */
  function remembered() {
    var at = document.activeElement;
    if (!view.contains(at)) return null;
    var field = at.name && at.form;
    var wanted = at.id ? "#" + at.id : at.dataset.go ? "[data-go=" + at.dataset.go + "]"
      : field ? "[name=" + at.name + "][value=" + CSS.escape(at.value) + "]" : "#picture";
    return function () {
      var again = document.querySelector(wanted) || canvas;
      again.focus({ preventScroll: true });
    };
  }

  function days() {
    return [Date.parse(view.dataset.since) / DAY, Date.parse(view.dataset.until) / DAY];
  }

  function address(since, until) {
    var url = new URL(location.href), told = url.searchParams;
    told.set("since", iso(since));
    told.set("until", iso(Math.max(since, until)));
    told.delete("page");
    url.hash = "";
    return url;
  }

  function iso(day) {
    var first = -719162, last = 2932896; // 0001-01-01 and 9999-12-31.
    return new Date(Math.min(Math.max(Math.round(day), first), last) * DAY).toISOString().slice(0, 10);
  }

  function go(way) {
    if (!served) { magnify(way); return; }
    var link = view.querySelector("[data-go=" + way + "]");
    if (link) show(link.href, true);
  }

  /* Where on the screen the days begin, how wide they are, and pixels for each of the picture's. */
  function room() {
    var svg = canvas.querySelector("svg"), data = svg.querySelector(".days").dataset;
    var scale = svg.getScreenCTM().a;
    return {
      left: svg.getBoundingClientRect().left + data.left * scale,
      width: (data.right - data.left) * scale,
      scale: scale,
    };
  }

  var wheeled = 0, waiting = 0;

  /* The wheel scrolls the page; only with Ctrl, or once the picture has the focus, does it zoom. */
  function wheel(event) {
    if (!event.ctrlKey && document.activeElement !== canvas) return;
    event.preventDefault();
    if (!served) { magnify(event.deltaY < 0 ? "in" : "out"); return; }
    wheeled += event.deltaY;
    var at = room(), part = Math.min(1, Math.max(0, (event.clientX - at.left) / at.width));
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      var now = days(), long = now[1] - now[0] + 1;
      var wanted = Math.max(1, Math.round(long * Math.pow(1.6, Math.sign(wheeled) * Math.min(4, Math.abs(wheeled) / 100))));
      var since = now[0] + part * (long - wanted);
      wheeled = 0;
      show(address(since, Math.round(since) + wanted - 1), true);
    }, WAIT);
  }

  var drag = null;

  function press(event) {
    if (!served || event.button !== 0 || event.pointerType === "touch") return;
    drag = { from: event.clientX, moved: 0, group: canvas.querySelector(".days") };
  }

  function move(event) {
    if (!drag) return;
    drag.moved = event.clientX - drag.from;
    if (Math.abs(drag.moved) < 4 || !drag.group) return;
    hide();
    drag.group.setAttribute("transform", "translate(" + drag.moved / room().scale + " 0)");
    canvas.classList.add("dragging");
  }

  function release() {
    if (!drag) return;
    var done = drag;
    drag = null;
    canvas.classList.remove("dragging");
    if (Math.abs(done.moved) < 4) return;
    dragged = true;
    var now = days(), long = now[1] - now[0] + 1;
    var by = Math.round(-done.moved / room().width * long);
    if (by) show(address(now[0] + by, now[1] + by), true);
    else done.group.removeAttribute("transform");
  }

  var dragged = false;

  function click(event) {
    // The end of a drag is no click on what lies there.
    if (dragged) { dragged = false; event.preventDefault(); return; }
    var button = event.target.closest("[data-go]");
    if (button && !button.href) { go(button.dataset.go); return; }
    var link = event.target.closest("a");
    if (!served || !link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A link within a picture has its address as an object.
    var target = new URL(link.href.baseVal || link.href, location.href);
    if (target.pathname !== new URL(view.dataset.path, location.href).pathname) return;
    event.preventDefault();
    show(target, true);
  }

  function key(event) {
    if (event.key === "Escape") { hide(); return; }
    if (event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!KEYS[event.key]) return;
    event.preventDefault();
    go(KEYS[event.key]);
  }

  function asked(form) {
    // What goes without saying is not said.
    var usual = { since: view.dataset.first, until: view.dataset.last, unit: "percent" };
    var told = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (value && value !== usual[name]) told.append(name, value);
    });
    return form.action + (told.size ? "?" + told : "");
  }

  prepare();
  document.querySelectorAll("[data-magnify]").forEach(function (bar) { bar.hidden = false; });
  document.addEventListener("pointerover", tell);
  document.addEventListener("focusin", tell);
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", key);
  document.addEventListener("click", click);
  document.addEventListener("wheel", function (event) {
    if (canvas.contains(event.target)) wheel(event);
  }, { passive: false });
  document.addEventListener("pointerdown", function (event) {
    dragged = false;
    if (canvas.contains(event.target)) press(event);
  });
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", release);
  document.addEventListener("dragstart", function (event) {
    if (canvas.contains(event.target)) event.preventDefault();
  });
  if (served) {
    document.addEventListener("change", function (event) {
      var form = event.target.form;
      if (form && view.contains(form) && event.target.type !== "date") show(asked(form), true);
    });
    document.addEventListener("submit", function (event) {
      if (!view.contains(event.target)) return;
      event.preventDefault();
      show(asked(event.target), true);
    });
    window.addEventListener("popstate", function () { show(location.href, false); });
  }
})();
