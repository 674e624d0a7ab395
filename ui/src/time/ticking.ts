import { useEffect, useState } from "react";
import { now } from "./now";

/**
 * The present moment, renewed at every whole multiple of `everyMs`, so that all countdowns turn together. Nobody reads a
 * window that is hidden: it costs nothing then, and is right at once when it is shown again.
 */
export function useNow(everyMs: number): number {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    let timer = 0;
    const wait = () => {
      timer = window.setTimeout(turn, everyMs - (now() % everyMs) + 5);
    };
    const turn = () => {
      setMoment(now());
      wait();
    };
    const shownOrHidden = () => {
      window.clearTimeout(timer);
      if (!document.hidden) turn();
    };
    if (!document.hidden) wait();
    document.addEventListener("visibilitychange", shownOrHidden);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", shownOrHidden);
    };
  }, [everyMs]);
  return moment;
}
