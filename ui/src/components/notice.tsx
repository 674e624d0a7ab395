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

type Undoable = { id: string; run: string | undefined; undo: () => unknown };

/** What is still shown with an undo, the latest last. */
let undoable: readonly Undoable[] = [];
const forget = (id: string) => {
  undoable = undoable.filter((one) => one.id !== id);
};

/** One after the other: each goes back to what stood before it, and the last one asked for is to stand. */
let undoing: Promise<unknown> = Promise.resolve();
function takeBack({ id, undo }: Pick<Undoable, "id" | "undo">) {
  forget(id);
  notifications.hide(id);
  undoing = undoing.then(undo).catch(() => undefined);
}

/** Takes back what was last told with an undo, while that is still shown; asked again, what was told before it. */
export function undoLatest(): boolean {
  const latest = undoable.at(-1);
  if (latest) takeBack(latest);
  return latest !== undefined;
}

/**
 * Says what was done and offers to take it back. What is done in several strokes has the same `run`: it is told once
 * and taken back as a whole.
 */
export function tellWithUndo(message: string, undoThis: () => unknown, run?: string): void {
  const before = undoable.at(-1);
  const same = run !== undefined && before?.run === run ? before : null;
  if (same) {
    forget(same.id);
    notifications.hide(same.id);
  }
  const undo = same?.undo ?? undoThis;
  const id = notifications.show({
    autoClose: 10_000,
    onClose: () => forget(id),
    role: "status",
    withBorder: true,
    closeButtonProps: { "aria-label": m.close() },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        <Button variant="subtle" size="compact-sm" flex="none" onClick={() => takeBack({ id, undo })}>
          {m.undo()}
        </Button>
      </Group>
    ),
  });
  undoable = [...undoable, { id, run, undo }];
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

/** What is done about a failure that the one failure notice has told. */
export const ignored = () => undefined;
