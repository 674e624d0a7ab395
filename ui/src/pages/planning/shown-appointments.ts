// The appointments of the period in sight, counted by standing, and those of them that are asked for.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type Appointment, appointmentsBetween } from "@/api/appointments";
import { useCivil } from "@/time/civil";
import { useNow } from "@/time/ticking";
import { useToday } from "@/time/today";
import { startOfDate } from "@/time/zone";
import type { Period } from "./calendar";
import { countStandings, type Standing, shownAtFirst, standingOf } from "./standing";

const none: readonly Appointment[] = [];

export function useShownAppointments(period: Period | null) {
  const { zone } = useCivil();
  const today = useToday();
  const nowMs = useNow(60_000);
  const [shown, setShown] = useState<readonly Standing[]>(shownAtFirst);
  const found = useQuery({
    ...appointmentsBetween(startOfDate(period?.from ?? today, zone), startOfDate(period?.to ?? today, zone)),
    enabled: period !== null,
    placeholderData: keepPreviousData,
  });
  const all = found.data ?? none;
  const visible = useMemo(() => all.filter((one) => shown.includes(standingOf(one, nowMs))), [all, shown, nowMs]);
  const toggle = (standing: Standing) =>
    setShown(shown.includes(standing) ? shown.filter((one) => one !== standing) : [...shown, standing]);
  return { found, all, visible, counts: countStandings(all, nowMs), shown, toggle };
}
