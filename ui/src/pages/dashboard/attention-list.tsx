// What waits for the coach: rooms that could not be made, the key, appointments that are over and still open.
import { Button, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Appointment, type Attention, attention, retryRooms, upcomingAppointments } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { videoAccount } from "@/api/video-account";
import { FailureScreen } from "@/components/failure-screen";
import { VideoSettingsLink } from "@/components/video-settings-link";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { planRefusedWords } from "@/text/plan";
import { needsKey, roomProblemWords } from "@/text/room";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import classes from "./dashboard.module.css";
import { comingMost } from "./next-appointment";
import { ToClose } from "./to-close";

export function AttentionList() {
  const { data = [], error, refetch } = useQuery({ ...attention, refetchInterval: 60_000 });
  const rooms = data.filter((one) => one.kind === "room_owed");
  const keyless = useMissingKey();
  const over = data.flatMap((one) => (one.kind === "to_close" ? [one.appointment] : []));
  if (data.length === 0 && !error && !keyless) return null;
  return (
    <section className={`card ${classes.section} ${classes.next}`} aria-labelledby="attention-title">
      <Title order={2} id="attention-title">
        {m.attention_title()}
      </Title>
      {error && <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />}
      {keyless && <InSettings what={m.attention_no_key()} />}
      {data.map((one) => one.kind !== "to_close" && <Item key={keyOf(one)} item={one} />)}
      {rooms.some(({ appointment }) => !needsKey(appointment.room.problem)) && <RetryRooms />}
      {over.length > 0 && <ToClose appointments={over} />}
    </section>
  );
}

/** No key is entered though it will be needed: told before the first room is owed. */
function useMissingKey(): boolean {
  const { data: account } = useQuery(videoAccount);
  const { data: coming = [] } = useQuery(upcomingAppointments(comingMost));
  return account?.state === "not_set" && coming.some(({ kind }) => kind === "video");
}

type Told = Exclude<Attention, { kind: "to_close" }>;

function keyOf(one: Told): string {
  if ("appointment" in one) return one.kind + one.appointment.id;
  if ("name" in one) return one.kind + one.name;
  return one.kind === "plan_refused" ? one.kind + one.feature : one.kind;
}

function Item({ item }: { item: Told }) {
  if (item.kind === "room_owed") return <OwedRoom appointment={item.appointment} />;
  if (item.kind === "plan_refused")
    return <InSettings what={`${planRefusedWords(item.feature)} ${m.plan_refused_do()}`} />;
  if ("name" in item) return <Calendar item={item} />;
  return <InSettings what={item.kind === "key_refused" ? m.attention_key_refused() : m.attention_keyring()} />;
}

type OfCalendar = Extract<Attention, { name: string }>;

function Calendar({ item }: { item: OfCalendar }) {
  const words = useTimeWords(useToday());
  const { name } = item;
  const what = () => {
    if (item.kind === "calendar_unread") return m.attention_calendar_unread({ name });
    if (item.kind === "calendar_stale") return m.attention_calendar_stale({ name, when: words.moment(item.goodAt) });
    return m.attention_calendar_ends({ name, when: words.moment(item.knownUntil) });
  };
  return (
    <div className={classes.item}>
      <Text fw={600}>{what()}</Text>
      <div>
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => <Link to="/settings" search={{ tab: "availability" }} {...props} />}
        >
          {m.open_calendar_settings()}
        </Button>
      </div>
    </div>
  );
}

function InSettings({ what }: { what: string }) {
  return (
    <div className={classes.item}>
      <Text fw={600}>{what}</Text>
      <div>
        <VideoSettingsLink />
      </div>
    </div>
  );
}

function OwedRoom({ appointment }: { appointment: Appointment }) {
  const words = useTimeWords(useToday());
  const { openAppointment } = useWindows();
  const { room, person, start } = appointment;
  return (
    <div className={classes.item}>
      <div className="warned">
        <IconAlertTriangle size={18} color="var(--warn)" aria-hidden />
        <Text fw={600}>{m.attention_room({ name: person.name, when: words.moment(start) })}</Text>
      </div>
      <Text size="sm">
        {room.owedSince && `${m.room_owed_since({ when: words.moment(room.owedSince) })}. `}
        {roomProblemWords(room.problem)}
      </Text>
      <div>
        <Button size="xs" variant="default" onClick={() => openAppointment(appointment.id)}>
          {m.details()}
        </Button>
      </div>
    </div>
  );
}

function RetryRooms() {
  const retry = useMutation(retryRooms);
  return (
    <div>
      <Button size="xs" variant="default" onClick={() => retry.mutate([])} loading={retry.isPending}>
        {m.retry_now()}
      </Button>
    </div>
  );
}
