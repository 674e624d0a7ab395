// The video room of an appointment: whether it is there, why not, how to enter and to invite.
import { Button, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconLink } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type Appointment, clientLink, joinMeeting, retryRooms } from "@/api/appointments";
import { JoinButton } from "@/components/join-button";
import { tell } from "@/components/notice";
import { VideoSettingsLink } from "@/components/video-settings-link";
import { m } from "@/paraglide/messages.js";
import { needsKey, roomProblemWords } from "@/text/room";
import { useTimeWords } from "@/time/civil";
import { joinState } from "@/time/join-window";
import { useNow } from "@/time/ticking";
import { useToday } from "@/time/today";
import classes from "./details.module.css";
import { MailLink } from "./mail-link";
import { RoomRemoval } from "./room-removal";

export function Room({ appointment: { id, room, join } }: { appointment: Appointment }) {
  const entering = useMutation(joinMeeting);
  const linking = useMutation(clientLink);
  const over = joinState(join, useNow(1000)).state === "over";
  const owed = room.state === "owed";
  if (!join && !owed) return room.state === "removed" ? <RoomRemoval id={id} /> : null;
  // Over before it had one, as a session that is entered afterwards: there is nothing to say of a room.
  if (over && room.state === "none") return null;
  const copy = () => linking.mutate([id], { onSuccess: ({ copied }) => copied && tell(m.link_copied()) });
  const byHand = linking.data && !linking.data.copied ? linking.data.url : null;
  return (
    <section className={`${classes.room} ${owed ? classes.owed : ""}`} aria-label={m.room_label()}>
      {owed ? <Owed room={room} /> : !over && <Text size="sm">{m.room_ready()}</Text>}
      {join && (
        <div className={classes.row}>
          <JoinButton window={join} onJoin={() => entering.mutate([id])} pending={entering.isPending} />
        </div>
      )}
      {!owed && join && !over && (
        <div className={classes.row}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconLink size={15} aria-hidden />}
            onClick={copy}
            loading={linking.isPending}
          >
            {m.copy_client_link()}
          </Button>
          <MailLink id={id} />
        </div>
      )}
      {byHand && (
        <TextInput
          label={m.link_by_hand()}
          value={byHand}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          autoFocus
        />
      )}
    </section>
  );
}

function Owed({ room }: { room: Appointment["room"] }) {
  const words = useTimeWords(useToday());
  const retry = useMutation(retryRooms);
  return (
    <>
      <div className="warned">
        <IconAlertTriangle size={18} color="var(--warn)" aria-hidden />
        <Text fw={600} size="sm">
          {room.owedSince ? m.room_owed_since({ when: words.moment(room.owedSince) }) : m.room_owed()}
        </Text>
      </div>
      <Text size="sm">
        {roomProblemWords(room.problem)}
        {room.nextTryAt && ` ${m.room_next_try({ when: words.moment(room.nextTryAt) })}`}
      </Text>
      <div>
        {needsKey(room.problem) ? (
          <VideoSettingsLink />
        ) : (
          <Button variant="default" size="xs" onClick={() => retry.mutate([])} loading={retry.isPending}>
            {m.retry_now()}
          </Button>
        )}
      </div>
    </>
  );
}
