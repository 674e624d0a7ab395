import { DatePicker, DatesProvider } from "@mantine/dates";
import "@mantine/dates/styles.css";
import "dayjs/locale/en-gb";
import "dayjs/locale/fr";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { weekdays } from "@/time/zone";
import classes from "./slot-picker.module.css";

type Props = {
  value: string | null;
  onChange: (date: string) => void;
  /** Any date of the month that is shown. */
  month: string;
  onMonth: (date: string) => void;
  disabled?: (date: string) => boolean;
  label: string;
};

/** A month to choose a day from, in the coach's language, week and today. */
export function MonthCalendar({ value, onChange, month, onMonth, disabled, label }: Props) {
  const { language, firstWeekday } = useCivil();
  const today = useToday();
  const words = useTimeWords(today);
  const firstDayOfWeek = ((weekdays.indexOf(firstWeekday) + 1) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return (
    <DatesProvider settings={{ locale: language === "fr" ? "fr" : "en-gb", firstDayOfWeek, weekendDays: [] }}>
      <DatePicker
        aria-label={label}
        value={value}
        onChange={(date) => date && onChange(date)}
        date={month}
        onDateChange={onMonth}
        maxLevel="month"
        hideOutsideDates
        excludeDate={disabled}
        getDayProps={(date) => (date === today ? { className: classes.today } : {})}
        getDayAriaLabel={(date) => words.date(date)}
        ariaLabels={{ previousMonth: m.month_previous(), nextMonth: m.month_next() }}
        monthLabelFormat={(date) => words.month(String(date).slice(0, 10))}
      />
    </DatesProvider>
  );
}
