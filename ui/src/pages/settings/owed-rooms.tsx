// What is still to be done at Daily.co: what, why, since when.
import { Button, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { retryRooms } from "@/api/appointments";
import { type OwedRoom, owedRooms } from "@/api/rooms";
import { m } from "@/paraglide/messages.js";
import { roomNeedWords, roomProblemWords } from "@/text/room";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { Section } from "./section";
import classes from "./settings.module.css";

export function OwedRooms() {
  const { data = [] } = useQuery({ ...owedRooms, refetchInterval: 60_000 });
  const retry = useMutation(retryRooms);
  if (data.length === 0) return null;
  return (
    <Section
      title={m.owed_title()}
      hint={m.owed_hint()}
      action={
        <Button variant="default" onClick={() => retry.mutate([])} loading={retry.isPending}>
          {m.retry_now()}
        </Button>
      }
    >
      <ul className={classes.list}>
        {data.map((one) => (
          <Owed key={`${one.appointment}${one.need}`} owed={one} />
        ))}
      </ul>
    </Section>
  );
}

function Owed({ owed }: { owed: OwedRoom }) {
  const words = useTimeWords(useToday());
  return (
    <li className={classes.item}>
      <div className={classes.grow}>
        <Text fw={600} size="sm">
          {roomNeedWords(owed.need, { name: owed.person, when: words.moment(owed.start) })}
        </Text>
        <Text size="sm">
          {m.owed_since({ when: words.moment(owed.since) })} {roomProblemWords(owed.problem, owed.need)}
          {owed.problem && ` ${m.room_next_try({ when: words.moment(owed.nextTryAt) })}`}
        </Text>
      </div>
    </li>
  );
}
