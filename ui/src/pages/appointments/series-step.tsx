// Every appointment that the rule makes, before any is made: what stands against some is marked, and each can be left
// out, moved, or (where only the coach's own rules are against it) kept all the same.
import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Occurrence, occurrencesChecked, seriesPreview } from "@/api/appointments";
import { asFailure, type Failure } from "@/api/failure";
import { FailureScreen } from "@/components/failure-screen";
import { Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import type { Booking } from "./booking";
import classes from "./booking-steps.module.css";
import { type Item, isOpen, itemsOf, kept, repetitionOf, skipOpen, withChecked, withItem } from "./series";
import { SeriesItem } from "./series-item";

type Props = {
  booking: Booking;
  /** Going on was tried while something was still open. */
  refused: boolean;
  refusal: Failure | null;
  onChange: (booking: Booking) => void;
};

export function SeriesStep({ booking, refused, refusal, onChange }: Props) {
  const preview = useSeriesPreview(booking, onChange);
  const { items } = booking;
  const change = (next: Item[]) => onChange({ ...booking, items: next });
  useRecheck(booking, (checked) => items && change(withChecked(items, checked)));
  if (preview.error) {
    return <FailureScreen {...failureWords(asFailure(preview.error).code)} onRetry={() => void preview.refetch()} />;
  }
  if (!items) return <Waiting rows={6} height={40} />;
  const open = items.filter(isOpen).length;
  return (
    <>
      {refusal && (
        <Alert color="orange" role="alert" mb="sm" title={failureWords(refusal.code, refusal.calendars).what}>
          {failureWords(refusal.code).toDo}
        </Alert>
      )}
      <Group justify="space-between" mb="xs" mih={34}>
        <Text role="status" fw={600} c={open > 0 ? "var(--warn)" : undefined}>
          {open > 0 ? m.series_open({ count: open }) : m.series_all_free({ count: kept(items).length })}
        </Text>
        {open > 0 && (
          <Button variant="default" size="xs" onClick={() => change(skipOpen(items))}>
            {m.series_skip_open()}
          </Button>
        )}
      </Group>
      {refused && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mb="xs">
          {kept(items).length === 0 ? m.series_none_kept() : m.series_settle_first()}
        </Text>
      )}
      <ol className={classes.series} aria-label={m.step_series()}>
        {items.map((item, index) => (
          <SeriesItem
            key={item.planned}
            item={item}
            number={index + 1}
            typeId={booking.typeId ?? ""}
            wrong={refused && (isOpen(item) || kept(items).length === 0)}
            onChange={(part) => change(withItem(items, item.planned, part))}
          />
        ))}
      </ol>
    </>
  );
}

/** Asks once for each start, length and rule; what the coach did to it since is kept. */
function useSeriesPreview(booking: Booking, onChange: (booking: Booking) => void) {
  const { typeId, durationMin, choice, items } = booking;
  const repetition = repetitionOf(booking.repeat);
  const preview = useQuery({
    ...seriesPreview({
      typeId: typeId ?? "",
      durationMin,
      first: choice.start ?? "",
      repetition: repetition ?? { every: "week", until: { kind: "times", count: 1 } },
    }),
    enabled: items === null && repetition !== null,
    gcTime: 0,
  });
  const { data } = preview;
  useEffect(() => {
    if (items === null && data) onChange({ ...booking, items: itemsOf(data) });
  }, [items, data, booking, onChange]);
  return preview;
}

/** Whenever one was moved or left out, all are looked at again: they can stand in each other's way. */
function useRecheck({ typeId, durationMin, items }: Booking, onChecked: (checked: Occurrence[]) => void) {
  const starts = kept(items ?? []).map(({ start }) => start);
  const asPlanned = (items ?? []).every(({ planned, start, skipped }) => planned === start && !skipped);
  const { data } = useQuery({
    ...occurrencesChecked(typeId ?? "", durationMin, starts),
    enabled: items !== null && !asPlanned && starts.length > 0,
    gcTime: 0,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer is news
  useEffect(() => {
    if (data && data.length === starts.length) onChecked(data);
  }, [data]);
}
