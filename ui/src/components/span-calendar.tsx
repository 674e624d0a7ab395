import { DatePicker, DatesProvider } from "@mantine/dates";
import "@mantine/dates/styles.css";
import "dayjs/locale/en-gb";
import "dayjs/locale/fr";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { weekdays } from "@/time/zone";

type Span = [string | null, string | null];

/** A span of days: its first, then its last; the same one twice for a single day. */
export function SpanCalendar({
  value,
  onChange,
  label,
}: {
  value: Span;
  onChange: (span: Span) => void;
  label: string;
}) {
  const { language, firstWeekday } = useCivil();
  const today = useToday();
  const words = useTimeWords(today);
  const firstDayOfWeek = ((weekdays.indexOf(firstWeekday) + 1) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return (
    <DatesProvider settings={{ locale: language === "fr" ? "fr" : "en-gb", firstDayOfWeek, weekendDays: [] }}>
      <DatePicker
        type="range"
        allowSingleDateInRange
        aria-label={label}
        value={value}
        onChange={onChange}
        defaultDate={value[0] ?? today}
        maxLevel="month"
        hideOutsideDates
        getDayAriaLabel={(date) => words.date(date)}
        ariaLabels={{ previousMonth: m.month_previous(), nextMonth: m.month_next() }}
        monthLabelFormat={(date) => words.month(String(date).slice(0, 10))}
      />
    </DatesProvider>
  );
}
