import { Button, Group, Text } from "@mantine/core";
import { Window } from "@/components/window";
import { m } from "@/paraglide/messages.js";

type Props = { title: string; text: string; pending: boolean; onDelete: () => void; onClose: () => void };

/** Asked only where nothing could bring it back. */
export function DeleteWindow({ title, text, pending, onDelete, onClose }: Props) {
  return (
    <Window onClose={onClose} title={title} size="sm">
      <Text mb="lg">{text}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {m.keep()}
        </Button>
        <Button color="red.9" onClick={onDelete} loading={pending}>
          {m.delete()}
        </Button>
      </Group>
    </Window>
  );
}
