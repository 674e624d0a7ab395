import { IconAlertTriangle } from "@tabler/icons-react";
import type { Appointment } from "@/api/appointments";
import { StatusIcon } from "@/components/status-icon";
import { typeStyle } from "@/components/type-dot";
import { m } from "@/paraglide/messages.js";
import { lacksRoom } from "@/text/room";
import { kindWord, statusWord } from "@/text/status";

type Props = { appointment: Appointment; time: string; date: string };

/** One appointment in a day of the month: its name begins with what is seen and says what is only a colour or a sign. */
export function MonthLine({ appointment, time, date }: Props) {
  const { id, person, status, kind, typeName, colour } = appointment;
  const owed = lacksRoom(appointment);
  const said = [`${time} ${person.name}`, typeName, kindWord(kind), statusWord(status), date];
  return (
    <button
      type="button"
      className={`typed month-line appt-${status}`}
      style={typeStyle(colour)}
      data-appointment={id}
      aria-label={[...said, ...(owed ? [m.room_owed_short()] : [])].join(", ")}
    >
      <span className="appt-time figures">{time}</span> <span className="appt-name">{person.name}</span>
      {owed && <IconAlertTriangle size={13} className="appt-owed" aria-hidden />}
      {status !== "scheduled" && <StatusIcon status={status} size={13} />}
    </button>
  );
}
