// What other calendars say of the period in sight.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type BusyTime, busyTimes } from "@/api/feeds";
import { useCivil } from "@/time/civil";
import { useToday } from "@/time/today";
import { startOfDate } from "@/time/zone";
import type { Period } from "./calendar";

const none: readonly BusyTime[] = [];

export function useBusyElsewhere(period: Period | null): readonly BusyTime[] {
  const { zone } = useCivil();
  const today = useToday();
  const { data } = useQuery({
    ...busyTimes(startOfDate(period?.from ?? today, zone), startOfDate(period?.to ?? today, zone)),
    enabled: period !== null,
    placeholderData: keepPreviousData,
  });
  return data ?? none;
}
