import { Button, Table } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Tally } from "@/api/statistics";
import { m } from "@/paraglide/messages.js";
import { countWords, hoursWords, percentWords } from "@/text/quantity";
import { useCivil } from "@/time/civil";
import classes from "./statistics.module.css";

export type Row = { id: string; name: ReactNode; tally: Tally; colour?: string | null };

/** More rows are shown when asked for. */
const shownFirst = 10;

/** What appointments have in common, and how they ended; with `withBars`, a bar for how many there were. */
export function TallyTable({ label, rows, withBars }: { label: string; rows: Row[]; withBars?: boolean }) {
  const { language } = useCivil();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...rows.map((row) => row.tally.total));
  const shown = all ? rows : rows.slice(0, withBars ? shownFirst : rows.length);
  const number = (count: number) => countWords(count, language);
  return (
    <>
      <Table.ScrollContainer minWidth={460} type="native" tabIndex={0} role="group" aria-label={label}>
        <Table verticalSpacing={5} horizontalSpacing={6} className={classes.table} aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{label}</Table.Th>
              <Table.Th scope="col">{m.counts_total()}</Table.Th>
              <Table.Th scope="col">{m.standing_completed()}</Table.Th>
              <Table.Th scope="col">{m.standing_no_show()}</Table.Th>
              <Table.Th scope="col">{m.standing_cancelled()}</Table.Th>
              <Table.Th scope="col">{m.stats_hours_short()}</Table.Th>
              <Table.Th scope="col">{m.stats_attendance_short()}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ id, name, tally, colour }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">
                  {name}
                  {withBars && (
                    <span
                      aria-hidden
                      className={classes.share}
                      style={{ width: `${(tally.total / most) * 100}%`, ...(colour && { background: colour }) }}
                    />
                  )}
                </Table.Th>
                <Table.Td>{number(tally.total)}</Table.Td>
                <Table.Td>{number(tally.completed)}</Table.Td>
                <Table.Td>{number(tally.noShow)}</Table.Td>
                <Table.Td>{number(tally.cancelled)}</Table.Td>
                <Table.Td>{hoursWords(tally.heldMin, language)}</Table.Td>
                <Table.Td>{percentWords(tally.attendanceRate, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length < rows.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {m.stats_show_all({ count: rows.length })}
        </Button>
      )}
    </>
  );
}
