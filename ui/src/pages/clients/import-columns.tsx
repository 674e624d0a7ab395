// What each column of a file is taken for.
import { Select, Table, Text } from "@mantine/core";
import type { ClientFileView, ColumnMeaning } from "@/api/client-import";
import { m } from "@/paraglide/messages.js";
import classes from "./import.module.css";

type Meaning = ColumnMeaning | null;
type Props = {
  file: ClientFileView;
  columns: readonly Meaning[];
  onChange: (columns: Meaning[]) => void;
  errors: Record<string, string>;
};

const meanings: readonly [ColumnMeaning, () => string][] = [
  ["name", m.import_full_name],
  ["first_name", m.import_first_name],
  ["last_name", m.import_last_name],
  ["email", m.email_label],
  ["phone", m.phone_label],
  ["zone", m.zone_label],
  ["notes", m.notes_label],
];

export function ImportColumns({ file, columns, onChange, errors }: Props) {
  const data = meanings.map(([value, label]) => ({ value, label: label() }));
  const titleOf = (at: number) => file.columns[at]?.title || m.import_column({ number: at + 1 });
  return (
    <section className={classes.scroll} aria-label={m.import_columns()}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{m.import_in_file()}</Table.Th>
            <Table.Th>{m.import_example()}</Table.Th>
            <Table.Th w={220}>{m.import_becomes()}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {file.columns.map(({ samples }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place, and its title may come twice
            <Table.Tr key={at}>
              <Table.Td fw={600}>{titleOf(at)}</Table.Td>
              <Table.Td className={classes.samples}>{samples.join(" · ")}</Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  aria-label={m.import_becomes_of({ title: titleOf(at) })}
                  placeholder={m.import_nothing()}
                  data={data}
                  value={columns[at] ?? null}
                  clearable
                  clearButtonProps={{ "aria-label": m.import_not_column({ title: titleOf(at) }) }}
                  onChange={(next) => onChange(columns.map((old, place) => (place === at ? (next as Meaning) : old)))}
                  error={errors[`columns.${at}`]}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {errors.columns && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={6}>
          {errors.columns}
        </Text>
      )}
    </section>
  );
}
