// What the calendar is given to draw: appointments, and the hours that are closed behind them.
import type { EventInput } from "@fullcalendar/react";
import type { Appointment } from "@/api/appointments";
import type { Availability } from "@/api/availability";
import type { BusyTime } from "@/api/feeds";
import { closedSpans } from "@/time/closed-hours";
import { datesBetween, plusDays } from "@/time/zone";
import { type BusySpan, busyByDay } from "./busy-days";

export type View = "month" | "week" | "day" | "list";

export function appointmentEvents(appointments: readonly Appointment[], language: string, today: string): EventInput[] {
  return appointments.map((appointment) => ({
    id: appointment.id,
    start: appointment.start,
    end: appointment.end,
    title: appointment.person.name,
    color: appointment.colour,
    editable: appointment.status === "scheduled",
    extendedProps: { appointment, language, today },
  }));
}

/** The closed hours of week and day, to be shaded; `to` is the first date after the period. */
export function closedEvents(view: View, from: string, to: string, hours: Availability | undefined): EventInput[] {
  if (!hours || view === "list") return [];
  const dates = datesBetween(from, plusDays(to, -1));
  return closedSpans(dates, hours).map(({ start, end }) => ({
    start,
    end,
    display: "background",
    className: "closed",
  }));
}

/** When other calendars say the coach is busy: behind the hours of a day, or as lines of the list. */
export function busyEvents(
  view: View,
  times: readonly BusyTime[],
  dates: readonly string[],
  zone: string,
): EventInput[] {
  if (view === "list") return [...busyByDay(times, dates, zone).values()].flat().map(busyLine);
  return times.map(({ start, end, feedName }) => ({
    start,
    end,
    title: feedName,
    display: "background",
    className: "busy-elsewhere",
  }));
}

function busyLine(busy: BusySpan): EventInput {
  const { start, end, feedName } = busy;
  return {
    start,
    end,
    title: feedName,
    color: "var(--line-strong)",
    editable: false,
    interactive: false,
    extendedProps: { busy },
  };
}
