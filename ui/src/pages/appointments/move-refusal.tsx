import { Alert, Button, Text } from "@mantine/core";
import { mayInsist } from "@/api/appointments";
import type { Failure } from "@/api/failure";
import { BookingRefusal } from "@/components/booking-refusal";
import { ConflictList } from "@/components/conflict-list";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";

type Props = { failure: Failure; onAnyway: () => void; pending: boolean };

/** Why nothing was moved; over the coach's own rules it is, on their word. */
export function MoveRefusal({ failure, onAnyway, pending }: Props) {
  if (failure.code !== "series_conflicts") {
    const may = mayInsist(failure) ? onAnyway : undefined;
    return <BookingRefusal refusal={failure} anyway={m.move_anyway()} onAnyway={may} pending={pending} />;
  }
  const insists = failure.conflicts.every(({ conflict }) => conflict.mayPassOver);
  return (
    <Alert color="orange" role="alert" title={failureWords(failure.code).what}>
      <Text size="sm">{insists ? m.move_conflicts_insist() : m.move_conflicts_do()}</Text>
      <ConflictList conflicts={failure.conflicts} />
      {insists && (
        <Button variant="default" size="xs" mt="sm" loading={pending} onClick={onAnyway}>
          {m.move_anyway()}
        </Button>
      )}
    </Alert>
  );
}
