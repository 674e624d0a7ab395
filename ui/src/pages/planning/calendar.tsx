import FullCalendar, {
  type CalendarOptions,
  type CalendarRef,
  type EventDisplayInfo,
  type ViewApi,
} from "@fullcalendar/react";
import interaction from "@fullcalendar/react/interaction";
import list from "@fullcalendar/react/list";
import frenchLocale from "@fullcalendar/react/locales/fr";
import "@fullcalendar/react/skeleton.css";
import forma from "@fullcalendar/react/themes/forma";
import "@fullcalendar/react/themes/forma/palettes/blue.css";
import "@fullcalendar/react/themes/forma/theme.css";
import timeGrid from "@fullcalendar/react/timegrid";
import { useComputedColorScheme } from "@mantine/core";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { Appointment } from "@/api/appointments";
import type { Availability } from "@/api/availability";
import type { BusyTime } from "@/api/feeds";
import type { BookingStart } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import { now } from "@/time/now";
import { useToday } from "@/time/today";
import { hourWords } from "@/time/wording";
import { dateIn, datesBetween, instantOf, plusDays, weekdays } from "@/time/zone";
import "./calendar.css";
import type { BusySpan } from "./busy-days";
import { BusyFace } from "./busy-face";
import { appointmentEvents, busyEvents, closedEvents } from "./calendar-events";
import { DayHeading, dayLinkName, ListHeading } from "./day-heading";
import { EventFace } from "./event-face";
import type { Move } from "./moves";

// Weeks, days and lists as the calendar library draws them. A month is our own (`month-view.tsx`): the library takes half
// a second to draw three hundred appointments of which a month shows a third.
export const viewTypes = { week: "timeGridWeek", day: "timeGridDay", list: "listWeek" } as const;
export type CalendarView = keyof typeof viewTypes;
/** Civil dates: `to` is the first one after what is drawn; `inside` is a date of the month, week or day meant. */
export type Period = { from: string; to: string; inside: string };

type Props = {
  ref: RefObject<CalendarRef | null>;
  view: CalendarView;
  date: string;
  selected: string;
  period: Period | null;
  appointments: readonly Appointment[];
  hours: Availability | undefined;
  busy: readonly BusyTime[];
  stepMin: number;
  /** The time of day that is scrolled to at first. */
  scrollTime: string;
} & Handlers;

type Handlers = {
  onPeriod: (period: Period) => void;
  onOpen: (id: string) => void;
  onMove: (move: Move) => void;
  onPickDay: (date: string) => void;
  onOpenDay: (date: string) => void;
  onCreate: (at: BookingStart) => void;
};

type Held = { appointment?: Appointment; busy?: BusySpan };
const heldBy = (info: EventDisplayInfo) => info.event.extendedProps as Held;
const face = (info: EventDisplayInfo) => {
  const { appointment, busy } = heldBy(info);
  if (busy) return <BusyFace busy={busy} />;
  return appointment ? <EventFace {...info} /> : true;
};
const behind = ({ event: { title } }: EventDisplayInfo) =>
  title === "" || (
    <span className="busy-name">
      <span aria-hidden>{title}</span>
      <span className="unseen">{m.busy_elsewhere({ name: title })}</span>
    </span>
  );
const classOf = (info: EventDisplayInfo) => {
  const { appointment, busy } = heldBy(info);
  if (busy) return "busy-line";
  return appointment ? `appt appt-${appointment.status}` : "";
};

export function Calendar(props: Props) {
  const { ref, view, date, selected, period, appointments, hours, busy, stepMin, scrollTime, ...on } = props;
  const { zone, language, firstWeekday, hour12 } = useCivil();
  const today = useToday();
  const colorScheme = useComputedColorScheme("light");
  const events = useMemo(
    () => [
      ...appointmentEvents(appointments, language, today),
      ...(period ? closedEvents(view, period.from, period.to, hours) : []),
      ...(period ? busyEvents(view, busy, datesBetween(period.from, plusDays(period.to, -1)), zone) : []),
    ],
    [appointments, language, today, period, hours, busy, view, zone],
  );
  const handlers = useStableHandlers(on);
  const looks = useMemo(() => looksOf(hours, selected, language), [hours, selected, language]);
  const dayNames = useMemo(() => dayNamesOf(zone, language, hours), [zone, language, hours]);
  const words = useMemo(() => wordsIn(language, hour12), [language, hour12]);
  const snap = useMemo(() => ({ minutes: Math.min(stepMin, 30) }), [stepMin]);
  // The calendar scrolls once, when it is drawn: that may be before the hours are read.
  const known = hours !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: later the coach has scrolled by themselves
  useEffect(() => {
    if (known) ref.current?.getApi().scrollToTime(scrollTime);
  }, [known]);
  return (
    <FullCalendar
      ref={ref}
      {...fixed}
      {...words}
      {...looks}
      {...dayNames}
      {...handlers}
      colorScheme={colorScheme}
      timeZone={zone}
      initialView={viewTypes[view]}
      initialDate={date}
      firstDay={(weekdays.indexOf(firstWeekday) + 1) % 7}
      snapDuration={snap}
      scrollTime={scrollTime}
      events={events}
    />
  );
}

