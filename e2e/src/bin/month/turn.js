const [name] = arguments;
const button = document.querySelector(`[aria-label="${name}"]`);
const shown = () => [...document.querySelectorAll("[data-appointment]")].map((one) => one.dataset.appointment).join();
const before = shown();
/** The frame that follows is painted when the one after it begins. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const since = (start) => performance.now() - start;

return (async () => {
  const start = performance.now();
  button.click();
  // Most often nothing is waited for: the months beside the one shown were read before.
  while (shown() === before || shown() === "") {
    if (since(start) > 5000) return "nothing else was drawn in five seconds";
    await new Promise(requestAnimationFrame);
  }
  const drawn = since(start);
  document.body.getBoundingClientRect();
  const laidOut = since(start);
  await painted();
  return [drawn, laidOut, since(start)];
})();
