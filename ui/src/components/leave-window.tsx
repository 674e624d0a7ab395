import { Button, Group, Text } from "@mantine/core";
import { Window } from "./window";

type Words = { title: string; text: string; leave: string; stay: string };

/** Asked over what would be lost. */
export function LeaveWindow({ words, onStay, onLeave }: { words: Words; onStay: () => void; onLeave: () => void }) {
  return (
    <Window onClose={onStay} title={words.title} size="sm" zIndex={300}>
      <Text mb="lg">{words.text}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onLeave}>
          {words.leave}
        </Button>
        <Button onClick={onStay} data-autofocus>
          {words.stay}
        </Button>
      </Group>
    </Window>
  );
}
