/* A form that takes a while says so, and is not sent twice. */

for (const form of document.querySelectorAll("form[data-wait]")) {
  const button = form.querySelector("button[type=submit]");
  const place = form.querySelector("[role=status]");
  form.addEventListener("submit", () => {
    place.textContent = form.dataset.wait;
    // After this event, or the form would not be sent.
    window.setTimeout(() => { button.disabled = true; }, 0);
  });
  window.addEventListener("pageshow", () => {
    place.textContent = "";
    button.disabled = false;
  });
}
