import { m } from "@/paraglide/messages.js";
import type { useTimeWords } from "@/time/civil";
import type { BusySpan } from "./busy-days";
import { busyNamed, busyShort } from "./busy-words";

type Props = {
  spans: readonly BusySpan[];
  /** Whether there is a line's room for it under the appointments; else it is a mark in the day's head. */
  roomy: boolean;
  words: ReturnType<typeof useTimeWords>;
};

/** What other calendars say of a day of the month. Nothing can be done with it, so it takes no key. */
export function MonthBusy({ spans, roomy, words }: Props) {
  const said = spans.map((span) => busyNamed(span, words)).join("; ");
  return (
    <p className={roomy ? "month-busy" : "month-busy month-busy-mark"} title={said}>
      <span aria-hidden>{roomy ? busyShort(spans, words) : m.busy_mark()}</span>
      <span className="unseen">{said}</span>
    </p>
  );
}
