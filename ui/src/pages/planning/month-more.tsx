import { Popover, ScrollArea, Stack, Title } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import type { Appointment } from "@/api/appointments";
import { AppointmentLine } from "@/components/appointment-card";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";

export type MoreAsked = { date: string; button: HTMLElement };
type Props = {
  asked: MoreAsked;
  appointments: readonly Appointment[];
  onOpen: (id: string) => void;
  onClose: () => void;
};

/** All of a day that has more than the month can show. The focus goes in, and back to what asked for it. */
export function MonthMore({ asked: { date, button }, appointments, onOpen, onClose }: Props) {
  const words = useTimeWords(useToday());
  const id = useId();
  const [{ left, top, width, height }] = useState(() => button.getBoundingClientRect());
  useEffect(
    () => () => {
      // What was opened from here may have the focus by now.
      if (document.activeElement === document.body) button.focus();
    },
    [button],
  );
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      onDismiss={onClose}
      position="bottom-start"
      shadow="md"
      width={290}
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span style={{ position: "fixed", left, top, width, height, pointerEvents: "none" }} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown p="sm" role="dialog" aria-labelledby={id}>
        <Title order={3} id={id} className="first-capital" mb="xs">
          {words.date(date)}
        </Title>
        <ScrollArea.Autosize mah="50vh" type="auto" offsetScrollbars="present">
          <Stack gap={6}>
            {appointments.map((one) => (
              <AppointmentLine
                key={one.id}
                appointment={one}
                onOpen={(opened) => {
                  button.focus();
                  onClose();
                  onOpen(opened);
                }}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
