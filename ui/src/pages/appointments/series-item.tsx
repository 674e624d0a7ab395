import { Button, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { slotsForPeriod } from "@/api/availability";
import { type Choice, SlotPicker } from "@/components/slot-picker";
import { m } from "@/paraglide/messages.js";
import { conflictWords } from "@/text/series";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { dateIn, monthOf } from "@/time/zone";
import classes from "./booking-steps.module.css";
import { type Item, isOpen } from "./series";

type Props = {
  item: Item;
  number: number;
  typeId: string;
  /** It has to be settled before one can go on. */
  wrong: boolean;
  onChange: (change: Partial<Item>) => void;
};

export function SeriesItem({ item, number, typeId, wrong, onChange }: Props) {
  const words = useTimeWords(useToday());
  const [moving, setMoving] = useState(false);
  const open = isOpen(item);
  const when = words.moment(item.start);
  const move = (start: string, anyway = false) => {
    setMoving(false);
    onChange({ start, anyway, skipped: false, conflict: null, nearest: null });
  };
  return (
    <li
      className={classes.occurrence}
      data-open={open || undefined}
      data-skipped={item.skipped || undefined}
      data-wrong={wrong || undefined}
    >
      <div className={classes.occurrenceLine}>
        <Sign item={item} />
        <div className={classes.occurrenceText}>
          <Text fw={550} className="figures">
            <span className={classes.number}>{number}.</span> <span className={classes.when}>{when}</span>
          </Text>
          <Text size="xs" c={open ? "var(--warn)" : "dimmed"} className="first-capital">
            {item.skipped ? m.series_left_out() : <Against item={item} />}
          </Text>
        </div>
        <Actions item={item} when={when} onChange={onChange} onMove={move} onPick={() => setMoving(!moving)} />
      </div>
      {moving && <OtherTime item={item} typeId={typeId} onPick={move} />}
    </li>
  );
}

function Sign({ item }: { item: Item }) {
  if (item.skipped) return <span className={classes.sign} />;
  const Icon = isOpen(item) ? IconAlertTriangle : IconCheck;
  return (
    <span className={classes.sign}>
      <Icon size={16} aria-hidden />
    </span>
  );
}

function Against({ item: { conflict, anyway, planned, start } }: { item: Item }) {
  const words = useTimeWords(useToday());
  if (conflict) return [conflictWords(conflict), anyway && m.series_anyway_chosen()].filter(Boolean).join(", ");
  return planned === start ? m.series_free() : m.series_moved_from({ when: words.moment(planned) });
}

type ActionsProps = {
  item: Item;
  when: string;
  onChange: (change: Partial<Item>) => void;
  onMove: (start: string) => void;
  onPick: () => void;
};

function Actions({ item, when, onChange, onMove, onPick }: ActionsProps) {
  const words = useTimeWords(useToday());
  const { nearest } = item;
  const small = { variant: "default", size: "compact-xs" } as const;
  if (item.skipped) {
    return (
      <Button {...small} onClick={() => onChange({ skipped: false })} aria-label={m.series_take_back_named({ when })}>
        {m.series_take_back()}
      </Button>
    );
  }
  const open = isOpen(item);
  return (
    <div className={classes.occurrenceActions}>
      {open && nearest && (
        <Button {...small} onClick={() => onMove(nearest)}>
          {m.series_take_nearest({ when: words.moment(nearest) })}
        </Button>
      )}
      {open && item.conflict?.mayPassOver && (
        <Button {...small} onClick={() => onChange({ anyway: true })} aria-label={m.series_anyway_named({ when })}>
          {m.do_it_anyway()}
        </Button>
      )}
      <Button {...small} onClick={onPick} aria-label={m.series_move_named({ when })}>
        {m.move()}
      </Button>
      <Button {...small} onClick={() => onChange({ skipped: true })} aria-label={m.series_skip_named({ when })}>
        {m.series_skip()}
      </Button>
    </div>
  );
}

type OtherProps = { item: Item; typeId: string; onPick: (start: string, anyway: boolean) => void };

/** Another day or time for this one. */
function OtherTime({ item, typeId, onPick }: OtherProps) {
  const { zone } = useCivil();
  const day = dateIn(item.start, zone);
  const [month, setMonth] = useState(day);
  const [choice, setChoice] = useState<Choice>({ day, start: null, outside: false });
  const { first, last } = monthOf(month);
  const { data } = useQuery({ ...slotsForPeriod(typeId, first, last), placeholderData: keepPreviousData });
  const typed = choice.outside ? choice.start : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter here moves this one, and does not go on with them all
    <div
      className={classes.otherTime}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        if (typed) onPick(typed, true);
      }}
    >
      <SlotPicker
        days={data}
        month={month}
        onMonth={setMonth}
        choice={choice}
        onChoice={setChoice}
        onPick={(picked) => picked.start && onPick(picked.start, false)}
      />
      {typed && (
        <Button size="xs" mt="xs" onClick={() => onPick(typed, true)}>
          {m.move_here()}
        </Button>
      )}
    </div>
  );
}
