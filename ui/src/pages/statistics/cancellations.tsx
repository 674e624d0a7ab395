import { Table, Text } from "@mantine/core";
import type { CancelNotice, Cancellations as Count } from "@/api/statistics";
import { m } from "@/paraglide/messages.js";
import { countWords } from "@/text/quantity";
import { useCivil } from "@/time/civil";
import { Bars } from "./bars";
import { Panel } from "./panel";
import type { Dates } from "./periods";
import classes from "./statistics.module.css";

const notices: readonly CancelNotice[] = ["after_start", "last_day", "three_days", "week", "earlier"];

export function Cancellations({ counts, dates }: { counts: readonly Count[]; dates: Dates }) {
  const { language } = useCivil();
  const words: Record<CancelNotice, string> = {
    after_start: m.stats_notice_after_start(),
    last_day: m.stats_notice_last_day(),
    three_days: m.stats_notice_three_days(),
    week: m.stats_notice_week(),
    earlier: m.stats_notice_earlier(),
  };
  const count = (by: Count["by"], notice: CancelNotice) =>
    counts.find((one) => one.by === by && one.notice === notice)?.count ?? 0;
  const rows = notices.map((notice) => ({
    label: words[notice],
    values: [count("coach", notice), count("client", notice)],
  }));
  const title = m.stats_cancellations_title();
  const none = counts.every((one) => one.count === 0);
  if (none) {
    return (
      <section className={`card ${classes.panel}`} aria-label={title}>
        <h2 className={classes.bareTitle}>{title}</h2>
        <Text c="dimmed">{m.stats_cancellations_none()}</Text>
      </section>
    );
  }
  const chart = (
    <Bars
      parts={[
        { label: m.stats_by_you(), look: "scheduled" },
        { label: m.stats_by_client(), look: "no_show" },
      ]}
      bars={rows}
    />
  );
  return (
    <Panel title={title} table="cancellations" dates={dates} chart={chart}>
      <Table verticalSpacing={5} className={classes.table} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{m.stats_notice()}</Table.Th>
            <Table.Th scope="col">{m.stats_by_you()}</Table.Th>
            <Table.Th scope="col">{m.stats_by_client()}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, values }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td>{countWords(values[0] ?? 0, language)}</Table.Td>
              <Table.Td>{countWords(values[1] ?? 0, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
