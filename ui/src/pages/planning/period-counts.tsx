// What the shown period holds, by standing; each count shows or hides its appointments.
import { UnstyledButton } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { m } from "@/paraglide/messages.js";
import { countWords } from "@/text/quantity";
import { useCivil } from "@/time/civil";
import classes from "./period-counts.module.css";
import { type Standing, standings } from "./standing";

type Props = {
  /** None while they are not known. */
  counts: Record<Standing, number> | null;
  shown: readonly Standing[];
  onToggle: (standing: Standing) => void;
};

export function PeriodCounts({ counts, shown, onToggle }: Props) {
  const { language } = useCivil();
  const labels: Record<Standing, string> = {
    upcoming: m.standing_upcoming(),
    to_close: m.standing_to_close(),
    completed: m.standing_completed(),
    no_show: m.standing_no_show(),
    cancelled: m.standing_cancelled(),
  };
  const total = counts && standings.reduce((sum, standing) => sum + counts[standing], 0);
  const said = (count: number | null | undefined) => (count == null ? "–" : countWords(count, language));
  return (
    <fieldset className={classes.counts} style={{ border: 0, margin: 0, padding: 0 }} aria-label={m.counts_label()}>
      <span className={classes.total}>
        {m.counts_total()} <strong>{said(total)}</strong>
      </span>
      {standings
        .filter((standing) => standing !== "to_close" || (counts?.to_close ?? 0) > 0)
        .map((standing) => {
          const on = shown.includes(standing);
          const Eye = on ? IconEye : IconEyeOff;
          return (
            <UnstyledButton
              key={standing}
              className={classes.chip}
              aria-pressed={on}
              onClick={() => onToggle(standing)}
            >
              <Eye size={14} stroke={1.8} aria-hidden />
              {labels[standing]} <b>{said(counts?.[standing])}</b>
            </UnstyledButton>
          );
        })}
    </fieldset>
  );
}
