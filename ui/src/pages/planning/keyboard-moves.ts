// No calendar library moves appointments by keyboard: Alt with an arrow does, on the focused one; with Shift, up and
// down change how long it lasts.
import type { KeyboardEvent } from "react";
import type { Appointment } from "@/api/appointments";
import { dateIn, instantAt, minutesBetween, minutesIn, plusDays, plusMinutes } from "@/time/zone";
import type { Span } from "./moves";

type Placed = Pick<Appointment, "start" | "end">;
type Keys = Pick<KeyboardEvent, "key" | "altKey" | "shiftKey">;

/** Up and down by `stepMin` of elapsed time; left and right by a day at the same time of the wall clock. */
export function spanOfKey({ key, altKey, shiftKey }: Keys, at: Placed, stepMin: number, zone: string): Span | null {
  if (!altKey) return null;
  const length = minutesBetween(at.start, at.end);
  if (key === "ArrowUp" || key === "ArrowDown") {
    const by = key === "ArrowUp" ? -stepMin : stepMin;
    if (shiftKey)
      return length + by < stepMin ? null : { start: at.start, end: plusMinutes(at.end, by), resized: true };
    return { start: plusMinutes(at.start, by), end: plusMinutes(at.end, by), resized: false };
  }
  if ((key !== "ArrowLeft" && key !== "ArrowRight") || shiftKey) return null;
  return spanOnDay(plusDays(dateIn(at.start, zone), key === "ArrowLeft" ? -1 : 1), at, zone);
}

/** On another day, at the same time of the wall clock and as long. */
export function spanOnDay(date: string, at: Placed, zone: string): Span {
  const start = instantAt(date, minutesIn(at.start, zone), zone);
  return { start, end: plusMinutes(start, minutesBetween(at.start, at.end)), resized: false };
}

export const appointmentAt = (target: EventTarget | null): string | null =>
  (target as HTMLElement | null)?.closest?.<HTMLElement>("[data-appointment]")?.dataset.appointment ?? null;

/** The calendar draws a moved appointment anew; the focus goes to the new drawing. */
export function focusAppointment(id: string): void {
  window.setTimeout(() => document.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(id)}"]`)?.focus(), 60);
}
