// How a busy time of another calendar is told.
import { m } from "@/paraglide/messages.js";
import type { useTimeWords } from "@/time/civil";
import type { BusySpan } from "./busy-days";

type Words = ReturnType<typeof useTimeWords>;

/** "Pris ailleurs, 10:00 – 11:00 : Perso" */
export function busyNamed({ start, end, allDay, feedName: name }: BusySpan, words: Pick<Words, "range">): string {
  return allDay ? m.busy_all_day_named({ name }) : m.busy_named({ time: words.range(start, end), name });
}

/** In a line of the month, for all of a day: "Pris 10:00 – 11:00", "Pris ailleurs · 3" */
export function busyShort(spans: readonly BusySpan[], words: Pick<Words, "shortRange">): string {
  const [first] = spans;
  if (!first || spans.length > 1) return m.busy_several({ count: spans.length });
  return first.allDay ? m.busy_all_day() : m.busy_at({ time: words.shortRange(first.start, first.end) });
}
