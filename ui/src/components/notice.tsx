// The small messages at the edge of the window. Results are said politely; refusals at once and until closed.
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { m } from "@/paraglide/messages.js";

const closeLabel = () => ({ "aria-label": m.close() });

export function tell(message: string): void {
  notifications.show({ message, autoClose: 5000, role: "status", closeButtonProps: closeLabel(), withBorder: true });
}

let latest: { id: string; undo: () => void } | null = null;

/** Takes back what was last told with an undo, while that is still shown. */
export function undoLatest(): boolean {
  if (!latest) return false;
  const { id, undo } = latest;
  notifications.hide(id);
  latest = null;
  undo();
  return true;
}

/** Says what was done and offers to take it back. */
export function tellWithUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: 10_000,
    onClose: () => {
      if (latest?.id === id) latest = null;
    },
    role: "status",
    withBorder: true,
    closeButtonProps: closeLabel(),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {m.undo()}
        </Button>
      </Group>
    ),
  });
  latest = { id, undo };
}

export function tellFailure({ what, toDo }: { what: string; toDo: string }): void {
  notifications.show({
    title: what,
    message: toDo,
    color: "red",
    autoClose: 15_000,
    role: "alert",
    withBorder: true,
    closeButtonProps: closeLabel(),
  });
}

/** "You cannot do that now": nothing broke, so nothing is red. */
export function tellRefusal({ what, toDo }: { what: string; toDo: string }): void {
  notifications.show({
    title: what,
    message: toDo,
    color: "orange",
    autoClose: 15_000,
    role: "alert",
    withBorder: true,
    closeButtonProps: closeLabel(),
  });
}

/** A refusal with the one way to go on all the same. */
export function tellFailureWithChoice(words: { what: string; toDo: string }, label: string, choose: () => void): void {
  const id = notifications.show({
    title: words.what,
    color: "orange",
    autoClose: 15_000,
    role: "alert",
    withBorder: true,
    closeButtonProps: closeLabel(),
    message: (
      <>
        <Text size="sm">{words.toDo}</Text>
        <Button
          mt="xs"
          variant="default"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id);
            choose();
          }}
        >
          {label}
        </Button>
      </>
    ),
  });
}
