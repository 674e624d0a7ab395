import type { DayHeaderInfo, ListDayHeaderInnerInfo } from "@fullcalendar/react";
import type { Availability } from "@/api/availability";
import { m } from "@/paraglide/messages.js";
import { exceptionOn } from "@/time/closed-hours";
import { bareDateWords, type Language, longDateWords, weekdayWords } from "@/time/wording";
import { weekdayOf, weekdays } from "@/time/zone";

type Props = { info: DayHeaderInfo; hours: Availability | undefined; selected: string; language: Language };

/** A day's head in the calendar; says the exception that rules the day. */
export function DayHeading({ info, hours, selected, language }: Props) {
  if (info.inPopover) return <span className="day-name">{info.text}</span>;
  const date = info.view.calendar.formatIso(info.date, true).slice(0, 10);
  const exception = hours ? exceptionOn(date, hours) : null;
  return (
    <span
      ref={(element) => nameLink(element, dayLinkName(date, language, hours))}
      className={["day-head", info.isToday && "day-head-today", date === selected && "day-head-selected"]
        .filter(Boolean)
        .join(" ")}
    >
      <span className="day-name">{info.weekdayText}</span> <span className="day-number">{info.dayNumberText}</span>
      {exception && <span className="day-note"> {exception.label}</span>}
    </span>
  );
}

/** A day's head in the list, which has a line for the weekday and one for the date. */
export function ListHeading({
  info,
  hours,
  language,
}: Pick<Props, "hours" | "language"> & { info: ListDayHeaderInnerInfo }) {
  const date = info.view.calendar.formatIso(info.date, true).slice(0, 10);
  const exception = hours && info.level === 0 ? exceptionOn(date, hours) : null;
  return (
    <>
      <span className="first-capital day-in-list">{info.level === 0 ? info.text : bareDateWords(date, language)}</span>
      {exception && <span className="day-note">{exception.label}</span>}
    </>
  );
}

/** The calendar names these links by a date that does not contain what they show, which voice control cannot follow. */
function nameLink(element: HTMLElement | null, name: string) {
  element?.closest("[role=link]")?.setAttribute("aria-label", name);
}

/** The name of that head as a link: what it shows (the list shows the year too), then what it does. */
export function dayLinkName(date: string, language: Language, hours: Availability | undefined): string {
  const exception = hours && exceptionOn(date, hours);
  const weekday = weekdayWords(weekdays.indexOf(weekdayOf(date)), language, "short");
  return [`${weekday} ${Number(date.slice(8))}`, exception?.label, m.open_day({ date: longDateWords(date, language) })]
    .filter(Boolean)
    .join(", ");
}
