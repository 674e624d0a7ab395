import { Box, Button, Text } from "@mantine/core";
import { IconCalendarShare } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import type { Appointment } from "@/api/appointments";
import { exportAgenda } from "@/api/export";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";

/** The appointment as a file to send to whoever is met; once it took place there is nobody to tell. */
export function CalendarFile({ appointment: { id, status } }: { appointment: Appointment }) {
  const save = useMutation(exportAgenda);
  const hint = useId();
  if (status === "completed" || status === "no_show") return null;
  return (
    <Box mt="md">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCalendarShare size={16} aria-hidden />}
        aria-describedby={hint}
        loading={save.isPending}
        onClick={() =>
          save.mutate([{ what: { kind: "appointment", id }, format: "calendar", names: false }], {
            onSuccess: (done) => done && tell(m.export_done({ name: done.fileName, count: done.appointments })),
          })
        }
      >
        {m.export_appointment()}
      </Button>
      <Text id={hint} size="xs" c="dimmed" mt={4}>
        {status === "cancelled" ? m.export_cancelled_hint() : m.export_appointment_hint()}
      </Text>
    </Box>
  );
}
