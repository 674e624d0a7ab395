import { useState } from "react";
import { useToday } from "@/time/today";
import { MonthGrid } from "./month-grid";

type Span = [string | null, string | null];

/** A span of days: its first, then its last; the same one twice for a single day. */
export function SpanCalendar({
  value,
  onChange,
  label,
  told,
}: {
  value: Span;
  onChange: (span: Span) => void;
  label: string;
  /** The id of what is said to be wrong with it. */
  told?: string | undefined;
}) {
  const today = useToday();
  const [from, to] = value;
  const [month, setMonth] = useState(from ?? today);
  const pick = (date: string) => {
    if (from === null || to !== null) onChange([date, null]);
    else onChange(date < from ? [date, from] : [from, date]);
  };
  return (
    <MonthGrid
      label={label}
      month={month}
      onMonth={setMonth}
      chosen={[from, to].filter((date) => date !== null)}
      isBetween={(date) => from !== null && to !== null && from < date && date < to}
      onPick={pick}
      told={told}
    />
  );
}
