import { Button, Group, Text } from "@mantine/core";
import { Window } from "@/components/window";
import { m } from "@/paraglide/messages.js";

type Props = { title: string; onStay: () => void; onLeave: () => void };

export function LeaveWindow({ title, onStay, onLeave }: Props) {
  return (
    <Window onClose={onStay} title={title} size="sm" zIndex={300}>
      <Text mb="lg">{m.leave_text()}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onLeave}>
          {m.leave_discard()}
        </Button>
        <Button onClick={onStay} data-autofocus>
          {m.leave_stay()}
        </Button>
      </Group>
    </Window>
  );
}
