import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Appointment, AppointmentDetails } from "@/api/appointments";
import { client } from "@/api/clients";
import { TheirTime } from "@/components/their-time";
import { m } from "@/paraglide/messages.js";
import { everyWords } from "@/text/series";
import { kindWord } from "@/text/status";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { minutesBetween } from "@/time/zone";
import { Attendance } from "./attendance";
import { CalendarFile } from "./calendar-file";
import classes from "./details.module.css";
import { Reminders } from "./reminders";
import { Room } from "./room";

export function Details({
  details: { appointment, reminders, series },
  onLeave,
}: {
  details: AppointmentDetails;
  onLeave: () => void;
}) {
  const words = useTimeWords(useToday());
  const { start, end, cancellation } = appointment;
  return (
    <>
      <p className={`${classes.when} first-capital`} style={{ margin: 0 }}>
        <time dateTime={start}>{words.moment(start)}</time> – <time dateTime={end}>{words.time(end)}</time>
      </p>
      {appointment.person.kind === "client" && <ClientsTime appointment={appointment} id={appointment.person.id} />}
      <dl className={classes.list}>
        <Row name={m.type_label()}>
          {appointment.typeName} · {words.duration(minutesBetween(start, end))}
        </Row>
        <Row name={m.series_label()}>
          {series && (
            <>
              {m.series_place({ number: series.number, total: series.total })} · {everyWords(series.repetition.every)}
            </>
          )}
        </Row>
        <Row name={m.reason_label()}>{appointment.reason?.label}</Row>
        <Row name={m.kind_label()}>{meeting(appointment)}</Row>
        <Row name={personLabel(appointment)}>
          {appointment.person.kind === "client" ? (
            <Anchor
              renderRoot={(props) => <Link to="/clients/$id" params={{ id: clientId(appointment) }} {...props} />}
              onClick={onLeave}
            >
              {appointment.person.name}
            </Anchor>
          ) : (
            `${appointment.person.name} · ${appointment.person.email}`
          )}
        </Row>
        <Row name={m.title_label()}>{appointment.title}</Row>
        <Row name={m.description_label()}>{appointment.description}</Row>
        <Row name={m.client_message()}>{appointment.message}</Row>
        {cancellation && (
          <>
            <Row name={cancellation.by === "coach" ? m.cancelled_by_you() : m.cancelled_by_client()}>
              {words.moment(cancellation.at)}
            </Row>
            <Row name={m.cancel_reason()}>{cancellation.reason}</Row>
          </>
        )}
        <Row name={m.reminders_label()}>
          {reminders.length > 0 && <Reminders reminders={reminders} start={start} />}
        </Row>
      </dl>
      {appointment.kind === "video" && <Room appointment={appointment} />}
      {appointment.kind === "video" && <Attendance appointment={appointment} />}
      <CalendarFile appointment={appointment} />
    </>
  );
}

function ClientsTime({ appointment: { start, end }, id }: { appointment: Appointment; id: string }) {
  const { data } = useQuery(client(id));
  return <TheirTime start={start} end={end} zone={data?.zone} />;
}

/** A line that has nothing to say is left out. */
function Row({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

const personLabel = ({ person }: Appointment) => (person.kind === "client" ? m.client() : m.prospect());
const clientId = ({ person }: Appointment) => (person.kind === "client" ? person.id : "");

function meeting({ kind, phone, place }: Appointment): string {
  const detail = kind === "phone" ? phone : kind === "in_person" ? place : "";
  return detail ? `${kindWord(kind)} · ${detail}` : kindWord(kind);
}
