import { Button, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { m } from "@/paraglide/messages.js";

type Props = { what: string; toDo: string; onRetry: () => void };

/** In place of what could not be shown: the page, or the whole window at start. */
export function FailureScreen({ what, toDo, onRetry }: Props) {
  return (
    <Stack role="alert" align="center" justify="center" gap="sm" p="xl" mih={280} h="100%">
      <ThemeIcon variant="light" color="orange" size={44} radius="xl">
        <IconAlertTriangle size={22} aria-hidden />
      </ThemeIcon>
      <Title order={2}>{what}</Title>
      <Text c="dimmed" ta="center" maw={460}>
        {toDo}
      </Text>
      <Button variant="default" onClick={onRetry}>
        {m.try_again()}
      </Button>
    </Stack>
  );
}
