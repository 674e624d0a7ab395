import { useQuery } from "@tanstack/react-query";
import { type BusyTime, busyTimes } from "@/api/feeds";
import { plusMinutes } from "@/time/zone";

const none: readonly BusyTime[] = [];

/** What other calendars say of the time in which an appointment would be. */
export function useBusyDuring(start: string | null, minutes: number): readonly BusyTime[] {
  const from = start ?? "";
  const { data } = useQuery({
    ...busyTimes(from, start ? plusMinutes(start, Math.max(1, minutes)) : ""),
    enabled: start !== null,
  });
  return data ?? none;
}
