// Single keys of the planning, in both languages' initials; never while typing, in a dialog or on an appointment.
import { useEffect, useRef } from "react";
import type { View } from "./calendar-events";

type Keys = { onView: (view: View) => void; onToday: () => void; onPrevious: () => void; onNext: () => void };

const views: Record<string, View> = { m: "month", s: "week", w: "week", j: "day", d: "day", l: "list" };

export function usePlanningKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, [role=radiogroup], [data-appointment]")) return;
      if (document.querySelector("[role=dialog][aria-modal=true]")) return;
      const key = event.key.toLowerCase();
      const view = views[key];
      if (view) latest.current.onView(view);
      else if (key === "a" || key === "t") latest.current.onToday();
      else if (key === "arrowleft") latest.current.onPrevious();
      else if (key === "arrowright") latest.current.onNext();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
