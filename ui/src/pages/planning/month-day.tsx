import { memo } from "react";
import type { Appointment } from "@/api/appointments";
import { m } from "@/paraglide/messages.js";
import type { useTimeWords } from "@/time/civil";
import type { BusySpan } from "./busy-days";
import { MonthBusy } from "./month-busy";
import { shownOf } from "./month-days";
import { MonthLine } from "./month-line";

type Props = {
  date: string;
  /** Of the number, which leads to the day. */
  name: string;
  appointments: readonly Appointment[] | undefined;
  busy: readonly BusySpan[] | undefined;
  /** How many lines there is room for. */
  fits: number;
  exception: string | undefined;
  /** Class names for what kind of day it is. */
  marks: string;
  isToday: boolean;
  words: ReturnType<typeof useTimeWords>;
};

const none: readonly Appointment[] = [];

/** One day of the month. Handlers are the grid's: what was meant is read from the data attributes. */
export const MonthDay = memo(function MonthDay({
  date,
  name,
  appointments = none,
  busy,
  fits,
  exception,
  ...look
}: Props) {
  const { marks, isToday, words } = look;
  const fitting = shownOf(appointments.length, fits);
  const shown = appointments.slice(0, fitting.shown);
  const said = words.date(date);
  const more = fitting.rest && (
    <More date={date} said={said} count={appointments.length - fitting.shown} short={fitting.rest === "head"} />
  );
  const roomy = appointments.length < fits;
  const elsewhere = busy && <MonthBusy spans={busy} roomy={roomy} words={words} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's own elements cannot share out the height of the window
    <div role="cell" className={`month-day ${marks}`} data-date={date}>
      <div className="month-top">
        <button
          type="button"
          className="month-number"
          data-day={date}
          aria-label={name}
          aria-current={isToday ? "date" : undefined}
        >
          {Number(date.slice(8))}
        </button>
        {fitting.rest === "head" && more}
        {exception && <span className="day-note">{exception}</span>}
        {!roomy && elsewhere}
      </div>
      {shown.length > 0 && (
        <ul className="month-lines">
          {shown.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: another day in the same elements takes half as long to draw
            <li key={place}>
              <MonthLine appointment={one} time={words.shortTime(one.start)} date={said} />
            </li>
          ))}
        </ul>
      )}
      {fitting.rest === "line" && more}
      {roomy && elsewhere}
    </div>
  );
});

type MoreProps = { date: string; said: string; count: number; short: boolean };

function More({ date, said, count, short }: MoreProps) {
  return (
    <button
      type="button"
      className={short ? "month-more month-more-short" : "month-more"}
      data-more={date}
      aria-haspopup="dialog"
      aria-label={m.calendar_more_on({ count, date: said })}
    >
      {short ? m.calendar_more_short({ count }) : m.calendar_more({ count })}
    </button>
  );
}
