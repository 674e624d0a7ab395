// Focus for what changes inside an open window. The button that led on is gone, its focus with it, and without a focus
// inside the window neither Escape nor Tab would go where a person expects.
import { useEffect, useRef } from "react";

const focusable = "input:not([disabled]), textarea:not([disabled]), button:not([disabled]), [tabindex='0']";

/** For new content: takes the focus if nothing has it, where `data-autofocus` says or first possible. */
export function useKeptFocus<T extends HTMLElement>() {
  const place = useRef<T>(null);
  useEffect(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const wanted = place.current?.querySelector<HTMLElement>("[data-autofocus]");
    (wanted ?? place.current?.querySelector<HTMLElement>(focusable))?.focus();
  }, []);
  return place;
}
