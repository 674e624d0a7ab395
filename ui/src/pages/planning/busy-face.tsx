import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import type { BusySpan } from "./busy-days";

/** A busy time of another calendar as a line of the list. */
export function BusyFace({ busy: { start, end, allDay, feedName } }: { busy: BusySpan }) {
  // A list says hours, never dates: which day is today changes nothing.
  const words = useTimeWords("");
  return (
    <div className="appt-face appt-line appt-list">
      <span className="appt-time figures">{allDay ? m.all_day() : words.range(start, end)}</span>
      <span className="appt-name">{m.busy_elsewhere({ name: feedName })}</span>
    </div>
  );
}
