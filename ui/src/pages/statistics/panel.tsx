// One side of the statistics: its chart, its table, and the table as a file.
import { ActionIcon, Button, Collapse, Group, Title, Tooltip } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { type StatisticsTable, saveStatistics } from "@/api/statistics";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import type { Dates } from "./periods";
import classes from "./statistics.module.css";

type Props = {
  title: string;
  table: StatisticsTable;
  dates: Dates;
  /** Without one the table is always there. */
  chart?: ReactNode;
  children: ReactNode;
};

export function Panel({ title, table, dates, chart, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className={`card ${classes.panel}`} aria-labelledby={`${id}-title`}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} id={`${id}-title`}>
          {title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          {chart && (
            <Button
              variant="default"
              size="compact-sm"
              aria-expanded={open}
              aria-controls={id}
              aria-label={m.stats_table_of({ title })}
              rightSection={<IconChevronDown size={15} aria-hidden className={classes.chevron} data-open={open} />}
              onClick={() => setOpen(!open)}
            >
              {m.stats_table()}
            </Button>
          )}
          <SaveTable table={table} title={title} dates={dates} />
        </Group>
      </Group>
      {chart}
      {chart ? (
        <Collapse expanded={open} id={id} transitionDuration={120}>
          <div className={classes.folded}>{children}</div>
        </Collapse>
      ) : (
        children
      )}
    </section>
  );
}

export function SaveTable({ table, title, dates }: { table: StatisticsTable; title: string; dates: Dates }) {
  const { mutate, isPending } = useMutation(saveStatistics);
  const label = m.stats_save_csv({ title });
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={label}
        loading={isPending}
        onClick={() =>
          mutate([table, dates.from, dates.to], {
            onSuccess: ({ folder, files }) => tell(m.stats_saved({ file: files.join(", "), folder })),
          })
        }
      >
        <IconDownload size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
