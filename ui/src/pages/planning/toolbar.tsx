import { ActionIcon, Button, Group, Popover, SegmentedControl, Title, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { memo, useState } from "react";
import { MonthGrid } from "@/components/month-grid";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import type { View } from "./calendar-events";
import { ExportMenu } from "./export-menu";

/** What the period is called; `short` where the toolbar has no room for more. */
export type PeriodTitle = { long: string; short: string };

type Props = {
  title: PeriodTitle | null;
  view: View;
  selected: string;
  onView: (view: View) => void;
  onToday: () => void;
  onTurn: (by: -1 | 1) => void;
  onDate: (date: string) => void;
};

/** What does not change with the period is not drawn anew with it: `onView`, `onToday` and `onTurn` are to stay the same. */
export function Toolbar({ title, view, selected, onView, onToday, onTurn, onDate }: Props) {
  return (
    <Group
      className="planning-toolbar"
      justify="space-between"
      gap="sm"
      p="xs"
      role="toolbar"
      aria-label={m.calendar_toolbar()}
    >
      <Group gap="xs">
        <Turning onToday={onToday} onTurn={onTurn} />
        <GoToDate title={title} selected={selected} onDate={onDate} />
        <ExportMenu view={view} selected={selected} />
      </Group>
      <Views view={view} onView={onView} />
    </Group>
  );
}

/** Draws anew what was drawn in another language. */
const useSpoken = () => useCivil().language;

const Turning = memo(function Turning({ onToday, onTurn }: Pick<Props, "onToday" | "onTurn">) {
  useSpoken();
  return (
    <>
      <Button variant="default" size="xs" onClick={onToday}>
        {m.today()}
      </Button>
      <ActionIcon.Group>
        <ActionIcon variant="default" size={30} onClick={() => onTurn(-1)} aria-label={m.period_previous()}>
          <IconChevronLeft size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size={30} onClick={() => onTurn(1)} aria-label={m.period_next()}>
          <IconChevronRight size={17} aria-hidden />
        </ActionIcon>
      </ActionIcon.Group>
    </>
  );
});

const Views = memo(function Views({ view, onView }: Pick<Props, "view" | "onView">) {
  useSpoken();
  const views: { value: View; label: string }[] = [
    { value: "month", label: m.view_month() },
    { value: "week", label: m.view_week() },
    { value: "day", label: m.view_day() },
    { value: "list", label: m.view_list() },
  ];
  return (
    <SegmentedControl
      size="xs"
      aria-label={m.view_label()}
      value={view}
      onChange={(chosen) => onView(chosen as View)}
      data={views}
    />
  );
});

type GoProps = Pick<Props, "title" | "selected" | "onDate">;

/** The period's name, which opens a month to go to any day. */
function GoToDate({ title, selected, onDate }: GoProps) {
  const [month, setMonth] = useState<string | null>(null);
  return (
    <Popover
      opened={month !== null}
      onChange={(opened) => !opened && setMonth(null)}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton className="planning-title" onClick={() => setMonth(month === null ? selected : null)}>
          <Title order={2} aria-live="polite">
            <span className="unseen">{title?.long}</span>
            <span className="planning-title-long first-capital" aria-hidden>
              {title?.long}
            </span>
            <span className="planning-title-short first-capital" aria-hidden>
              {title?.short}
            </span>
          </Title>
          <IconChevronDown size={15} aria-hidden />
          <span className="unseen">{m.go_to_date()}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <MonthGrid
          label={m.go_to_date()}
          month={month ?? selected}
          onMonth={setMonth}
          chosen={[selected]}
          onPick={(date) => {
            setMonth(null);
            onDate(date);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
