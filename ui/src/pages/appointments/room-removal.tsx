// The room of a cancelled appointment: gone, or still to be deleted, and then why.
import { Button, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { retryRooms } from "@/api/appointments";
import { owedRooms } from "@/api/rooms";
import { m } from "@/paraglide/messages.js";
import { roomProblemWords } from "@/text/room";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import classes from "./details.module.css";

export function RoomRemoval({ id }: { id: string }) {
  const { data = [] } = useQuery(owedRooms);
  const words = useTimeWords(useToday());
  const retry = useMutation(retryRooms);
  const owed = data.find((one) => one.appointment === id && one.need === "removal");
  if (!owed?.problem) {
    return (
      <Text c="dimmed" size="sm">
        {m.room_removed()}
      </Text>
    );
  }
  return (
    <section className={`${classes.room} ${classes.owed}`} aria-label={m.room_label()}>
      <Text fw={600} size="sm">
        {m.room_removal_owed_since({ when: words.moment(owed.since) })}
      </Text>
      <Text size="sm">{`${roomProblemWords(owed.problem, owed.need)} ${m.room_removal_harmless()}`}</Text>
      <div>
        <Button variant="default" size="xs" onClick={() => retry.mutate([])} loading={retry.isPending}>
          {m.retry_now()}
        </Button>
      </div>
    </section>
  );
}
