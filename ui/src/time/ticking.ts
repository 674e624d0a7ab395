import { useEffect, useState } from "react";
import { now } from "./now";

/** The present moment, renewed at every whole multiple of `everyMs`, so that all countdowns turn together. */
export function useNow(everyMs: number): number {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    let timer = 0;
    const wait = () => {
      timer = window.setTimeout(
        () => {
          setMoment(now());
          wait();
        },
        everyMs - (now() % everyMs) + 5,
      );
    };
    wait();
    return () => window.clearTimeout(timer);
  }, [everyMs]);
  return moment;
}
