// The small messages at the edge of the window. Results are said politely; refusals at once and until closed.
import { Button, Group, Text } from "@mantine/core";
import { type NotificationData, notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { m } from "@/paraglide/messages.js";

type Words = { what: string; toDo: string };
type Said = Omit<NotificationData, "id" | "onClose" | "withBorder" | "closeButtonProps">;

/** The notice that says these words, or is about this, while it is shown. */
const saying = new Map<string, string>();

/**
 * Said again, the same words are drawn anew in place of those still shown: they pile up to nothing more, but their time
 * begins again, and a screen reader hears them again.
 */
function say(words: string, said: Said): string {
  const before = saying.get(words);
  if (before) notifications.hide(before);
  const id = notifications.show({
    ...said,
    withBorder: true,
    closeButtonProps: { "aria-label": m.close() },
    onClose: () => {
      if (saying.get(words) === id) saying.delete(words);
    },
  });
  saying.set(words, id);
  return id;
}

/** `about`: what is told anew takes the place of what was told about the same. */
export function tell(message: string, about = message): void {
  say(about, { message, autoClose: 5000, role: "status" });
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
    closeButtonProps: { "aria-label": m.close() },
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

const sayAtOnce = (words: Words, color: "red" | "orange", message: ReactNode = words.toDo): string =>
  say(`${words.what} ${words.toDo}`, { title: words.what, message, color, autoClose: 15_000, role: "alert" });

export function tellFailure(words: Words): void {
  sayAtOnce(words, "red");
}

/** "You cannot do that now": nothing broke, so nothing is red. */
export function tellRefusal(words: Words): void {
  sayAtOnce(words, "orange");
}

/** A refusal with the one way to go on all the same. */
export function tellFailureWithChoice(words: Words, label: string, choose: () => void): void {
  const id = sayAtOnce(
    words,
    "orange",
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
    </>,
  );
}
