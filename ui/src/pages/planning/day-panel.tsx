import { Button, Group, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { appointmentsOn } from "@/api/appointments";
import type { Availability } from "@/api/availability";
import { asFailure } from "@/api/failure";
import { AppointmentLine } from "@/components/appointment-card";
import { FailureScreen } from "@/components/failure-screen";
import { Bars, useLate } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil, useTimeWords } from "@/time/civil";
import { exceptionOn, rangesOn } from "@/time/closed-hours";
import { useNow } from "@/time/ticking";
import { useToday } from "@/time/today";
import { instantAt } from "@/time/zone";
import { busyByDay } from "./busy-days";
import type { BusyElsewhere } from "./busy-elsewhere";
import { busyNamed } from "./busy-words";
import { type Standing, standingOf } from "./standing";

type Props = {
  date: string;
  hours: Availability | undefined;
  busy: BusyElsewhere;
  shown: readonly Standing[];
  onOpen: (id: string) => void;
  onBook: () => void;
};

export function DayPanel({ date, hours, busy, shown, onOpen, onBook }: Props) {
  const words = useTimeWords(useToday());
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery({
    ...appointmentsOn(date),
    placeholderData: keepPreviousData,
  });
  const late = useLate(isPending || isPlaceholderData);
  const nowMs = useNow(60_000);
  const all = data ?? [];
  const appointments = all.filter((one) => shown.includes(standingOf(one, nowMs)));
  const hidden = all.filter((one) => one.status !== "cancelled" && !appointments.includes(one)).length;
  const counts = [m.day_count({ count: appointments.length }), hidden > 0 && m.day_hidden({ count: hidden })];
  return (
    <section className="card planning-day" aria-label={m.day_panel_label()}>
      <Title order={2} className="first-capital">
        {words.date(date)}
      </Title>
      <Text size="sm" c="dimmed">
        {data && !late ? counts.filter(Boolean).join(" · ") : "\u00a0"}
      </Text>
      {hours && <Opening date={date} hours={hours} />}
      <Elsewhere date={date} busy={busy} />
      {error && <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />}
      <div role="status" className="unseen">
        {late && m.loading()}
      </div>
      <div className="planning-day-list">
        {late && <Bars rows={3} height={42} gap={6} />}
        {!late &&
          appointments.map((appointment, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: another day in the same elements takes half as long to draw
            <AppointmentLine key={place} appointment={appointment} onOpen={onOpen} />
          ))}
      </div>
      <Group mt="sm">
        <Button variant="default" size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={onBook}>
          {m.book_this_day()}
        </Button>
      </Group>
    </section>
  );
}

/** On one line: after a dash a line may end, whatever space comes then. */
const unbroken = (range: string) => range.replaceAll(" ", "\u00a0").replace("–", "–\u2060");

/** When the coach is there that day, and the exception that rules it. */
function Opening({ date, hours }: { date: string; hours: Availability }) {
  const { zone } = useCivil();
  const words = useTimeWords(useToday());
  const exception = exceptionOn(date, hours);
  const ranges = rangesOn(date, hours).map(({ startMin, endMin }) =>
    unbroken(words.range(instantAt(date, startMin, zone), instantAt(date, endMin, zone))),
  );
  return (
    <Text size="sm" c={exception ? "var(--warn)" : "dimmed"} className="figures">
      {[exception?.label, ranges.length > 0 ? ranges.join(", ") : m.closed()].filter(Boolean).join(" · ")}
    </Text>
  );
}

/** What other calendars say of that day. */
function Elsewhere({ date, busy: { times, error, refetch } }: { date: string; busy: BusyElsewhere }) {
  const { zone } = useCivil();
  const words = useTimeWords(useToday());
  // Nothing read is not nothing to do: the coach must not take the day for free.
  if (error) return <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />;
  const spans = busyByDay(times, [date], zone).get(date);
  if (!spans) return null;
  return (
    <ul className="day-busy figures">
      {spans.map((span) => (
        <li key={`${span.start} ${span.feedName}`}>{busyNamed(span, words)}</li>
      ))}
    </ul>
  );
}
