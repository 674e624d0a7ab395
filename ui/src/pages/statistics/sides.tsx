// The period from several sides: charts by month, weekday, hour and notice; beside them tables by type, reason, client.
import { Link } from "@tanstack/react-router";
import type { Share, Statistics, StatisticsTable, Tally } from "@/api/statistics";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import { bareMonthWords, hourNameWords, shortHourNameWords, shortMonthWords, weekdayWords } from "@/time/wording";
import { weekdays } from "@/time/zone";
import { Bars, type Part } from "./bars";
import { Cancellations } from "./cancellations";
import { Panel } from "./panel";
import type { Dates } from "./periods";
import classes from "./statistics.module.css";
import { type Row, TallyTable } from "./tally-table";

type Named = { id: string; name: string; under?: string; tally: Tally };

const valuesOf = (tally: Tally) => [tally.completed, tally.scheduled, tally.noShow, tally.cancelled];

/** The hours in which anything starts, with those of an ordinary day. */
function hoursShown(hours: readonly Tally[]): number[] {
  const used = hours.flatMap((tally, hour) => (tally.total > 0 ? [hour] : []));
  const first = Math.min(8, ...used);
  const last = Math.max(18, ...used);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function Charted({
  title,
  table,
  rows,
  dates,
}: {
  title: string;
  table: StatisticsTable;
  rows: Named[];
  dates: Dates;
}) {
  const parts: Part[] = [
    { label: m.standing_completed(), look: "completed" },
    { label: m.stats_scheduled(), look: "scheduled" },
    { label: m.standing_no_show(), look: "no_show" },
    { label: m.standing_cancelled(), look: "cancelled" },
  ];
  const chart = (
    <Bars
      parts={parts}
      bars={rows.map(({ name, under, tally }) => ({ label: name, ...(under && { under }), values: valuesOf(tally) }))}
    />
  );
  return (
    <Panel title={title} table={table} dates={dates} chart={chart}>
      <TallyTable label={title} rows={rows} />
    </Panel>
  );
}

export function Sides({ statistics: it, dates }: { statistics: Statistics; dates: Dates }) {
  const { language, firstWeekday, hour12 } = useCivil();
  const first = weekdays.indexOf(firstWeekday);
  const week = weekdays.map((_, index) => (first + index) % 7);
  const rows = (shares: readonly Share[], nameless: string): Row[] =>
    shares.map(({ id, name, colour, tally }, index) => ({
      id: id ?? `nobody-${index}`,
      name: name ?? nameless,
      colour,
      tally,
    }));
  const clients = rows(it.clients, m.stats_prospects()).map((row, index) =>
    it.clients[index]?.id === null
      ? row
      : {
          ...row,
          name: (
            <Link to="/clients/$id" params={{ id: row.id }} className={classes.client}>
              {row.name}
            </Link>
          ),
        },
  );
  return (
    <div className={classes.sides}>
      <div className={classes.column}>
        {it.months.length > 1 && (
          <Charted
            title={m.stats_months()}
            table="months"
            dates={dates}
            rows={it.months.map(({ month, tally }) => ({
              id: month,
              name: shortMonthWords(month, language),
              under: bareMonthWords(month, language),
              tally,
            }))}
          />
        )}
        <Charted
          title={m.stats_weekdays()}
          table="weekdays"
          dates={dates}
          rows={week.map((day) => ({
            id: String(day),
            name: weekdayWords(day, language, "short"),
            tally: it.weekdays[day] as Tally,
          }))}
        />
        <Charted
          title={m.stats_hours()}
          table="hours"
          dates={dates}
          rows={hoursShown(it.hours).map((hour) => ({
            id: String(hour),
            name: hourNameWords(hour, language, hour12),
            under: shortHourNameWords(hour, language, hour12),
            tally: it.hours[hour] as Tally,
          }))}
        />
        <Cancellations counts={it.current.cancellations} dates={dates} />
      </div>
      <div className={classes.column}>
        <Panel title={m.stats_types()} table="types" dates={dates}>
          <TallyTable label={m.type_label()} rows={rows(it.types, "")} withBars />
        </Panel>
        <Panel title={m.stats_reasons()} table="reasons" dates={dates}>
          <TallyTable label={m.reason_label()} rows={rows(it.reasons, m.stats_no_reason())} withBars />
        </Panel>
        <Panel title={m.stats_clients()} table="clients" dates={dates}>
          <TallyTable label={m.client()} rows={clients} withBars />
        </Panel>
      </div>
    </div>
  );
}
