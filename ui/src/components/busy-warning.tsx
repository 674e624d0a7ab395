import { Alert, List, Text } from "@mantine/core";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { dateIn } from "@/time/zone";

type Props = {
  times: readonly { start: string; end: string; feedName: string }[];
  /** An appointment that stands already is to go there. */
  moving?: boolean;
};

/** Before anything is done: another calendar has the coach elsewhere then. Doing it all the same is their right. */
export function BusyWarning({ times, moving = false }: Props) {
  const { zone } = useCivil();
  const words = useTimeWords(useToday());
  if (times.length === 0) return null;
  return (
    <Alert color="orange" role="status" title={m.busy_warning()}>
      <List size="sm">
        {times.map(({ start, end, feedName }) => (
          <List.Item key={`${start} ${feedName}`}>
            {feedName} · {words.moment(start)} –{" "}
            {dateIn(start, zone) === dateIn(end, zone) ? words.time(end) : words.moment(end)}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt={4}>
        {moving ? m.busy_warning_moving() : m.busy_warning_text()}
      </Text>
    </Alert>
  );
}
