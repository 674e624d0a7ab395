// The small messages at the edge of the window. Results are said politely; refusals at once and until closed.
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { m } from "@/paraglide/messages.js";

const closeLabel = () => ({ "aria-label": m.close() });

export function tell(message: string): void {
  notifications.show({ message, autoClose: 5000, role: "status", closeButtonProps: closeLabel(), withBorder: true });
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
    closeButtonProps: closeLabel(),
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
