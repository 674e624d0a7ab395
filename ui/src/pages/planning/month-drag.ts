// Dragging an appointment of the month to another day: a copy follows the pointer, the day under it is marked. Escape lets
// go of it. Written on the elements themselves, so that a move of the pointer draws nothing anew. Touch scrolls instead.
import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from "react";
import type { Appointment } from "@/api/appointments";
import { appointmentAt } from "./keyboard-moves";

type Drop = (appointment: Appointment, date: string) => void;
/** A shorter way is a click with an unsteady hand. */
const least = 6;

const dayUnder = (x: number, y: number) => document.elementFromPoint(x, y)?.closest<HTMLElement>(".month-day") ?? null;

export function useMonthDrag(appointments: readonly Appointment[], onDrop: Drop) {
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return (event: ReactPointerEvent) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const line = (event.target as Element).closest<HTMLElement>("[data-appointment]");
    const appointment = appointments.find(({ id }) => id === appointmentAt(line));
    if (line && appointment?.status === "scheduled") stop.current = follow(event, line, appointment, onDrop);
  };
}

/** Follows the pointer until it is let go. Answers how to stop before. */
function follow(event: ReactPointerEvent, line: HTMLElement, appointment: Appointment, onDrop: Drop): () => void {
  const [x, y] = [event.clientX, event.clientY];
  const home = line.closest(".month-day");
  let copy: HTMLElement | null = null;
  let over: HTMLElement | null = null;

  const move = (at: PointerEvent) => {
    if (!copy && Math.hypot(at.clientX - x, at.clientY - y) < least) return;
    copy ??= lift(line);
    copy.style.transform = `translate(${at.clientX - x}px, ${at.clientY - y}px)`;
    const day = dayUnder(at.clientX, at.clientY);
    if (day === over) return;
    over?.removeAttribute("data-over");
    over = day;
    if (day !== home) day?.setAttribute("data-over", "");
  };
  const end = () => {
    for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
    over?.removeAttribute("data-over");
    line.removeAttribute("data-lifted");
    copy?.remove();
  };
  const up = () => {
    const date = over !== home ? over?.dataset.date : undefined;
    if (copy) swallowClick();
    end();
    if (copy && date) onDrop(appointment, date);
  };
  const key = (pressed: KeyboardEvent) => {
    if (pressed.key !== "Escape" || !copy) return;
    pressed.stopPropagation();
    end();
    window.addEventListener("pointerup", swallowClick, { capture: true, once: true });
  };
  const listeners = [
    ["pointermove", move],
    ["pointerup", up],
    ["pointercancel", end],
    ["keydown", key],
  ] as [string, EventListener][];
  for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
  return end;
}

function lift(line: HTMLElement): HTMLElement {
  const { left, top, width, height } = line.getBoundingClientRect();
  const copy = line.cloneNode(true) as HTMLElement;
  copy.removeAttribute("data-appointment");
  copy.setAttribute("aria-hidden", "true");
  copy.classList.add("month-copy");
  Object.assign(copy.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  document.body.append(copy);
  line.setAttribute("data-lifted", "");
  return copy;
}

/** Letting go is a click for the browser, and would choose the day or open the appointment. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  window.setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}
