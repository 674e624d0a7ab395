// Who is in the room while the session runs, and who came once it is over. What that suggests is proposed to the coach,
// who alone says whether the session took place.
import { Button, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type Appointment, completeAppointment, markNoShow, reopenAppointment } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { type Attended, attendanceOf, type PersonInRoom, roomPresence, type Visitor } from "@/api/rooms";
import { ignored, tellWithUndo } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useTimeWords } from "@/time/civil";
import { useNow } from "@/time/ticking";
import { useToday } from "@/time/today";
import classes from "./details.module.css";

/** Daily's own list lags by 10 to 25 seconds: asking more often shows nothing new. */
const look = 15_000;
const minute = 60_000;

export function Attendance({ appointment }: { appointment: Appointment }) {
  const { id, status, room, start, end } = appointment;
  const now = useNow(look);
  const opens = Date.parse(start) - 15 * minute;
  const closes = Date.parse(end) + 60 * minute;
  const open = status === "scheduled" && room.state === "ready" && now >= opens && now < closes;
  const over = status !== "cancelled" && now >= Date.parse(end);
  return (
    <>
      {open && <Presence id={id} />}
      {over && <WhoCame appointment={appointment} />}
    </>
  );
}

function Presence({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({ ...roomPresence(id), refetchInterval: look });
  const words = useTimeWords(useToday());
  if (error) return <NotRead title={m.presence_title()} error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className={classes.room} aria-label={m.presence_title()}>
      <Text fw={600} size="sm">
        {m.presence_title()}
      </Text>
      <div role="status">
        {data.length === 0 && <Text size="sm">{m.presence_nobody()}</Text>}
        {data.map((person) => (
          <Text key={`${person.visitor}${person.name}${person.since}`} size="sm">
            {visitorWords(person)}
            {person.since && ` · ${m.presence_since({ time: words.time(person.since) })}`}
          </Text>
        ))}
      </div>
    </section>
  );
}

function WhoCame({ appointment }: { appointment: Appointment }) {
  const { data, error, refetch } = useQuery(attendanceOf(appointment.id));
  const words = useTimeWords(useToday());
  // A session without a room of its own, held otherwise or written down afterwards: there is nothing to tell.
  if (error && asFailure(error).code === "room_not_ready") return null;
  if (error) return <NotRead title={m.attendance_title()} error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const stayed = ({ seconds }: Attended) => words.duration(Math.max(1, Math.round(seconds / 60)));
  return (
    <section className={classes.room} aria-label={m.attendance_title()}>
      <Text fw={600} size="sm">
        {m.attendance_title()}
      </Text>
      {data.people.length === 0 && <Text size="sm">{m.attendance_nobody()}</Text>}
      {data.people.map((person) => (
        <Text key={`${person.visitor}${person.name}`} size="sm">
          {visitorWords(person)}
          {person.since && ` · ${m.attendance_since({ time: words.time(person.since), duration: stayed(person) })}`}
        </Text>
      ))}
      {data.proposal && <Proposal appointment={appointment} proposal={data.proposal} />}
    </section>
  );
}

function Proposal({ appointment, proposal }: { appointment: Appointment; proposal: "completed" | "no_show" }) {
  const complete = useMutation(completeAppointment);
  const absent = useMutation(markNoShow);
  const reopen = useMutation(reopenAppointment);
  const { id, person } = appointment;
  const { name } = person;
  const undo = () => reopen.mutate([id]);
  const came = proposal === "completed";
  const say = came ? complete : absent;
  const done = came ? m.completed({ name }) : m.marked_absent({ name });
  return (
    <div className={classes.row}>
      <Text size="sm">{came ? m.attendance_propose_completed() : m.attendance_propose_absent()}</Text>
      <Button
        variant="default"
        size="xs"
        loading={say.isPending}
        // A promise: what was answered is asked no more, and what is gone is told nothing.
        onClick={() => say.mutateAsync([id]).then(() => tellWithUndo(done, undo), ignored)}
      >
        {came ? m.attendance_say_completed() : m.attendance_say_absent()}
      </Button>
    </div>
  );
}

function NotRead({ title, error, onRetry }: { title: string; error: Error; onRetry: () => void }) {
  const { what, toDo } = failureWords(asFailure(error).code);
  return (
    <section className={classes.room} aria-label={title}>
      <Text size="sm">{m.attendance_not_read({ what, toDo })}</Text>
      <div>
        <Button variant="default" size="xs" onClick={onRetry}>
          {m.retry_now()}
        </Button>
      </div>
    </section>
  );
}

const roles: Record<Visitor, () => string> = {
  coach: m.visitor_coach,
  client: m.visitor_client,
  guest: m.visitor_guest,
};

function visitorWords({ visitor, name }: Pick<PersonInRoom, "visitor" | "name">): string {
  if (visitor === "coach") return roles.coach();
  return name ? m.visitor_named({ name, role: roles[visitor]() }) : roles[visitor]();
}