// The calendar begins anew whenever an option is another object: whatever can be, is made once.
const fixed: CalendarOptions = {
  plugins: [timeGrid, list, interaction, forma],
  locales: [frenchLocale],
  now: () => instantOf(now()),
  headerToolbar: false,
  height: "100%",
  expandRows: true,
  borderless: true,
  allDaySlot: false,
  nowIndicator: true,
  navLinks: true,
  slotDuration: "00:30",
  slotHeaderInterval: "01:00",
  scrollTimeReset: false,
  slotEventOverlap: false,
  eventMinHeight: 24,
  eventShortHeight: 42,
  eventDisplay: "block",
  eventClass: classOf,
  listDayBodyClass: "list-day",
  eventContent: face,
  eventDidMount: ({ el, event }) => {
    if (event.extendedProps.appointment) el.dataset.appointment = event.id;
  },
  backgroundEventContent: behind,
  backgroundEventDidMount: ({ el, event }) => {
    if (event.title) el.title = m.busy_elsewhere({ name: event.title });
  },
  editable: true,
  selectable: true,
  selectMinDistance: 6,
  eventResizableFromStart: false,
};

function wordsIn(language: "fr" | "en", hour12: boolean): CalendarOptions {
  return {
    // Of a format the calendar makes a formatter for each hour, and again whenever it begins anew: dear, and kept.
    slotHeaderContent: ({ time }) => (time ? hourWords(time.milliseconds / 3_600_000, language, hour12) : true),
    locale: language === "fr" ? "fr" : "en-gb",
    weekTextShort: m.calendar_week_short(),
    timedText: m.calendar_times(),
    noEventsContent: m.calendar_nothing(),
    eventsHint: m.appointments(),
    closeHint: m.close(),
  };
}

function looksOf(hours: Availability | undefined, selected: string, language: "fr" | "en"): CalendarOptions {
  return {
    dayHeaderContent: (info) => <DayHeading info={info} hours={hours} selected={selected} language={language} />,
    listDayHeaderContent: (info) => <ListHeading info={info} hours={hours} language={language} />,
  };
}

function dayNamesOf(zone: string, language: "fr" | "en", hours: Availability | undefined): CalendarOptions {
  return { navLinkHint: (_text, date) => dayLinkName(dateIn(date.toISOString(), zone), language, hours) };
}

function useStableHandlers(on: Handlers): CalendarOptions {
  const latest = useRef(on);
  latest.current = on;
  return useMemo(
    () => ({
      navLinkDayClick: function (date) {
        latest.current.onOpenDay(this.formatIso(date, true).slice(0, 10));
      },
      datesSet: ({ startStr, endStr, view }) =>
        latest.current.onPeriod({
          from: startStr.slice(0, 10),
          to: endStr.slice(0, 10),
          inside: dateOf(view, view.currentStart),
        }),
      eventClick: ({ event, jsEvent }) => {
        jsEvent.preventDefault();
        if (event.id) latest.current.onOpen(event.id);
      },
      eventDrop: ({ event, revert }) => latest.current.onMove({ ...moved(event), resized: false, revert }),
      eventResize: ({ event, revert }) => latest.current.onMove({ ...moved(event), resized: true, revert }),
      select: ({ start, end, view }) => {
        view.calendar.unselect();
        const minutes = Math.round((end.getTime() - start.getTime()) / 60_000);
        latest.current.onCreate({ start: instantOf(start.getTime()), minutes });
      },
      dateClick: ({ dateStr }) => latest.current.onPickDay(dateStr.slice(0, 10)),
    }),
    [],
  );
}

type Moved = { id: string; start: Date | null; end: Date | null; extendedProps: Record<string, unknown> };

function moved(event: Moved): Pick<Move, "appointment" | "start" | "end"> {
  const appointment = event.extendedProps.appointment as Appointment;
  return {
    appointment,
    start: event.start?.toISOString() ?? appointment.start,
    end: event.end?.toISOString() ?? appointment.end,
  };
}

export function dateOf(view: ViewApi, date: Date): string {
  return view.calendar.formatIso(date, true).slice(0, 10);
}
