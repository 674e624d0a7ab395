// The appointments of the period in sight, counted by standing, and those of them that are asked for.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { type Appointment, appointmentsBetween } from "@/api/appointments";
import { busyTimes } from "@/api/feeds";
import { useCivil } from "@/time/civil";
import { useNow } from "@/time/ticking";
import { useToday } from "@/time/today";
import { monthOf, plusDays, plusMonths, startOfDate } from "@/time/zone";
import type { Period } from "./calendar";
import type { View } from "./calendar-events";
import { monthPeriod } from "./month-days";
import { countStandings, type Standing, shownAtFirst, standingOf, standings } from "./standing";

const none: readonly Appointment[] = [];

const edges = ({ from, to }: Pick<Period, "from" | "to">, zone: string) =>
  [startOfDate(from, zone), startOfDate(to, zone)] as const;

/** A month draws days of its neighbours too, but counts its own alone, as the statistics of that month do. */
function meant(all: readonly Appointment[], period: Period | null, view: View, zone: string) {
  if (!period || view !== "month") return all;
  const { first, last } = monthOf(period.inside);
  const [from, to] = edges({ from: first, to: plusDays(last, 1) }, zone);
  return all.filter(({ start }) => from <= start && start < to);
}

export function useShownAppointments(period: Period | null, view: View) {
  const { zone } = useCivil();
  const today = useToday();
  const nowMs = useNow(60_000);
  const [shown, setShown] = useState<readonly Standing[]>(shownAtFirst);
  const found = useQuery({
    ...appointmentsBetween(...edges(period ?? { from: today, to: today }, zone)),
    enabled: period !== null,
    placeholderData: keepPreviousData,
  });
  useNeighbouringMonths(view === "month" && found.isSuccess ? period : null, found.dataUpdatedAt);
  const all = found.data ?? none;
  const visible = useMemo(() => all.filter((one) => shown.includes(standingOf(one, nowMs))), [all, shown, nowMs]);
  const toggle = (standing: Standing) =>
    setShown(shown.includes(standing) ? shown.filter((one) => one !== standing) : [...shown, standing]);
  // Those that were cancelled are hidden without having been asked to.
  const allHidden = visible.length === 0 && all.some(({ status }) => status !== "cancelled");
  const showAll = () => setShown(standings);
  return {
    found,
    all,
    visible,
    counts: countStandings(meant(all, period, view, zone), nowMs),
    shown,
    toggle,
    allHidden,
    showAll,
  };
}

/** Reads the months before and after, so that turning to them waits for nothing; anew when this one was read anew. */
function useNeighbouringMonths(period: Period | null, readAt: number) {
  const cache = useQueryClient();
  const { zone, firstWeekday } = useCivil();
  const inside = period?.inside;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed here may have changed beside it
  useEffect(() => {
    if (!inside) return;
    // After the month itself is drawn.
    const timer = window.setTimeout(() => {
      for (const by of [-1, 1]) {
        const beside = edges(monthPeriod(plusMonths(inside, by), firstWeekday), zone);
        void cache.prefetchQuery(appointmentsBetween(...beside));
        void cache.prefetchQuery(busyTimes(...beside));
      }
    }, 100);
    return () => window.clearTimeout(timer);
  }, [inside, readAt, cache, zone, firstWeekday]);
}
