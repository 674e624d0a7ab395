import { Alert, Button, Group, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { popupStanding, type Standing, testPopup } from "@/api/notices";
import { m } from "@/paraglide/messages.js";
import { Section } from "./section";

/** Whether the system shows pop-ups, and a way to see one. */
export function PopupsSection() {
  const { data: standing } = useQuery({ ...popupStanding, staleTime: 0 });
  const test = useMutation(testPopup);
  return (
    <Section title={m.popups_title()} hint={m.popups_hint()}>
      {standing && standing !== "ready" && (
        <Alert color="yellow" icon={<IconInfoCircle size={18} aria-hidden />} mb="md" title={trouble[standing]()}>
          {m.popups_in_window()}
        </Alert>
      )}
      <Group>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate([])}>
          {m.popups_test()}
        </Button>
        <Text size="sm" role="status">
          {test.isSuccess && (test.data ? m.popups_sent() : m.popups_not_sent())}
        </Text>
      </Group>
    </Section>
  );
}

const trouble: Record<Exclude<Standing, "ready">, () => string> = {
  missing: m.popups_missing,
  refusing: m.popups_refusing,
};
