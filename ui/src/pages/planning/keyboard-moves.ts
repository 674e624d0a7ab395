// No calendar library moves appointments by keyboard: Alt with an arrow does, on the focused one.
import type { KeyboardEvent } from "react";
import type { Appointment } from "@/api/appointments";
import { dateIn, instantAt, minutesBetween, minutesIn, plusDays, plusMinutes } from "@/time/zone";
import type { Move } from "./moves";

/** Up and down by `stepMin` of elapsed time; left and right by a day at the same time of the wall clock. */
export function movedBy(key: string, appointment: Appointment, stepMin: number, zone: string): string | null {
  const { start } = appointment;
  if (key === "ArrowUp") return plusMinutes(start, -stepMin);
  if (key === "ArrowDown") return plusMinutes(start, stepMin);
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  return instantAt(plusDays(dateIn(start, zone), key === "ArrowLeft" ? -1 : 1), minutesIn(start, zone), zone);
}

export function moveOfKey(
  event: KeyboardEvent,
  appointments: readonly Appointment[],
  stepMin: number,
  zone: string,
): Move | null {
  if (!event.altKey) return null;
  const id = (event.target as HTMLElement).closest<HTMLElement>("[data-appointment]")?.dataset.appointment;
  const appointment = appointments.find((one) => one.id === id);
  if (appointment?.status !== "scheduled") return null;
  const start = movedBy(event.key, appointment, stepMin, zone);
  if (!start) return null;
  event.preventDefault();
  const end = plusMinutes(start, minutesBetween(appointment.start, appointment.end));
  return { appointment, start, end, resized: false, revert: () => undefined };
}

/** The calendar draws a moved appointment anew; the focus goes to the new drawing. */
export function focusAppointment(id: string): void {
  window.setTimeout(() => document.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(id)}"]`)?.focus(), 60);
}
