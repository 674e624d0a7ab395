import { Button, Group, Modal, Text } from "@mantine/core";
import { m } from "@/paraglide/messages.js";

type Props = { title: string; text: string; pending: boolean; onDelete: () => void; onClose: () => void };

/** Asked only where nothing could bring it back. */
export function DeleteWindow({ title, text, pending, onDelete, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={title} size="sm" closeButtonProps={{ "aria-label": m.close() }}>
      <Text mb="lg">{text}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {m.keep()}
        </Button>
        <Button color="red.9" onClick={onDelete} loading={pending}>
          {m.delete()}
        </Button>
      </Group>
    </Modal>
  );
}
