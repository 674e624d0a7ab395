// Single keys of the planning, in both languages' initials; never while typing, in a dialog or on an appointment.
import { useEffect, useRef } from "react";
import { isTyping } from "@/components/typing";
import type { View } from "./calendar-events";

type Keys = {
  onView: (view: View) => void;
  onToday: () => void;
  onTurn: (by: -1 | 1) => void;
  /** The chosen day moves by so many days. */
  onDay: (days: number) => void;
  onBook: () => void;
};

const views: Record<string, View> = { m: "month", s: "week", w: "week", j: "day", d: "day", l: "list" };
const days: Record<string, number> = { arrowleft: -1, arrowright: 1, arrowup: -7, arrowdown: 7 };

function actionOf(key: string, shift: boolean, on: Keys): (() => void) | null {
  const by = days[key];
  if (by) {
    if (shift) return () => on.onDay(by);
    return Math.abs(by) === 1 ? () => on.onTurn(by as -1 | 1) : null;
  }
  const view = views[key];
  if (shift) return null;
  if (view) return () => on.onView(view);
  if (key === "n") return on.onBook;
  return key === "a" || key === "t" ? on.onToday : null;
}

export function usePlanningKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (isTyping(target) || target.closest("[role=menu], [role=dialog]")) return;
      if (document.querySelector("[role=dialog][aria-modal=true]")) return;
      const key = event.key.toLowerCase();
      if (key.startsWith("arrow") && target.closest("[data-appointment], [role=radiogroup]")) return;
      const action = actionOf(key, event.shiftKey, latest.current);
      if (!action) return;
      event.preventDefault();
      action();
    };
    // Before the keys of every page: N books on the chosen day here.
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, []);
}
