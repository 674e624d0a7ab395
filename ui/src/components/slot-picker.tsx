// Chooses a start: a day that has slots, then one of its slots; or, on an explicit choice, any day and time.
import { Button, Checkbox, Stack, Text, UnstyledButton } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { type DayPart, groupByDayPart } from "@/time/day-part";
import { useToday } from "@/time/today";
import { instantAt, minutesIn, plusMonths } from "@/time/zone";
import { MonthGrid } from "./month-grid";
import classes from "./slot-picker.module.css";
import { TimeField } from "./time-field";
import { Waiting } from "./waiting";

type Slot = { start: string; end: string };
type DaySlots = { date: string; slots: Slot[] };

export type Choice = { day: string | null; start: string | null; outside: boolean };

type Props = {
  /** The days of the shown month; undefined while they are looked for. */
  days: DaySlots[] | undefined;
  month: string;
  onMonth: (date: string) => void;
  choice: Choice;
  onChoice: (choice: Choice) => void;
  /** A slot was clicked: the choice is made. */
  onPick: (choice: Choice) => void;
  error?: string | undefined;
};

export function SlotPicker({ days, month, onMonth, choice, onChoice, onPick, error }: Props) {
  const { zone } = useCivil();
  const { day, start, outside } = choice;
  const free = days?.filter((one) => one.slots.length > 0) ?? [];
  const shownDay = day ?? (outside ? null : (free[0]?.date ?? null));
  const slots = days?.find((one) => one.date === shownDay)?.slots ?? [];
  const id = useId();
  // What one types is told at its field, what one picks beside it.
  const typed = outside && shownDay !== null;
  const told = error && !typed ? id : undefined;
  const pickDay = (date: string) =>
    onChoice({ ...choice, day: date, start: outside && start ? instantAt(date, minutesIn(start, zone), zone) : null });
  return (
    <Stack gap="sm">
      <div className={classes.picker}>
        <MonthGrid
          label={m.slot_day()}
          month={month}
          onMonth={onMonth}
          chosen={shownDay ? [shownDay] : []}
          isDisabled={outside ? undefined : (date) => !free.some((one) => one.date === date)}
          onPick={pickDay}
          told={slots.length > 0 ? undefined : told}
        />
        <div className={classes.slots} aria-live="polite">
          {outside ? (
            <FreeTime
              day={shownDay}
              start={start}
              error={error}
              onStart={(next) => onChoice({ ...choice, day: shownDay, start: next })}
            />
          ) : days === undefined ? (
            <Waiting rows={4} height={32} />
          ) : free.length === 0 ? (
            <NoSlots onNext={() => onMonth(plusMonths(month, 1))} />
          ) : (
            <Times
              day={shownDay}
              slots={slots}
              start={start}
              told={told}
              onPick={(slot) => onPick({ ...choice, day: shownDay, start: slot })}
            >
              <NoSlotsThatDay
                next={free.find((one) => shownDay !== null && one.date > shownDay)?.date}
                onDay={pickDay}
                onMonth={() => onMonth(plusMonths(month, 1))}
              />
            </Times>
          )}
        </div>
      </div>
      {told && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" id={told}>
          {error}
        </Text>
      )}
      <Checkbox
        label={m.outside_choice()}
        description={m.outside_description()}
        checked={outside}
        onChange={(event) => onChoice({ day: shownDay, start: null, outside: event.currentTarget.checked })}
      />
    </Stack>
  );
}

function Times({
  day,
  slots,
  start,
  told,
  onPick,
  children,
}: {
  day: string | null;
  slots: Slot[];
  start: string | null;
  told: string | undefined;
  onPick: (start: string) => void;
  /** What is said where the day has none. */
  children: ReactNode;
}) {
  const { zone } = useCivil();
  const words = useTimeWords(useToday());
  const names: Record<DayPart, string> = {
    morning: m.part_morning(),
    afternoon: m.part_afternoon(),
    evening: m.part_evening(),
  };
  return (
    <>
      {day && (
        <Text fw={600} mb="xs" className="first-capital">
          {words.date(day)}
        </Text>
      )}
      {slots.length === 0 && children}
      {groupByDayPart(slots, zone).map(({ part, slots: these }) => (
        <fieldset key={part} className={classes.part}>
          <legend>{names[part]}</legend>
          <div className={classes.times}>
            {these.map((slot) => (
              <UnstyledButton
                key={slot.start}
                className={classes.time}
                aria-pressed={Date.parse(slot.start) === Date.parse(start ?? "")}
                data-wrong={told && slot === slots[0] ? true : undefined}
                aria-describedby={slot === slots[0] ? told : undefined}
                onClick={() => onPick(slot.start)}
              >
                {words.time(slot.start)}
              </UnstyledButton>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

type ThatDay = { next: string | undefined; onDay: (date: string) => void; onMonth: () => void };

/** A full day was asked for: the search for another one is not left to the coach. */
function NoSlotsThatDay({ next, onDay, onMonth }: ThatDay) {
  const words = useTimeWords(useToday());
  return (
    <Stack align="start" gap="xs">
      <Text c="dimmed" size="sm">
        {m.slot_none_this_day()}
      </Text>
      <Button variant="default" size="xs" onClick={next ? () => onDay(next) : onMonth}>
        {next ? m.slot_next_free({ date: words.date(next) }) : m.month_next()}
      </Button>
    </Stack>
  );
}

function FreeTime({
  day,
  start,
  error,
  onStart,
}: {
  day: string | null;
  start: string | null;
  error: string | undefined;
  onStart: (start: string | null) => void;
}) {
  const { zone } = useCivil();
  const words = useTimeWords(useToday());
  if (!day) return <Text c="dimmed">{m.outside_choose_day()}</Text>;
  return (
    <Stack gap="sm">
      <Text fw={600} className="first-capital">
        {words.date(day)}
      </Text>
      <TimeField
        label={m.start_time()}
        value={start ? minutesIn(start, zone) : null}
        width={120}
        error={error}
        onChange={(minutes) => onStart(minutes === null || minutes === 1440 ? null : instantAt(day, minutes, zone))}
      />
      <Text size="sm" c="dimmed">
        {m.outside_note()}
      </Text>
    </Stack>
  );
}

function NoSlots({ onNext }: { onNext: () => void }) {
  return (
    <Stack align="start" gap="xs">
      <Text fw={600}>{m.slot_none_this_month()}</Text>
      <Text size="sm" c="dimmed">
        {m.slot_none_why()}
      </Text>
      <Button variant="default" size="xs" onClick={onNext}>
        {m.month_next()}
      </Button>
    </Stack>
  );
}
