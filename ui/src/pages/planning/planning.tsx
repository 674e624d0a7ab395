import type { CalendarRef } from "@fullcalendar/react";
import { Button } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { availability } from "@/api/availability";
import { asFailure } from "@/api/failure";
import { settings } from "@/api/session";
import { FailureScreen } from "@/components/failure-screen";
import { tellRefusal } from "@/components/notice";
import { Page } from "@/components/page";
import { useSteady } from "@/components/steady";
import { useLate } from "@/components/waiting";
import { type BookingStart, useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil } from "@/time/civil";
import { weekStartOf } from "@/time/month";
import { now } from "@/time/now";
import { useToday } from "@/time/today";
import { type Language, longDateWords, monthWords, periodWords, shortDayWords } from "@/time/wording";
import { instantOf, minutesIn, monthOf, plusDays, plusMonths, weekdays } from "@/time/zone";
import { useAppointmentKeys } from "./appointment-keys";
import { useBusyElsewhere } from "./busy-elsewhere";
import { Calendar, type Period, viewTypes } from "./calendar";
import type { View } from "./calendar-events";
import { CalendarMenu, useCalendarMenu } from "./calendar-menu";
import { DayPanel } from "./day-panel";
import { useDoubleClick } from "./double-click";
import { drawnWith, useDraft } from "./drafts";
import { firstShown } from "./first-shown";
import { GridWaiting } from "./grid-waiting";
import { focusAppointment, spanOnDay } from "./keyboard-moves";
import { monthPeriod } from "./month-days";
import { MonthView } from "./month-view";
import { useMoves, useTakenWords } from "./moves";
import { PeriodCounts } from "./period-counts";
import { usePlanningKeys } from "./planning-keys";
import { useShownAppointments } from "./shown-appointments";
import { overlapping } from "./standing";
import { type PeriodTitle, Toolbar } from "./toolbar";

