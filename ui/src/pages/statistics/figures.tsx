// The figures of the period, each beside that of the period before.
import { Skeleton } from "@mantine/core";
import type { PeriodFigures } from "@/api/statistics";
import { Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { changeWords, countWords, hoursWords, minutesWords, percentWords } from "@/text/quantity";
import { useCivil } from "@/time/civil";
import classes from "./statistics.module.css";

type Figure = {
  label: string;
  hint?: string;
  /** What is compared: a share in points, hours, minutes or a number. */
  of: (figures: PeriodFigures) => number | null;
  words: (value: number | null) => string;
  /** A share is 0 to 1 and changes in points. */
  share?: boolean;
};

export function Figures({ current, before }: { current: PeriodFigures; before: PeriodFigures }) {
  const { language } = useCivil();
  const percent = (value: number | null) => percentWords(value, language);
  const count = (value: number | null) => countWords(value ?? 0, language);
  const hours = (value: number | null) => hoursWords((value ?? 0) * 60, language);
  const all: Figure[] = [
    {
      label: m.stats_attendance(),
      hint: m.stats_attendance_hint({ came: current.tally.completed, away: current.tally.noShow }),
      of: (it) => it.tally.attendanceRate,
      words: percent,
      share: true,
    },
    { label: m.stats_no_shows(), of: (it) => it.noShowRate, words: percent, share: true },
    {
      label: m.stats_cancellations(),
      hint: m.stats_cancellations_hint({ count: current.tally.cancelled, total: current.tally.total }),
      of: (it) => it.cancellationRate,
      words: percent,
      share: true,
    },
    {
      label: m.stats_occupancy(),
      hint: m.stats_occupancy_hint({
        filled: hoursWords(current.filledMin, language),
        open: hoursWords(current.openMin, language),
      }),
      of: (it) => it.occupancyRate,
      words: percent,
      share: true,
    },
    { label: m.appointments(), of: (it) => it.tally.total, words: count },
    {
      label: m.stats_held(),
      hint: m.stats_held_hint({ booked: hoursWords(current.tally.bookedMin, language) }),
      of: (it) => it.tally.heldMin / 60,
      words: hours,
    },
    { label: m.stats_average(), of: (it) => it.averageMin, words: (value) => minutesWords(value, language) },
    { label: m.stats_new_clients(), of: (it) => it.newClients, words: count },
    { label: m.stats_returning_clients(), of: (it) => it.returningClients, words: count },
  ];
  return (
    <dl className={classes.figures} aria-label={m.stats_figures()}>
      {all.map((figure) => (
        <FigureCard key={figure.label} figure={figure} now={figure.of(current)} then={figure.of(before)} />
      ))}
    </dl>
  );
}

function FigureCard({ figure, now, then }: { figure: Figure; now: number | null; then: number | null }) {
  const { language } = useCivil();
  const { label, hint, words, share } = figure;
  const change = now === null || then === null ? null : now - then;
  const rounded = change === null ? null : share ? Math.round(change * 100) : Math.round(change * 10) / 10;
  const changed = rounded === null ? null : changeWords(rounded, language);
  return (
    <div className={`card ${classes.figure}`}>
      <dt>{label}</dt>
      <dd>
        <span className={classes.value}>{words(now)}</span>
        <span className={classes.then}>
          {changed && <b>{share && rounded !== 0 ? m.stats_points({ change: changed }) : changed}</b>}{" "}
          {m.stats_before({ value: words(then) })}
        </span>
        {hint && <span className={classes.then}>{hint}</span>}
      </dd>
    </div>
  );
}

export function FiguresWaiting() {
  return (
    <Waiting>
      <div className={classes.figures}>
        {Array.from({ length: 9 }, (_, place) => place).map((place) => (
          <div key={place} className={`card ${classes.figure}`}>
            <Skeleton height={14} width="60%" />
            <Skeleton height={26} width="40%" my={12} />
            <Skeleton height={12} width="80%" />
          </div>
        ))}
      </div>
    </Waiting>
  );
}
