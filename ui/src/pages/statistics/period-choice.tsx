import { Button, Input, Popover, SegmentedControl } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { useState } from "react";
import { SpanCalendar } from "@/components/span-calendar";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import { periodWords } from "@/time/wording";
import { type Dates, datesOf, type PeriodName, periodNames } from "./periods";
import classes from "./statistics.module.css";

type Props = {
  name: PeriodName;
  dates: Dates;
  today: string;
  /** What Rust says against the dates. */
  error?: string | undefined;
  onChange: (name: PeriodName, dates: Dates) => void;
};

export function PeriodChoice({ name, dates, today, error, onChange }: Props) {
  const { language } = useCivil();
  const [open, setOpen] = useState(false);
  const [span, setSpan] = useState<[string | null, string | null]>([dates.from, dates.to]);
  const labels: Record<PeriodName, string> = {
    this_month: m.stats_this_month(),
    last_month: m.stats_last_month(),
    quarter: m.stats_quarter(),
    year: m.stats_year(),
    own: m.stats_own_dates(),
  };
  const choose = (next: PeriodName) => {
    if (next !== "own") return onChange(next, datesOf(next, today));
    setSpan([dates.from, dates.to]);
    setOpen(true);
    onChange("own", dates);
  };
  return (
    <div className={classes.period}>
      <SegmentedControl
        className={classes.choice}
        aria-label={m.stats_period()}
        value={name}
        onChange={(next) => choose(next as PeriodName)}
        data={periodNames.map((value) => ({ value, label: labels[value] }))}
      />
      {name === "own" && (
        <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <Button
              variant="default"
              leftSection={<IconCalendar size={16} aria-hidden />}
              aria-expanded={open}
              aria-haspopup="dialog"
              onClick={() => setOpen(!open)}
            >
              {periodWords(dates.from, dates.to, language)}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={m.stats_own_dates()} maw={300}>
            <Input.Wrapper label={m.stats_own_dates()} description={m.exception_days_hint()} labelElement="div">
              <SpanCalendar
                label={m.stats_own_dates()}
                value={span}
                onChange={(next) => {
                  setSpan(next);
                  const [from, to] = next;
                  if (from === null || to === null) return;
                  onChange("own", { from, to });
                  setOpen(false);
                }}
              />
            </Input.Wrapper>
          </Popover.Dropdown>
        </Popover>
      )}
      {error && <Input.Error role="alert">{error}</Input.Error>}
    </div>
  );
}
