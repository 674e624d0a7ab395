import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Availability, type Exception, publicHolidays } from "@/api/availability";
import { type DayMark, type Span, YearGrid } from "@/components/year-grid";
import { m } from "@/paraglide/messages.js";
import { holidayWord } from "@/text/holiday";
import { useTimeWords } from "@/time/civil";
import { exceptionOn, rangesOn } from "@/time/closed-hours";
import { useToday } from "@/time/today";
import { hoursWords } from "./exception-words";
import { useRegionalHolidays } from "./regional-holidays";
import classes from "./settings.module.css";

type Props = {
  year: number;
  onYear: (year: number) => void;
  availability: Availability;
  onOpen: (exception: Exception) => void;
  onSpan: (span: Span) => void;
};

/** The year, coloured by what its days are. A marked day opens what marks it; free days begin something new. */
export function ExceptionYear({ year, onYear, availability, onOpen, onSpan }: Props) {
  const words = useTimeWords(useToday());
  const { data: holidays = [] } = useQuery(publicHolidays(year));
  const [regional] = useRegionalHolidays();
  const names = useMemo(() => {
    const meant = holidays.filter((one) => regional || !one.regional);
    return new Map(meant.map(({ date, holiday }) => [date, holidayWord(holiday)]));
  }, [holidays, regional]);
  const pick = (span: Span) => {
    const exception = exceptionOn(span.from, availability);
    if (exception && span.from === span.to) onOpen(exception);
    else onSpan(span);
  };
  return (
    <>
      <YearGrid
        label={m.exceptions_title()}
        year={year}
        onYear={onYear}
        markOf={(date) => markOf(date, availability, words.clock)}
        nameOf={(date) => names.get(date) ?? null}
        onSpan={pick}
      />
      <Legend />
    </>
  );
}

export function markOf(date: string, availability: Availability, clock: (minutes: number) => string): DayMark {
  const exception = exceptionOn(date, availability);
  if (exception) {
    const words = [exception.label, hoursWords(exception, clock)].filter(Boolean).join(" · ");
    return { kind: exception.ranges.length === 0 ? "closed" : "special", words };
  }
  return rangesOn(date, availability).length === 0 ? { kind: "never", words: m.closed() } : { kind: "open", words: "" };
}

function Legend() {
  const kinds = [
    ["closed", m.exception_closed()],
    ["special", m.exception_special()],
    ["never", m.closed_every_week()],
    ["holiday", m.public_holiday()],
  ] as const;
  return (
    <div className={classes.legend}>
      {kinds.map(([kind, words]) => (
        <span key={kind}>
          <i data-kind={kind} aria-hidden /> <span className="first-capital">{words}</span>
        </span>
      ))}
      <Text size="xs" c="dimmed">
        {m.year_hint()}
      </Text>
    </div>
  );
}
