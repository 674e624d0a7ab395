// One appointment in a list: compact (a line that opens it) or full (with what can be done next to it).
import { Badge, Text, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { m } from "@/paraglide/messages.js";
import { lacksRoom } from "@/text/room";
import { kindWord, type MeetingKind, type Status, statusWord } from "@/text/status";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import classes from "./appointment-card.module.css";
import { KindIcon, StatusIcon } from "./status-icon";
import { TheirTime } from "./their-time";
import { typeStyle } from "./type-dot";

export type CardAppointment = {
  id: string;
  start: string;
  end: string;
  person: { name: string };
  typeName: string;
  colour: string;
  kind: MeetingKind;
  status: Status;
  room: { state: string; problem: string | null };
};

type CardProps = Props & {
  lead?: "person" | "time";
  children?: ReactNode;
  /** Where the person lives by another clock. */
  theirZone?: string | null;
};
type Props = { appointment: CardAppointment; onOpen: (id: string) => void; withDate?: boolean };

const marks = (status: Status) => (status === "cancelled" || status === "no_show" ? classes[status] : "");

/** A plain button: a day of them is drawn with every change of month, and one of the library's takes twice as long. */
export const AppointmentLine = memo(function AppointmentLine({ appointment, onOpen, withDate = false }: Props) {
  const words = useTimeWords(useToday());
  const { start, end, status, kind } = appointment;
  return (
    <button
      type="button"
      className={`typed ${classes.compact} ${marks(status)}`}
      style={typeStyle(appointment.colour)}
      onClick={() => onOpen(appointment.id)}
    >
      <time className={classes.time} dateTime={start}>
        {words.time(start)}
      </time>
      <span className={classes.name}>{appointment.person.name}</span>
      <Signs appointment={appointment} />
      <span className={classes.until}>
        <span className="unseen">– </span>
        <time dateTime={end}>{words.time(end)}</time>
      </span>
      <span className={classes.detail}>
        {withDate && `${words.dateOf(start)} · `}
        {appointment.typeName} · {kindWord(kind)}
        {status !== "scheduled" && <span className="unseen"> · {statusWord(status)}</span>}
      </span>
    </button>
  );
});

/** `lead`: what stands first, the person or (where that is known already) the time. */
export function AppointmentCard({ appointment, onOpen, lead = "person", theirZone, children }: CardProps) {
  const words = useTimeWords(useToday());
  const { start, end, status, kind } = appointment;
  const when = (
    <time dateTime={start} className="first-capital">
      {words.dateOf(start)}, {words.range(start, end)}
    </time>
  );
  return (
    <article
      className={`typed ${classes.full} ${marks(status)}`}
      style={typeStyle(appointment.colour)}
      aria-label={`${appointment.person.name}, ${words.moment(start)}`}
    >
      <div className={classes.body}>
        <UnstyledButton className={classes.name} onClick={() => onOpen(appointment.id)}>
          {lead === "person" ? appointment.person.name : when}
        </UnstyledButton>
        <div className={classes.when}>
          {lead === "person" && when}
          <Text span size="sm" c="dimmed">
            {appointment.typeName} · {kindWord(kind)}
          </Text>
          <TheirTime start={start} end={end} zone={theirZone} />
        </div>
      </div>
      {status !== "scheduled" && <StatusBadge status={status} />}
      {children && <div className={classes.actions}>{children}</div>}
    </article>
  );
}

const colours: Record<Status, string> = {
  scheduled: "indigo",
  completed: "gray",
  cancelled: "gray",
  no_show: "orange",
};

const badge = { variant: "default", tt: "none", fw: 550 } as const;

export function StatusBadge({ status }: { status: Status }) {
  return (
    <Badge
      {...badge}
      color={colours[status]}
      leftSection={status === "scheduled" ? undefined : <StatusIcon status={status} size={13} />}
    >
      {statusWord(status)}
    </Badge>
  );
}

/** Over, and nobody said whether it took place. */
export function ToCloseBadge() {
  return <Badge {...badge}>{m.standing_to_close()}</Badge>;
}

function Signs({ appointment }: { appointment: CardAppointment }) {
  const owed = lacksRoom(appointment);
  return (
    <span className={classes.signs}>
      {owed && (
        <>
          <IconAlertTriangle size={14} className={classes.owed} aria-hidden />
          <span className="unseen">{m.room_owed_short()}</span>
        </>
      )}
      <StatusIcon status={appointment.status} />
      <KindIcon kind={appointment.kind} />
    </span>
  );
}
