import { Alert, Button, Group, Text } from "@mantine/core";
import { m } from "@/paraglide/messages.js";
import { type FailureCode, failureWords } from "@/text/failure";

type Props = {
  refusal: { code: FailureCode; calendars: readonly string[] };
  /** Leads to the choice of a time, where that is not in sight. */
  onElsewhere?: () => void;
  /** Does it all the same; none where nobody may. */
  onAnyway?: (() => void) | undefined;
  /** What that is called; booking, unless something else was refused. */
  anyway?: string;
  pending?: boolean;
};

/** Why an appointment was not made or moved, and what leads on from there. */
export function BookingRefusal({ refusal: { code, calendars }, onElsewhere, onAnyway, anyway, pending }: Props) {
  const { what, toDo } = failureWords(code, calendars);
  return (
    <Alert color="orange" role="alert" title={what}>
      <Text size="sm">{toDo}</Text>
      {(onElsewhere || onAnyway) && (
        <Group gap="xs" mt="sm">
          {onElsewhere && (
            <Button variant="default" size="xs" onClick={onElsewhere}>
              {m.choose_another_time()}
            </Button>
          )}
          {onAnyway && (
            <Button variant="default" size="xs" loading={pending} onClick={onAnyway}>
              {anyway ?? m.create_anyway()}
            </Button>
          )}
        </Group>
      )}
    </Alert>
  );
}
