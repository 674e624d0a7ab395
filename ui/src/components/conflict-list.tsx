import { List } from "@mantine/core";
import { conflictWords, type ToldConflict } from "@/text/series";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";

type Conflicts = { start: string; conflict: ToldConflict }[];

/** What stands against each of several appointments. */
export function ConflictList({ conflicts }: { conflicts: Conflicts }) {
  const words = useTimeWords(useToday());
  return (
    <List size="sm" mt="xs">
      {conflicts.map(({ start, conflict }) => (
        <List.Item key={start}>
          <span className="first-capital">{words.moment(start)}</span> · {conflictWords(conflict)}
        </List.Item>
      ))}
    </List>
  );
}