export default function Planning() {
  const { language, zone, firstWeekday } = useCivil();
  const today = useToday();
  const { date: asked } = useSearch({ strict: false });
  const [view, setView] = useLocalStorage<View>({
    key: "planning-view",
    defaultValue: "week",
    getInitialValueInEffect: false,
  });
  const [selected, setSelected] = useState(asked ?? today);
  // A month knows its period beforehand; the calendar tells that of the other views once they are drawn.
  const [period, setPeriod] = useState(() => (view === "month" ? monthPeriod(selected, firstWeekday) : null));
  const calendar = useRef<CalendarRef>(null);
  const { openAppointment, openBooking } = useWindows();

  const { data: hours } = useQuery(availability);
  const { data: rules } = useQuery(settings);
  const stepMin = rules?.stepMin ?? 15;
  const { found, all, visible, counts, shown, toggle, allHidden, showAll } = useShownAppointments(period, view);
  const late = useLate(found.isPending || found.isPlaceholderData);
  const busy = useBusyElsewhere(period);
  const takenWords = useTakenWords();
  const move = useMoves(all, focusAppointment);
  const { draft, put, drop } = useDraft(move);
  const drawn = drawnWith(draft, visible);
  const menu = useCalendarMenu(visible, stepMin);
  const { onKeyDown, said } = useAppointmentKeys({ drawn, draft, put, stepMin });

  const api = () => calendar.current?.getApi();
  const show = (next: Period) => {
    setPeriod((old) => (samePeriod(old, next) ? old : next));
    setSelected((day) => dayWithin(day, next, today));
  };
  const go = (date: string, next: View = view) => {
    setView(next);
    setSelected(date);
    if (next === "month") show(monthPeriod(date, firstWeekday));
    else if (next === view) api()?.gotoDate(date);
    else api()?.changeView(viewTypes[next], date);
  };
  useDateAsked(asked, go);
  const turn = (by: -1 | 1) => {
    if (view === "month" && period) show(monthPeriod(plusMonths(period.inside, by), firstWeekday));
    else if (by < 0) api()?.prev();
    else api()?.next();
  };
  const toView = useSteady((next: View) => go(selected, next));
  const weekOf = (day: string) => weekStartOf(day, weekdays.indexOf(firstWeekday));
  const nowShown = view === "day" ? selected === today : weekOf(selected) === weekOf(today);
  const toToday = useSteady(() => {
    go(today);
    api()?.scrollToTime(firstShown(hours, minuteOfDay(zone)));
  });
  const toTurn = useSteady(turn);
  usePlanningKeys({
    onView: toView,
    onToday: toToday,
    onTurn: toTurn,
    onDay: (days) => go(plusDays(selected, days)),
    onBook: () => openBooking({ day: selected }),
  });
  const create = (at: BookingStart) => {
    const holding = at.start && overlapping(all, at.start, at.minutes);
    if (holding) tellRefusal(takenWords(holding));
    else openBooking(at);
  };
  const onDoubleClick = useDoubleClick(stepMin, create);

  return (
    <Page
      title={m.nav_planning()}
      beside={<PeriodCounts counts={found.data && !late ? counts : null} shown={shown} onToggle={toggle} />}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openBooking()}>
          {m.new_appointment()}
        </Button>
      }
    >
      <div className="planning">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and menus belong to what the calendar draws inside */}
        <div className="card planning-calendar" onKeyDown={onKeyDown} onDoubleClick={onDoubleClick} {...menu.on}>
          <Toolbar
            title={period && titleOf(view, period, language)}
            view={view}
            selected={selected}
            onView={toView}
            onToday={toToday}
            onTurn={toTurn}
            onDate={go}
          />
          <div role="status">
            {allHidden && (
              <div className="planning-hidden">
                {m.planning_hidden({ count: all.length })}
                <Button variant="default" size="xs" onClick={showAll}>
                  {m.show_all()}
                </Button>
              </div>
            )}
          </div>
          <div className="planning-grid" aria-busy={late || undefined}>
            {late && <GridWaiting view={view} period={period} />}
            {found.error ? (
              <FailureScreen {...failureWords(asFailure(found.error).code)} onRetry={() => void found.refetch()} />
            ) : view === "month" ? (
              <MonthView
                inside={period?.inside ?? selected}
                selected={selected}
                appointments={drawn}
                hours={hours}
                busy={busy.times}
                onOpen={openAppointment}
                onPickDay={setSelected}
                onOpenDay={(date) => go(date, "day")}
                onCreate={create}
                onDrop={(appointment, date) => drop({ appointment, ...spanOnDay(date, appointment, zone) })}
              />
            ) : (
              <Calendar
                ref={calendar}
                view={view}
                date={selected}
                selected={selected}
                period={period}
                appointments={drawn}
                hours={hours}
                busy={busy.times}
                stepMin={stepMin}
                scrollTime={firstShown(hours, nowShown ? minuteOfDay(zone) : null)}
                onPeriod={show}
                onOpen={openAppointment}
                onMove={move}
                onPickDay={setSelected}
                onOpenDay={(date) => go(date, "day")}
                onCreate={create}
              />
            )}
          </div>
          <div role="status" className="unseen">
            {late ? m.loading() : said}
          </div>
        </div>
        <DayPanel
          date={selected}
          hours={hours}
          busy={busy}
          shown={shown}
          onOpen={openAppointment}
          onBook={() => openBooking({ day: selected })}
        />
      </div>
      <CalendarMenu asked={menu.asked} hours={hours} onClose={menu.close} onShowDay={(date) => go(date, "day")} />
    </Page>
  );
}

const minuteOfDay = (zone: string) => minutesIn(instantOf(now()), zone);

/** The address can ask for another day while the page is already open. */
function useDateAsked(asked: string | undefined, go: (date: string) => void) {
  const latest = useRef(go);
  latest.current = go;
  const first = useRef(true);
  useEffect(() => {
    if (asked && !first.current) latest.current(asked);
    first.current = false;
  }, [asked]);
}

function samePeriod(a: Period | null, b: Period): boolean {
  return a?.from === b.from && a.to === b.to && a.inside === b.inside;
}

/** The chosen day stays in sight: where it is not, today is chosen, else the period's first. */
function dayWithin(day: string, { from, to, inside }: Period, today: string): string {
  const meant = monthOf(inside);
  const [first, end] = to > plusDays(from, 7) ? [meant.first, plusDays(meant.last, 1)] : [from, to];
  if (first <= day && day < end) return day;
  return first <= today && today < end ? today : first;
}

function titleOf(view: View, { from, to, inside }: Period, language: Language): PeriodTitle {
  const last = plusDays(to, -1);
  if (view === "month") return { long: monthWords(inside, language), short: monthWords(inside, language) };
  if (view === "day") return { long: longDateWords(inside, language), short: shortDayWords(inside, language) };
  return { long: periodWords(from, last, language), short: periodWords(from, last, language, "short") };
}
