// Stacked bars. Drawn with boxes: the chart libraries we tried do not load in a window that freezes Object.prototype,
// and bars need none. The chart is for the eye alone; its table says the same in words and numbers.

import { m } from "@/paraglide/messages.js";
import { countWords } from "@/text/quantity";
import { useCivil } from "@/time/civil";
import classes from "./bars.module.css";

export type Part = { label: string; look: "completed" | "scheduled" | "no_show" | "cancelled" };
/** `under` stands under the bar where its label would be too long. */
export type Bar = { label: string; under?: string; values: number[] };

/** A round number at or above `most`, and how far apart the lines are. */
export function scaleOf(most: number): { top: number; step: number } {
  const sizes = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500];
  const step = sizes.find((size) => most / size <= 4) ?? 10 ** Math.ceil(Math.log10(most / 4));
  return { top: Math.max(1, Math.ceil(most / step)) * step, step };
}

const total = (bar: Bar) => bar.values.reduce((sum, value) => sum + value, 0);

export function Bars({ parts, bars }: { parts: Part[]; bars: Bar[] }) {
  const { language } = useCivil();
  const { top, step } = scaleOf(Math.max(1, ...bars.map(total)));
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  // Labels that would not fit are left out evenly; the table has them all.
  const every = Math.ceil(bars.length / 16);
  return (
    <div aria-hidden className={classes.chart}>
      <div className={classes.plot}>
        {lines.map((line) => (
          <span key={line} className={classes.line} style={{ bottom: `${(line / top) * 100}%` }}>
            <span>{countWords(line, language)}</span>
          </span>
        ))}
        <div className={classes.bars}>
          {bars.map((bar) => (
            <div
              key={bar.label}
              className={classes.bar}
              title={[
                bar.label,
                ...parts.map((part, index) =>
                  m.stats_bar_part({ label: part.label, value: countWords(bar.values[index] ?? 0, language) }),
                ),
              ].join("\n")}
            >
              {parts.map((part, index) => (
                <span
                  key={part.look}
                  data-look={part.look}
                  style={{ height: `${((bar.values[index] ?? 0) / top) * 100}%` }}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <div className={classes.labels}>
        {bars.map((bar, index) => (
          <span key={bar.label}>{index % every === 0 && (bar.under ?? bar.label)}</span>
        ))}
      </div>
      <div className={classes.legend}>
        {parts.map((part) => (
          <span key={part.look}>
            <i data-look={part.look} />
            {part.label}
          </span>
        ))}
      </div>
    </div>
  );
}
