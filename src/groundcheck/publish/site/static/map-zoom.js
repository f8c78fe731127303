/* Zoom and movement of all drawings on the page together, by buttons, wheel, keys and pointer. */

const CLOSEST = 16;

/** Makes the canvases zoom; the buttons are those with `data-zoom` in `root`. */
export function zooming(canvases, root) {
  const drawings = canvases.map((canvas) => canvas.querySelector("svg"));
  const [, , wide, high] = drawings[0].getAttribute("viewBox").split(" ").map(Number);
  const letters = drawings.map((svg) => [...svg.querySelectorAll("text")].map(
    (text) => [text, Number(text.getAttribute("font-size"))],
  ));
  let scale = 1, x = 0, y = 0;

  function show() {
    x = Math.min(Math.max(x, 0), wide - wide / scale);
    y = Math.min(Math.max(y, 0), high - high / scale);
    drawings.forEach((svg, number) => {
      svg.setAttribute("viewBox", `${x} ${y} ${wide / scale} ${high / scale}`);
      for (const [text, size] of letters[number]) text.setAttribute("font-size", size / scale);
      canvases[number].classList.toggle("zoomed", scale > 1);
    });
  }

  /** Zooms by a factor and leaves where it is what lies at a part (0 to 1) of the drawing. */
  function zoom(factor, across = 0.5, down = 0.5) {
    const was = scale;
    scale = Math.min(Math.max(scale * factor, 1), CLOSEST);
    x += across * (wide / was - wide / scale);
    y += down * (high / was - high / scale);
    show();
  }

  function move(right, down) {
    x += right * wide / scale;
    y += down * high / scale;
    show();
  }

  const acts = { in: () => zoom(1.6), out: () => zoom(1 / 1.6), all: () => zoom(0) };
  const keys = {
    "+": acts.in, "=": acts.in, "-": acts.out, "0": acts.all,
    ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0),
    ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
  };
  for (const button of root.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", acts[button.dataset.zoom]);
  }
  for (const canvas of canvases) {
    canvas.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      // Not zoomed in there is nowhere to go, and the page may scroll.
      if (event.key.startsWith("Arrow") && scale === 1) return;
      event.preventDefault();
      act();
    });
    canvas.addEventListener("wheel", (event) => {
      // A page must scroll past a map that nobody has turned to.
      if (!event.ctrlKey && document.activeElement !== canvas) return;
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      const [across, down] = [event.clientX - box.left, event.clientY - box.top];
      zoom(2 ** (-event.deltaY / 240), across / box.width, down / box.height);
    }, { passive: false });
    dragging(canvas, () => scale > 1, move);
  }
}

function dragging(canvas, may, move) {
  let from = null;
  canvas.addEventListener("pointerdown", (event) => {
    if (!may() || event.button) return;
    from = [event.clientX, event.clientY];
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!from) return;
    const box = canvas.getBoundingClientRect();
    move((from[0] - event.clientX) / box.width, (from[1] - event.clientY) / box.height);
    from = [event.clientX, event.clientY];
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => { from = null; });
  }
}
