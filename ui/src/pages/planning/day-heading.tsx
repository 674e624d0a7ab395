import type { DayHeaderInfo } from "@fullcalendar/react";
import type { Availability } from "@/api/availability";
import { exceptionOn } from "@/time/closed-hours";

/** A day's head in the calendar; says the exception that rules the day. */
export function DayHeading({ info, hours }: { info: DayHeaderInfo; hours: Availability | undefined }) {
  if (info.view.type === "dayGridMonth") return <span className="month-weekday">{info.weekdayText}</span>;
  const date = info.view.calendar.formatIso(info.date, true).slice(0, 10);
  const exception = hours && !info.view.type.startsWith("list") ? exceptionOn(date, hours) : null;
  return (
    <span className={info.isToday ? "day-head day-head-today" : "day-head"}>
      <span className="day-number">{info.dayNumberText}</span>
      <span className="day-name">{info.weekdayText}</span>
      {exception && <span className="day-note">{exception.label}</span>}
    </span>
  );
}
