// What becomes, or became, of each row of a file.
import { Stack, Table, Text, Title } from "@mantine/core";
import type { ImportReport, JudgedRow, RowOutcome } from "@/api/client-import";
import { m } from "@/paraglide/messages.js";
import { fieldProblemWords } from "@/text/field-problem";
import { sameWords } from "@/text/same";
import classes from "./import.module.css";

type Props = { report: ImportReport; cards: boolean; done: boolean };

export function ImportReportView({ report, cards, done }: Props) {
  const { added, known, refused, first, leftOut } = report;
  const said = [
    done ? m.import_added({ count: added }) : m.import_will_add({ count: added }),
    known > 0 && m.import_known_count({ count: known }),
    refused > 0 && m.import_refused_count({ count: refused }),
  ];
  return (
    <Stack gap="sm">
      <Text fw={600} role="status">
        {said.filter(Boolean).join(" · ")}
      </Text>
      {!done && first.length > 0 && <FirstOnes rows={first} more={added - first.length} />}
      {leftOut.length > 0 && <LeftOut rows={leftOut} more={known + refused - leftOut.length} cards={cards} />}
    </Stack>
  );
}

function FirstOnes({ rows, more }: { rows: readonly JudgedRow[]; more: number }) {
  return (
    <section aria-label={m.import_preview()}>
      <Title order={3} mb={4}>
        {m.import_preview()}
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div className={classes.rows} tabIndex={0}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{m.name_label()}</Table.Th>
              <Table.Th className={classes.whole}>{m.email_label()}</Table.Th>
              <Table.Th className={classes.whole}>{m.phone_label()}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ line, name, email, phone }) => (
              <Table.Tr key={line}>
                <Table.Td className={classes.name}>{name}</Table.Td>
                <Table.Td className={classes.whole}>{email}</Table.Td>
                <Table.Td className={`figures ${classes.whole}`}>{phone}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <More count={more} />
      </div>
    </section>
  );
}

function LeftOut({ rows, more, cards }: { rows: readonly JudgedRow[]; more: number; cards: boolean }) {
  return (
    <section aria-label={m.import_left_out()}>
      <Title order={3} mb={4}>
        {m.import_left_out()}
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div className={classes.rows} tabIndex={0}>
        <ul className={classes.reasons}>
          {rows.map(({ line, name, email, phone, outcome }) => (
            <li key={line}>
              <Text size="sm">
                <strong>{placeOf(line, cards)}</strong> · {name || email || phone || m.import_no_name()}
              </Text>
              {reasonsOf(outcome, cards).map((reason) => (
                <Text key={reason} size="sm" c="dimmed">
                  {reason}
                </Text>
              ))}
            </li>
          ))}
        </ul>
        <More count={more} />
      </div>
    </section>
  );
}

function More({ count }: { count: number }) {
  if (count <= 0) return null;
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {m.import_more({ count })}
    </Text>
  );
}

const placeOf = (number: number, cards: boolean) => (cards ? m.import_card({ number }) : m.import_line({ number }));

function reasonsOf(outcome: RowOutcome, cards: boolean): string[] {
  switch (outcome.kind) {
    case "known":
      return [m.import_known({ name: outcome.name, same: sameWords(outcome.same) })];
    case "repeated":
      return [m.import_repeated({ place: placeOf(outcome.line, cards), same: sameWords(outcome.same) })];
    case "refused":
      return outcome.fields.map(({ field, problem, limit }) =>
        m.import_problem({ field: fieldLabel(field), problem: fieldProblemWords(problem, limit) }),
      );
    case "added":
      return [];
  }
}

const labels: Record<string, () => string> = {
  name: m.name_label,
  email: m.email_label,
  phone: m.phone_label,
  zone: m.zone_label,
  notes: m.notes_label,
};

const fieldLabel = (field: string) => labels[field]?.() ?? field;
