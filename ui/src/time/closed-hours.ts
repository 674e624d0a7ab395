// What of each date is NOT open, to be shaded: weekly hours, unless an exception covers the date.
import { minutesText } from "./minutes";
import { plusDays, type Weekday, weekdayOf } from "./zone";

type Range = { startMin: number; endMin: number };
export type OpeningHours = {
  weekly: Record<Weekday, Range[]>;
  exceptions: { from: string; to: string; label: string; ranges: Range[] }[];
};
/** Civil texts without zone: "2026-11-24T09:00". */
export type ClosedSpan = { start: string; end: string };

export function exceptionOn<E extends { from: string; to: string }>(
  date: string,
  hours: { exceptions: E[] },
): E | null {
  return hours.exceptions.find((exception) => exception.from <= date && date <= exception.to) ?? null;
}

export function rangesOn(date: string, hours: OpeningHours): Range[] {
  return (exceptionOn(date, hours)?.ranges ?? hours.weekly[weekdayOf(date)] ?? []).toSorted(
    (a, b) => a.startMin - b.startMin,
  );
}

export function closedSpans(dates: readonly string[], hours: OpeningHours): ClosedSpan[] {
  return dates.flatMap((date) => {
    const spans: ClosedSpan[] = [];
    let closedFrom = 0;
    for (const range of rangesOn(date, hours)) {
      if (range.startMin > closedFrom) spans.push(span(date, closedFrom, range.startMin));
      closedFrom = Math.max(closedFrom, range.endMin);
    }
    if (closedFrom < 1440) spans.push(span(date, closedFrom, 1440));
    return spans;
  });
}

function span(date: string, from: number, to: number): ClosedSpan {
  const at = (minutes: number) => (minutes === 1440 ? `${plusDays(date, 1)}T00:00` : `${date}T${minutesText(minutes)}`);
  return { start: at(from), end: at(to) };
}
