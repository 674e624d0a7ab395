import type { CalendarRef } from "@fullcalendar/react";
import { Button } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { appointmentsBetween, appointmentsOn } from "@/api/appointments";
import { availability } from "@/api/availability";
import { asFailure } from "@/api/failure";
import { settings } from "@/api/session";
import { FailureScreen } from "@/components/failure-screen";
import { Page } from "@/components/page";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil } from "@/time/civil";
import { exceptionOn } from "@/time/closed-hours";
import { useNow } from "@/time/ticking";
import { useToday } from "@/time/today";
import { type Language, longDateWords, monthWords, periodWords } from "@/time/wording";
import { plusDays, startOfDate } from "@/time/zone";
import { Calendar, type Period, viewTypes } from "./calendar";
import type { View } from "./calendar-events";
import { DayPanel } from "./day-panel";
import { focusAppointment, moveOfKey } from "./keyboard-moves";
import { useMoves } from "./moves";
import { PeriodCounts } from "./period-counts";
import { usePlanningKeys } from "./planning-keys";
import { countStandings, type Standing, shownAtFirst, standingOf } from "./standing";
import { Toolbar } from "./toolbar";

export default function Planning() {
  const { zone, language } = useCivil();
  const today = useToday();
  const nowMs = useNow(60_000);
  const { date: asked } = useSearch({ strict: false });
  const [view, setView] = useLocalStorage<View>({
    key: "planning-view",
    defaultValue: "week",
    getInitialValueInEffect: false,
  });
  const [period, setPeriod] = useState<Period | null>(null);
  const [selected, setSelected] = useState(asked ?? today);
  const [shown, setShown] = useState<readonly Standing[]>(shownAtFirst);
  const calendar = useRef<CalendarRef>(null);
  const { openAppointment, openBooking } = useWindows();

  const { data: hours } = useQuery(availability);
  const { data: rules } = useQuery(settings);
  const stepMin = rules?.stepMin ?? 15;
  const found = useQuery({
    ...appointmentsBetween(startOfDate(period?.from ?? today, zone), startOfDate(period?.to ?? today, zone)),
    enabled: period !== null,
    placeholderData: keepPreviousData,
  });
  const day = useQuery({ ...appointmentsOn(selected), placeholderData: keepPreviousData });
  const all = useMemo(() => found.data ?? [], [found.data]);
  const visible = useMemo(() => all.filter((one) => shown.includes(standingOf(one, nowMs))), [all, shown, nowMs]);
  const move = useMoves(focusAppointment);

  const api = () => calendar.current?.getApi();
  const changeView = (next: View, date?: string) => {
    setView(next);
    api()?.changeView(viewTypes[next], date);
  };
  const goToday = () => {
    api()?.today();
    setSelected(today);
  };
  usePlanningKeys({
    onView: changeView,
    onToday: goToday,
    onPrevious: () => api()?.prev(),
    onNext: () => api()?.next(),
  });
  const toggle = (standing: Standing) =>
    setShown(shown.includes(standing) ? shown.filter((one) => one !== standing) : [...shown, standing]);
  const exception = hours ? exceptionOn(selected, hours) : null;

  return (
    <Page
      title={m.nav_planning()}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openBooking()}>
          {m.new_appointment()}
        </Button>
      }
    >
      <PeriodCounts counts={countStandings(all, nowMs)} shown={shown} onToggle={toggle} />
      <div className="planning">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the appointments inside */}
        <div
          className="card planning-calendar"
          onKeyDown={(event) => {
            const wanted = moveOfKey(event, visible, stepMin, zone);
            if (wanted) move(wanted);
          }}
        >
          <Toolbar
            title={period ? titleOf(view, period, language) : ""}
            view={view}
            onView={changeView}
            onToday={goToday}
            onPrevious={() => api()?.prev()}
            onNext={() => api()?.next()}
          />
          <div className="planning-grid">
            {found.error ? (
              <FailureScreen {...failureWords(asFailure(found.error).code)} onRetry={() => void found.refetch()} />
            ) : (
              <Calendar
                ref={calendar}
                view={view}
                date={selected}
                selected={selected}
                period={period}
                appointments={visible}
                hours={hours}
                stepMin={stepMin}
                onPeriod={(next) => setPeriod((old) => (samePeriod(old, next) ? old : next))}
                onOpen={openAppointment}
                onMove={move}
                onPickDay={setSelected}
                onOpenDay={(date) => {
                  setSelected(date);
                  changeView("day", date);
                }}
                onCreate={openBooking}
              />
            )}
          </div>
        </div>
        <DayPanel
          date={selected}
          note={
            exception && (exception.ranges.length === 0 ? m.day_closed({ label: exception.label }) : exception.label)
          }
          appointments={(day.data ?? []).filter((one) => one.status !== "cancelled" || shown.includes("cancelled"))}
          onOpen={openAppointment}
          onBook={() => openBooking({ day: selected })}
        />
      </div>
    </Page>
  );
}

function samePeriod(a: Period | null, b: Period): boolean {
  return a?.from === b.from && a.to === b.to && a.inside === b.inside;
}

function titleOf(view: View, { from, to, inside }: Period, language: Language): string {
  if (view === "month") return monthWords(inside, language);
  return view === "day" ? longDateWords(inside, language) : periodWords(from, plusDays(to, -1), language);
}
