import { Button } from "@mantine/core";
import {
  IconArrowBackUp,
  IconCalendarPlus,
  IconCalendarTime,
  IconCheck,
  IconPencil,
  IconUserPlus,
  IconUserX,
} from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type Appointment, completeAppointment, markNoShow, reopenAppointment } from "@/api/appointments";
import { tell, tellWithUndo } from "@/components/notice";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useNow } from "@/time/ticking";
import type { Mode } from "./appointment-window";
import classes from "./details.module.css";

type Props = { appointment: Appointment; onMode: (mode: Mode) => void };
const minute = 60_000;
const icon = { size: 16, "aria-hidden": true } as const;

export function DetailActions({ appointment, onMode }: Props) {
  const { openBooking } = useWindows();
  const complete = useMutation(completeAppointment);
  const absent = useMutation(markNoShow);
  const reopen = useMutation(reopenAppointment);
  const begun = useNow(minute) >= Date.parse(appointment.start);
  const { id, status } = appointment;
  const { name } = appointment.person;
  const again = (
    <Button variant="default" leftSection={<IconCalendarPlus {...icon} />} onClick={() => openBooking({ like: id })}>
      {m.book_again()}
    </Button>
  );
  if (status === "cancelled") return <div className={classes.actions}>{again}</div>;
  const undo = () => reopen.mutate([id]);
  const edit = (
    <Button variant="default" leftSection={<IconPencil {...icon} />} onClick={() => onMode("edit")}>
      {m.edit()}
    </Button>
  );
  const profile = appointment.person.kind === "prospect" && (
    <Button variant="default" leftSection={<IconUserPlus {...icon} />} onClick={() => onMode("profile")}>
      {m.profile_create()}
    </Button>
  );
  if (status !== "scheduled") {
    return (
      <div className={classes.actions}>
        {edit}
        {profile}
        <Button
          variant="default"
          leftSection={<IconArrowBackUp {...icon} />}
          loading={reopen.isPending}
          onClick={() => reopen.mutate([id], { onSuccess: () => tell(m.reopened({ name })) })}
        >
          {m.reopen()}
        </Button>
        {again}
      </div>
    );
  }
  return (
    <div className={classes.actions}>
      {edit}
      <Button variant="default" leftSection={<IconCalendarTime {...icon} />} onClick={() => onMode("move")}>
        {m.move()}
      </Button>
      {begun && (
        <>
          <Button
            variant="default"
            leftSection={<IconCheck {...icon} />}
            loading={complete.isPending}
            onClick={() => complete.mutate([id], { onSuccess: () => tellWithUndo(m.completed({ name }), undo) })}
          >
            {m.complete()}
          </Button>
          <Button
            variant="default"
            leftSection={<IconUserX {...icon} />}
            loading={absent.isPending}
            onClick={() => absent.mutate([id], { onSuccess: () => tellWithUndo(m.marked_absent({ name }), undo) })}
          >
            {m.absent()}
          </Button>
        </>
      )}
      {profile}
      <Button
        variant="subtle"
        color="red"
        c="var(--mantine-color-error)"
        className={classes.push}
        onClick={() => onMode("cancel")}
      >
        {m.cancel_appointment()}
      </Button>
    </div>
  );
}
