// A month of days to choose from. Our own, because the window freezes Object.prototype (a page cannot be tampered with
// that way) and the date library that ready-made pickers stand on does not load then.
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { dayOfKey, weeksOf } from "@/time/month";
import { useToday } from "@/time/today";
import { plusMonths, weekdays } from "@/time/zone";
import classes from "./month-grid.module.css";

type Props = {
  label: string;
  /** Any date of the month that is shown. */
  month: string;
  onMonth: (date: string) => void;
  chosen: readonly string[];
  /** Between the first and the last chosen day of a span. */
  isBetween?: (date: string) => boolean;
  isDisabled?: (date: string) => boolean;
  onPick: (date: string) => void;
  /** The id of what is said to be wrong with the choice. */
  told?: string | undefined;
};

const never = () => false;

export function MonthGrid({
  label,
  month,
  onMonth,
  chosen,
  isBetween = never,
  isDisabled = never,
  onPick,
  told,
}: Props) {
  const { firstWeekday } = useCivil();
  const today = useToday();
  const words = useTimeWords(today);
  const grid = useRef<HTMLTableElement>(null);
  const wanted = useRef<string | null>(null);
  const from = weekdays.indexOf(firstWeekday);
  const weeks = weeksOf(month, from);
  const open = weeks.flat().filter((date): date is string => date !== null && !isDisabled(date));
  const entry = open.find((date) => chosen.includes(date)) ?? open.find((date) => date === today) ?? open[0];

  useEffect(() => {
    if (!wanted.current) return;
    grid.current?.querySelector<HTMLElement>(`[data-date="${wanted.current}"]`)?.focus();
    wanted.current = null;
  });

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const date = (event.target as HTMLElement).dataset.date;
    const target = date && dayOfKey(event.key, date, from, isDisabled);
    if (!target) return;
    event.preventDefault();
    wanted.current = target;
    if (target.slice(0, 7) !== month.slice(0, 7)) onMonth(target);
    else grid.current?.querySelector<HTMLElement>(`[data-date="${target}"]`)?.focus();
  };
  return (
    <div>
      <div className={classes.head}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={m.month_previous()}
          onClick={() => onMonth(plusMonths(month, -1))}
        >
          <IconChevronLeft size={17} aria-hidden />
        </ActionIcon>
        <span className="first-capital" style={{ display: "inline-block" }} aria-live="polite">
          {words.month(month)}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={m.month_next()}
          onClick={() => onMonth(plusMonths(month, 1))}
        >
          <IconChevronRight size={17} aria-hidden />
        </ActionIcon>
      </div>
      <table
        ref={grid}
        className={classes.grid}
        aria-label={label}
        onKeyDown={walk}
        data-wrong={told ? true : undefined}
      >
        <thead>
          <tr>
            {weekdays.map((_, index) => (
              <th key={weekdays[index]} scope="col" abbr={words.weekday((from + index) % 7)}>
                {words.weekday((from + index) % 7, "short").slice(0, 2)}
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
                    <UnstyledButton
                      className={`${classes.day} ${isBetween(date) ? classes.between : ""}`}
                      data-date={date}
                      disabled={isDisabled(date)}
                      tabIndex={date === entry ? 0 : -1}
                      aria-label={words.plainDate(date)}
                      aria-describedby={date === entry ? told : undefined}
                      aria-pressed={chosen.includes(date)}
                      aria-current={date === today ? "date" : undefined}
                      onClick={() => onPick(date)}
                    >
                      {Number(date.slice(8))}
                    </UnstyledButton>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
