// How the planning counts and filters: by status, but what is over and still "scheduled" stands apart, to be closed.
import type { Appointment } from "@/api/appointments";

export type Standing = "upcoming" | "to_close" | "completed" | "no_show" | "cancelled";
export const standings: readonly Standing[] = ["upcoming", "to_close", "completed", "no_show", "cancelled"];
/** Cancelled appointments stay hidden until asked for. */
export const shownAtFirst: readonly Standing[] = ["upcoming", "to_close", "completed", "no_show"];

export function standingOf(appointment: Pick<Appointment, "status" | "end">, nowMs: number): Standing {
  if (appointment.status !== "scheduled") return appointment.status;
  return Date.parse(appointment.end) > nowMs ? "upcoming" : "to_close";
}

export function countStandings(appointments: readonly Pick<Appointment, "status" | "end">[], nowMs: number) {
  const counts: Record<Standing, number> = { upcoming: 0, to_close: 0, completed: 0, no_show: 0, cancelled: 0 };
  for (const appointment of appointments) counts[standingOf(appointment, nowMs)] += 1;
  return counts;
}

/** The first that has some of that time. Half-open: what ends when the other begins does not overlap. */
export function overlapping<Of extends Pick<Appointment, "status" | "start" | "end">>(
  appointments: readonly Of[],
  start: string,
  minutes = 1,
): Of | undefined {
  const from = Date.parse(start);
  const to = from + minutes * 60_000;
  return appointments.find(
    (one) => one.status === "scheduled" && Date.parse(one.start) < to && from < Date.parse(one.end),
  );
}
