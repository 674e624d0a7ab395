// When it is for somebody who lives by another clock.
import { Text } from "@mantine/core";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import { useToday } from "@/time/today";
import { momentWords, timeRangeWords, timeWords } from "@/time/wording";
import { dateIn, minutesIn } from "@/time/zone";
import { placeOf } from "./zone-select";

type Props = { start: string; end?: string; zone: string | null | undefined };

/** Nothing where their clock and the coach's show the same. */
export function TheirTime({ start, end, zone }: Props) {
  const { zone: own, language, hour12 } = useCivil();
  const today = useToday();
  if (!zone || sameClock(start, zone, own)) return null;
  const sameDay = dateIn(start, zone) === dateIn(start, own);
  const time = end ? timeRangeWords(start, end, zone, language, hour12) : timeWords(start, zone, language, hour12);
  const when = sameDay ? time : momentWords(start, zone, language, today, hour12);
  return (
    <Text span size="sm" c="dimmed">
      {m.their_time({ when, place: placeOf(zone) })}
    </Text>
  );
}

function sameClock(instant: string, one: string, other: string): boolean {
  return minutesIn(instant, one) === minutesIn(instant, other) && dateIn(instant, one) === dateIn(instant, other);
}
