// A client's appointments, and the short form to take another.
import { Button, Collapse, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconCalendarEvent, IconChevronDown, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type Appointment, appointmentsOfClient, joinMeeting } from "@/api/appointments";
import type { Client } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { AppointmentCard, ToCloseBadge } from "@/components/appointment-card";
import { FailureScreen } from "@/components/failure-screen";
import { JoinButton } from "@/components/join-button";
import { Waiting } from "@/components/waiting";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useNow } from "@/time/ticking";
import { ClientAttendance } from "./client-attendance";
import classes from "./client-profile.module.css";
import { ShortBooking } from "./short-booking";

/** So many at once: read and drawn before one can notice. */
const PAGE = 50;

export function PlanningSection({ client }: { client: Client }) {
  const [open, setOpen] = useState(true);
  // Null until the form was open once: the button takes the focus back from it, and not on arriving.
  const [booking, setBooking] = useState<boolean | null>(null);
  const id = useId();
  const [limit, setLimit] = useState(PAGE);
  const { data, error, refetch, isFetching } = useQuery({
    ...appointmentsOfClient(client.id, limit),
    placeholderData: keepPreviousData,
  });
  return (
    <section className={`card ${classes.section} ${classes.planning}`} aria-label={m.nav_planning()}>
      <UnstyledButton className={classes.fold} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <IconCalendarEvent size={19} aria-hidden />
        {m.nav_planning()}
        <span className={classes.counter}>{m.upcoming_count({ count: client.upcomingCount })}</span>
        <IconChevronDown size={18} className={classes.chevron} aria-hidden />
      </UnstyledButton>
      <Collapse expanded={open} id={id} transitionDuration={120}>
        <Stack gap="md" mt="md">
          {booking ? (
            <ShortBooking client={client} onDone={() => setBooking(false)} />
          ) : (
            !client.archived && (
              <div>
                <Button
                  leftSection={<IconPlus size={16} aria-hidden />}
                  autoFocus={booking === false}
                  onClick={() => setBooking(true)}
                >
                  {m.take_appointment()}
                </Button>
              </div>
            )
          )}
          <ClientAttendance id={client.id} />
          {error && <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />}
          {!data && !error && <Waiting rows={3} />}
          {data && <Appointments appointments={data} zone={client.zone} />}
          {data && data.length >= limit && (
            <div>
              <Button variant="default" loading={isFetching} onClick={() => setLimit(limit + PAGE)}>
                {m.client_earlier()}
              </Button>
            </div>
          )}
        </Stack>
      </Collapse>
    </section>
  );
}

function Appointments({ appointments, zone }: { appointments: readonly Appointment[]; zone: string | null }) {
  const nowMs = useNow(60_000);
  if (appointments.length === 0) return <Text c="dimmed">{m.client_no_appointments()}</Text>;
  const coming = appointments.filter((one) => one.status === "scheduled" && Date.parse(one.end) > nowMs);
  const rest = appointments.filter((one) => !coming.includes(one)).toReversed();
  return (
    <>
      {coming.length > 0 && <Group title={m.standing_upcoming()} appointments={coming} zone={zone} />}
      {rest.length > 0 && <Group title={m.client_past()} appointments={rest} zone={zone} />}
    </>
  );
}

type GroupProps = { title: string; appointments: readonly Appointment[]; zone: string | null };

function Group({ title, appointments, zone }: GroupProps) {
  return (
    <Stack gap={8} component="section" aria-label={title}>
      <Text fw={600} size="sm" c="dimmed">
        {title}
      </Text>
      {appointments.map((one) => (
        <Line key={one.id} appointment={one} zone={zone} />
      ))}
    </Stack>
  );
}

function Line({ appointment, zone }: { appointment: Appointment; zone: string | null }) {
  const { openAppointment } = useWindows();
  const join = useMutation(joinMeeting);
  const open = () => openAppointment(appointment.id);
  const isOver = Date.parse(appointment.end) <= useNow(60_000);
  return (
    <AppointmentCard appointment={appointment} onOpen={open} lead="time" theirZone={zone}>
      {isOver && appointment.status === "scheduled" && <ToCloseBadge />}
      {!isOver && (
        <JoinButton
          window={appointment.join}
          onJoin={() => join.mutate([appointment.id])}
          pending={join.isPending}
          size="xs"
          quiet
        />
      )}
      <Button size="xs" variant="default" onClick={open}>
        {m.details()}
      </Button>
      {appointment.status === "scheduled" && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          c="var(--mantine-color-error)"
          onClick={() => openAppointment(appointment.id, "cancel")}
        >
          {m.cancel_appointment()}
        </Button>
      )}
    </AppointmentCard>
  );
}
