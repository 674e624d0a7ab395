const [name] = arguments;
const shown = () => [...document.querySelectorAll("[data-appointment]")].map((one) => one.dataset.appointment).join();
const before = shown();
const button = document.querySelector(`[aria-label="${name}"]`);
return new Promise((resolve) => {
  const limit = performance.now() + 5000;
  const start = performance.now();
  button.click();
  const look = () => {
    if (performance.now() > limit) return resolve("nothing else was drawn in five seconds");
    if (shown() === before || shown() === "") return requestAnimationFrame(look);
    // This frame's drawing is done when the next one begins.
    requestAnimationFrame(() => resolve(performance.now() - start));
  };
  requestAnimationFrame(look);
});
