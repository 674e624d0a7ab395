// A year of days, to mark spans of them: by clicking a day, by dragging over several, or with the keys.
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { weeksOf } from "@/time/month";
import { useToday } from "@/time/today";
import { dayOfYearKey } from "@/time/year";
import { weekdays } from "@/time/zone";
import classes from "./year-grid.module.css";

export type DayMark = { kind: "closed" | "special" | "never" | "open"; words: string };
export type Span = { from: string; to: string };

type Props = {
  label: string;
  year: number;
  onYear: (year: number) => void;
  /** What a day is; `never`: closed every week. `words` are said with its date. */
  markOf: (date: string) => DayMark;
  /** A day that has a name, shown by a dot. */
  nameOf: (date: string) => string | null;
  onSpan: (span: Span) => void;
};

const ordered = (a: string, b: string): Span => (a <= b ? { from: a, to: b } : { from: b, to: a });

export function YearGrid({ label, year, onYear, markOf, nameOf, onSpan }: Props) {
  const today = useToday();
  const { firstWeekday } = useCivil();
  const from = weekdays.indexOf(firstWeekday);
  const grid = useRef<HTMLDivElement>(null);
  const [entry, setEntry] = useState(() => (today.startsWith(String(year)) ? today : `${year}-01-01`));
  const [anchor, setAnchor] = useState<string | null>(null);
  const [reach, setReach] = useState<string | null>(null);
  const span = anchor && reach ? ordered(anchor, reach) : null;
  const shownEntry = entry.startsWith(String(year)) ? entry : `${year}-01-01`;
  const forget = () => {
    setAnchor(null);
    setReach(null);
  };
  const finish = (done: Span) => {
    forget();
    onSpan(done);
  };
  useDragEnd(anchor !== null && reach !== null, (inside) => {
    if (span && inside) finish(span);
    else forget();
  });

  const start = (event: PointerEvent) => {
    const date = dateOf(event.target);
    if (!date || event.button !== 0) return;
    setAnchor(date);
    setReach(date);
    setEntry(date);
  };
  const over = (event: PointerEvent) => {
    const date = dateOf(event.target);
    if (date && anchor && event.buttons === 1) setReach(date);
  };
  const press = (event: KeyboardEvent) => {
    const date = dateOf(event.target);
    if (!date) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      finish(span ?? { from: date, to: date });
      return;
    }
    if (event.key === "Escape" && span) {
      event.stopPropagation();
      forget();
    }
    const target = dayOfYearKey(event.key, date, year);
    if (!target) return;
    event.preventDefault();
    if (event.shiftKey) {
      setAnchor(anchor ?? date);
      setReach(target);
    } else forget();
    setEntry(target);
    grid.current?.querySelector<HTMLElement>(`[data-date="${target}"]`)?.focus();
  };
  return (
    <div>
      <YearHead year={year} onYear={onYear} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointer and keys belong to the days inside */}
      <div ref={grid} className={classes.year} onPointerDown={start} onPointerOver={over} onKeyDown={press}>
        {Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}-01`).map((first) => (
          <Month
            key={first}
            first={first}
            from={from}
            label={label}
            entry={shownEntry}
            span={span}
            markOf={markOf}
            nameOf={nameOf}
          />
        ))}
      </div>
    </div>
  );
}

const dateOf = (target: EventTarget) => (target as HTMLElement).closest<HTMLElement>("[data-date]")?.dataset.date;

/** A drag may end outside the grid: then it means nothing. */
function useDragEnd(dragging: boolean, end: (inside: boolean) => void) {
  const latest = useRef(end);
  latest.current = end;
  useEffect(() => {
    if (!dragging) return;
    const up = (event: globalThis.PointerEvent) => latest.current(dateOf(event.target as HTMLElement) !== undefined);
    window.addEventListener("pointerup", up);
    return () => window.removeEventListener("pointerup", up);
  }, [dragging]);
}

/** The year that is shown, and the way to those beside it. */
export function YearHead({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  return (
    <div className={classes.head}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={m.year_previous()}
        onClick={() => onYear(year - 1)}
      >
        <IconChevronLeft size={17} aria-hidden />
      </ActionIcon>
      <strong aria-live="polite" className="figures">
        {year}
      </strong>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={m.year_next()} onClick={() => onYear(year + 1)}>
        <IconChevronRight size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}

type MonthProps = Pick<Props, "label" | "markOf" | "nameOf"> & {
  first: string;
  from: number;
  entry: string;
  span: Span | null;
};

function Month({ label, first, from, entry, span, markOf, nameOf }: MonthProps) {
  const today = useToday();
  const words = useTimeWords(today);
  const weeks = useMemo(() => weeksOf(first, from), [first, from]);
  const name = words.month(first);
  return (
    <table className={classes.month} aria-label={`${label}, ${name}`}>
      <caption className="first-capital">{name}</caption>
      <thead>
        <tr>
          {weekdays.map((day, index) => (
            <th key={day} scope="col" abbr={words.weekday((from + index) % 7)}>
              {words.weekday((from + index) % 7, "short").slice(0, 1)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((date, index) => (
              <td key={date ?? weekdays[index]}>
                {date && (
                  <Day
                    date={date}
                    mark={markOf(date)}
                    name={nameOf(date)}
                    isEntry={date === entry}
                    isToday={date === today}
                    chosen={span !== null && span.from <= date && date <= span.to}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = {
  date: string;
  mark: DayMark;
  name: string | null;
  isEntry: boolean;
  isToday: boolean;
  chosen: boolean;
};

function Day({ date, mark, name, isEntry, isToday, chosen }: DayProps) {
  const words = useTimeWords(date);
  const said = [words.plainDate(date), name, mark.words].filter(Boolean).join(", ");
  return (
    <UnstyledButton
      className={classes.day}
      data-date={date}
      data-kind={mark.kind}
      data-named={name ? true : undefined}
      data-chosen={chosen || undefined}
      tabIndex={isEntry ? 0 : -1}
      aria-label={said}
      aria-pressed={chosen}
      aria-current={isToday ? "date" : undefined}
      title={[name, mark.words].filter(Boolean).join(" · ") || undefined}
    >
      {Number(date.slice(8))}
    </UnstyledButton>
  );
}
