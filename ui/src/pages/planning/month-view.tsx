// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot share out the height of the window
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and heads of a table that is read, not a grid one moves in
// A month of days. Our own: drawn in one pass, because it knows how high a line is and so how many of them fit before
// anything is drawn. Leaves out what lasts several days: an appointment stands on the day it begins.
import { type CSSProperties, type MouseEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Appointment } from "@/api/appointments";
import type { Availability } from "@/api/availability";
import type { BusyTime } from "@/api/feeds";
import type { BookingStart } from "@/components/windows";
import { useCivil, useTimeWords } from "@/time/civil";
import { exceptionOn, rangesOn } from "@/time/closed-hours";
import { wholeWeeksOf } from "@/time/month";
import { useToday } from "@/time/today";
import { type Weekday, weekdays } from "@/time/zone";
import { busyByDay } from "./busy-days";
import { dayLinkName } from "./day-heading";
import "./month.css";
import { MonthDay } from "./month-day";
import { byDay } from "./month-days";
import { useMonthDrag } from "./month-drag";
import { MonthMore, type MoreAsked } from "./month-more";

type Props = {
  /** Any date of the month. */
  inside: string;
  selected: string;
  appointments: readonly Appointment[];
  hours: Availability | undefined;
  busy: readonly BusyTime[];
  onOpen: (id: string) => void;
  onPickDay: (date: string) => void;
  onOpenDay: (date: string) => void;
  onCreate: (at: BookingStart) => void;
  onDrop: (appointment: Appointment, date: string) => void;
};

export function MonthView({ inside, selected, appointments, hours, busy, onDrop, ...on }: Props) {
  const { zone, language, firstWeekday } = useCivil();
  const today = useToday();
  const words = useTimeWords(today);
  const from = weekdays.indexOf(firstWeekday);
  const month = inside.slice(0, 7);
  const weeks = useMemo(() => wholeWeeksOf(`${month}-01`, from), [month, from]);
  const days = useMemo(() => byDay(appointments, weeks.flat(), zone), [appointments, weeks, zone]);
  const elsewhere = useMemo(() => busyByDay(busy, weeks.flat(), zone), [busy, weeks, zone]);
  const names = useMemo(
    () => new Map(weeks.flat().map((date) => [date, dayLinkName(date, language, hours)])),
    [weeks, language, hours],
  );
  const columns = useMemo(() => columnsOf(hours, from), [hours, from]);
  const body = useRef<HTMLDivElement>(null);
  const fits = useFittingLines(body, weeks.length);
  const startDrag = useMonthDrag(appointments, onDrop);
  const [more, setMore] = useState<MoreAsked | null>(null);

  const click = (event: MouseEvent) => {
    const { appointment, day, more: rest, date } = meant(event.target as Element);
    if (appointment) on.onOpen(appointment);
    else if (day) on.onOpenDay(day);
    else if (rest) setMore(rest);
    else if (date) {
      on.onPickDay(date);
      if (event.detail === 2) on.onCreate({ day: date });
    }
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside take the keys, a click beside them chooses the day */}
      <div
        role="table"
        className="month"
        style={{ "--month-columns": columns } as CSSProperties}
        aria-label={words.month(inside)}
        onClick={click}
        onPointerDown={startDrag}
      >
        <div role="row" className="month-head">
          {weekdays.map((name, index) => (
            <div key={name} role="columnheader" className="month-weekday">
              <span className="weekday-long">{words.weekday((from + index) % 7)}</span>
              <span className="weekday-short">{words.weekday((from + index) % 7, "short")}</span>
            </div>
          ))}
        </div>
        <div
          ref={body}
          role="rowgroup"
          className="month-body"
          style={{ gridTemplateRows: `repeat(${weeks.length}, minmax(0, 1fr))` }}
        >
          {weeks.map((week, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: another month in the same elements takes half as long to draw
            <div key={row} role="row" className="month-week">
              {week.map((date, column) => (
                <MonthDay
                  key={weekdays[column]}
                  date={date}
                  name={names.get(date) ?? date}
                  appointments={days.get(date)}
                  busy={elsewhere.get(date)}
                  fits={fits}
                  exception={hours && exceptionOn(date, hours)?.label}
                  marks={marksOf(date, { month, selected, hours })}
                  isToday={date === today}
                  words={words}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      {more && (
        <MonthMore
          asked={more}
          appointments={days.get(more.date) ?? []}
          onOpen={on.onOpen}
          onClose={() => setMore(null)}
        />
      )}
    </>
  );
}

/** What of a click's target says what it means. */
function meant(target: Element) {
  const of = (name: string) => target.closest<HTMLElement>(`.month [data-${name}]`);
  const more = of("more");
  return {
    appointment: of("appointment")?.dataset.appointment,
    day: of("day")?.dataset.day,
    more: more?.dataset.more ? { date: more.dataset.more, button: more } : null,
    date: of("date")?.dataset.date,
  };
}

/** Weekdays that are always closed need less room, which the names of the others can use. */
function columnsOf(hours: Availability | undefined, from: number): string {
  const inOrder = weekdays.map((_, column) => weekdays[(from + column) % 7] as Weekday);
  const open = inOrder.map((day) => !hours || hours.weekly[day].length > 0);
  const even = !open.includes(true);
  return open.map((one) => `minmax(0, ${one || even ? 1 : 0.62}fr)`).join(" ");
}

type Look = { month: string; selected: string; hours: Availability | undefined };

function marksOf(date: string, { month, selected, hours }: Look): string {
  const other = date.slice(0, 7) !== month;
  const closed = hours !== undefined && rangesOn(date, hours).length === 0;
  const marks = [
    other && "month-other",
    (closed || other) && "day-closed",
    date === selected && "day-selected",
    hours && exceptionOn(date, hours) && "day-exception",
  ];
  return marks.filter(Boolean).join(" ");
}

/** As `month.css` draws them, in pixels: a day's head with its border, and a line with the space under it. */
const headHeight = 33;
const lineHeight = 25;

/** How many lines a day has room for; measured before the first painting and when the window changes. */
function useFittingLines(body: RefObject<HTMLElement | null>, weeks: number): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const measure = () => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [body]);
  return Math.max(1, Math.floor((height / weeks - headHeight) / lineHeight));
}
