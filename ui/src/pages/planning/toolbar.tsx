import { ActionIcon, Button, Group, SegmentedControl, Title } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { m } from "@/paraglide/messages.js";
import type { View } from "./calendar-events";

type Props = {
  title: string;
  view: View;
  onView: (view: View) => void;
  onToday: () => void;
  onPrevious: () => void;
  onNext: () => void;
};

export function Toolbar({ title, view, onView, onToday, onPrevious, onNext }: Props) {
  const views: { value: View; label: string }[] = [
    { value: "month", label: m.view_month() },
    { value: "week", label: m.view_week() },
    { value: "day", label: m.view_day() },
    { value: "list", label: m.view_list() },
  ];
  return (
    <Group justify="space-between" gap="sm" p="xs" role="toolbar" aria-label={m.calendar_toolbar()}>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={onToday}>
          {m.today()}
        </Button>
        <ActionIcon.Group>
          <ActionIcon variant="default" size={30} onClick={onPrevious} aria-label={m.period_previous()}>
            <IconChevronLeft size={17} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" size={30} onClick={onNext} aria-label={m.period_next()}>
            <IconChevronRight size={17} aria-hidden />
          </ActionIcon>
        </ActionIcon.Group>
        <Title order={2} ml={6} className="first-capital" aria-live="polite">
          {title}
        </Title>
      </Group>
      <SegmentedControl
        size="xs"
        aria-label={m.view_label()}
        value={view}
        onChange={(chosen) => onView(chosen as View)}
        data={views}
      />
    </Group>
  );
}
