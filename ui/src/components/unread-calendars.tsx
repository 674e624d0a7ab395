import { Alert, Button, Text } from "@mantine/core";
import { m } from "@/paraglide/messages.js";

type Props = {
  feeds: readonly { name: string; enabled: boolean; goodAt: string | null; holdsUpBookings: boolean }[];
  /** An appointment that stands already is to take one of the slots. */
  moving?: boolean;
  pending: boolean;
  onPassOver: () => void;
};

/** Calendars that count and were never read: the slots beside this know nothing of them. */
export function UnreadCalendars({ feeds, moving = false, pending, onPassOver }: Props) {
  const unread = feeds.filter(({ enabled, goodAt }) => enabled && !goodAt);
  if (unread.length === 0) return null;
  const names = unread.map(({ name }) => name).join(", ");
  return (
    <Alert color="orange" mb="sm" role="status" title={m.unread_calendars_title({ names })}>
      <Text size="sm">{m.unread_calendars_text()}</Text>
      {unread.some(({ holdsUpBookings }) => holdsUpBookings) && (
        <Button variant="default" size="xs" mt="sm" loading={pending} onClick={onPassOver}>
          {moving ? m.unread_calendars_move() : m.unread_calendars_pass_over()}
        </Button>
      )}
    </Alert>
  );
}
