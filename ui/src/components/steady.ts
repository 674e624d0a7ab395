import { useCallback, useRef } from "react";

/** One function for as long as a component lives, which calls the latest `call`: who is given it need not be drawn anew. */
export function useSteady<Given extends unknown[]>(call: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(call);
  latest.current = call;
  return useCallback((...given) => latest.current(...given), []);
}
