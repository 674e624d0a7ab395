import type { EventDisplayInfo } from "@fullcalendar/react";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Appointment } from "@/api/appointments";
import { KindIcon, StatusIcon } from "@/components/status-icon";
import { m } from "@/paraglide/messages.js";
import { lacksRoom } from "@/text/room";
import { kindWord, statusWord } from "@/text/status";
import { useTimeWords } from "@/time/civil";
import { minutesBetween } from "@/time/zone";

/** One appointment as the calendar shows it; what the eye sees as colour and sign is also said. */
export function EventFace({ event, isShort, view }: Pick<EventDisplayInfo, "event" | "isShort" | "view">) {
  const appointment = event.extendedProps.appointment as Appointment;
  // Told, not asked of the clock: three hundred of these must not each keep a timer.
  const words = useTimeWords(event.extendedProps.today as string);
  const list = view.type.startsWith("list");
  const line = list || isShort;
  const day = view.type === "timeGridDay";
  const short = isShort && !list;
  const start = event.start ? event.start.toISOString() : appointment.start;
  const end = event.end ? event.end.toISOString() : appointment.end;
  // Too low for a line of signs under the name.
  const low = !line && !day && minutesBetween(start, end) < 55;
  const owed = lacksRoom(appointment);
  return (
    <div
      className={[
        "appt-face",
        line ? "appt-line" : "appt-block",
        list && "appt-list",
        short && "appt-short",
        low && "appt-low",
      ]
        .filter(Boolean)
        .join(" ")}
    >
      <time className="appt-time">
        <span>{words.time(start)}</span>
        {!short && <span> – {words.time(end)}</span>}
      </time>
      <span className="appt-name">{appointment.person.name}</span>
      {(list || day) && (
        <span className="appt-what" aria-hidden>
          {appointment.typeName} · {kindWord(appointment.kind)}
        </span>
      )}
      <span className="unseen">
        {[appointment.typeName, kindWord(appointment.kind), statusWord(appointment.status), words.dateOf(start)].join(
          ", ",
        )}
      </span>
      <span className="appt-signs">
        {owed && (
          <>
            <IconAlertTriangle size={13} className="appt-owed" aria-hidden />
            <span className="unseen">{m.room_owed_short()}</span>
          </>
        )}
        <StatusIcon status={appointment.status} size={13} />
        {!isShort && !day && <KindIcon kind={appointment.kind} size={13} />}
      </span>
    </div>
  );
}
