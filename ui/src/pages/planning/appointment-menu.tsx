import { Menu } from "@mantine/core";
import {
  IconArrowBackUp,
  IconCalendarTime,
  IconCheck,
  IconEye,
  IconPencil,
  IconUserX,
  IconVideo,
  IconX,
} from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type Appointment, completeAppointment, joinMeeting, markNoShow, reopenAppointment } from "@/api/appointments";
import { ignored, tell, tellWithUndo } from "@/components/notice";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { joinState } from "@/time/join-window";
import { now } from "@/time/now";

const icon = { size: 16, stroke: 1.8, "aria-hidden": true } as const;

/** What can be done with an appointment without opening it: the actions that its status allows. */
export function AppointmentMenu({ appointment }: { appointment: Appointment }) {
  const { openAppointment } = useWindows();
  const join = useMutation(joinMeeting);
  const { id, status } = appointment;
  const joinable = joinState(appointment.join, now()).state === "open";
  return (
    <>
      <Menu.Label aria-hidden>{appointment.person.name}</Menu.Label>
      <Menu.Item leftSection={<IconEye {...icon} />} onClick={() => openAppointment(id)}>
        {m.open()}
      </Menu.Item>
      {appointment.join && status === "scheduled" && (
        <Menu.Item leftSection={<IconVideo {...icon} />} disabled={!joinable} onClick={() => join.mutate([id])}>
          {m.join()}
        </Menu.Item>
      )}
      {status !== "cancelled" && (
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => openAppointment(id, "edit")}>
          {m.edit_window()}
        </Menu.Item>
      )}
      {status === "scheduled" ? <Scheduled appointment={appointment} /> : <Closed appointment={appointment} />}
    </>
  );
}

function Scheduled({ appointment: { id, person, start } }: { appointment: Appointment }) {
  const { openAppointment } = useWindows();
  const complete = useMutation(completeAppointment);
  const absent = useMutation(markNoShow);
  const reopen = useMutation(reopenAppointment);
  const { name } = person;
  const undo = () => reopen.mutate([id]);
  return (
    <>
      <Menu.Item leftSection={<IconCalendarTime {...icon} />} onClick={() => openAppointment(id, "move")}>
        {m.move_window()}
      </Menu.Item>
      {Date.parse(start) <= now() && (
        <>
          <Menu.Divider role="separator" />
          <Menu.Item
            leftSection={<IconCheck {...icon} />}
            onClick={() => complete.mutateAsync([id]).then(() => tellWithUndo(m.completed({ name }), undo), ignored)}
          >
            {m.complete()}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUserX {...icon} />}
            onClick={() => absent.mutateAsync([id]).then(() => tellWithUndo(m.marked_absent({ name }), undo), ignored)}
          >
            {m.absent()}
          </Menu.Item>
        </>
      )}
      <Menu.Divider role="separator" />
      <Menu.Item
        color="var(--mantine-color-error)"
        leftSection={<IconX {...icon} />}
        onClick={() => openAppointment(id, "cancel")}
      >
        {m.cancel_appointment()}
      </Menu.Item>
    </>
  );
}

function Closed({ appointment: { id, status, person } }: { appointment: Appointment }) {
  const reopen = useMutation(reopenAppointment);
  if (status === "cancelled") return null;
  return (
    <Menu.Item
      leftSection={<IconArrowBackUp {...icon} />}
      onClick={() => reopen.mutateAsync([id]).then(() => tell(m.reopened({ name: person.name })), ignored)}
    >
      {m.reopen()}
    </Menu.Item>
  );
}
