// What other calendars say of the period in sight.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type BusyTime, busyTimes } from "@/api/feeds";
import { useCivil } from "@/time/civil";
import { useToday } from "@/time/today";
import { startOfDate } from "@/time/zone";
import type { Period } from "./calendar";

const none: readonly BusyTime[] = [];

export type BusyElsewhere = { times: readonly BusyTime[]; error: Error | null; refetch: () => unknown };

export function useBusyElsewhere(period: Period | null): BusyElsewhere {
  const { zone } = useCivil();
  const today = useToday();
  const { data, error, refetch } = useQuery({
    ...busyTimes(startOfDate(period?.from ?? today, zone), startOfDate(period?.to ?? today, zone)),
    enabled: period !== null,
    placeholderData: keepPreviousData,
  });
  return { times: data ?? none, error, refetch };
}
