import { Alert, Button, Group, Text } from "@mantine/core";
import { m } from "@/paraglide/messages.js";
import { type FailureCode, failureWords } from "@/text/failure";

type Props = {
  refusal: { code: FailureCode; calendars: readonly string[] };
  /** Leads to the choice of a time, where that is not in sight. */
  onElsewhere?: () => void;
  /** Does it all the same; not where nobody may. */
  onAnyway?: () => void;
  /** What that is called; booking, unless something else was refused. */
  anyway?: string;
  pending?: boolean;
};

/** Rules of the coach's own, over which they may book. */
const insistable: readonly FailureCode[] = [
  "busy_elsewhere",
  "calendar_unread",
  "outside_hours",
  "inside_notice",
  "in_the_past",
  "beyond_horizon",
  "day_full",
];
export const mayInsist = (code: FailureCode) => insistable.includes(code);

/** Why an appointment was not made or moved, and what leads on from there. */
export function BookingRefusal({ refusal: { code, calendars }, onElsewhere, onAnyway, anyway, pending }: Props) {
  const { what, toDo } = failureWords(code, calendars);
  const insists = onAnyway && mayInsist(code);
  return (
    <Alert color="orange" role="alert" title={what}>
      <Text size="sm">{toDo}</Text>
      {(onElsewhere || insists) && (
        <Group gap="xs" mt="sm">
          {onElsewhere && (
            <Button variant="default" size="xs" onClick={onElsewhere}>
              {m.choose_another_time()}
            </Button>
          )}
          {insists && (
            <Button variant="default" size="xs" loading={pending} onClick={onAnyway}>
              {anyway ?? m.create_anyway()}
            </Button>
          )}
        </Group>
      )}
    </Alert>
  );
}
