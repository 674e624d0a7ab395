import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type Appointment, joinMeeting, upcomingAppointments } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { AppointmentCard } from "@/components/appointment-card";
import { Empty } from "@/components/empty";
import { FailureScreen } from "@/components/failure-screen";
import { JoinButton } from "@/components/join-button";
import { Waiting } from "@/components/waiting";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useTimeWords } from "@/time/civil";
import { useNow } from "@/time/ticking";
import { useToday } from "@/time/today";
import { ComingDays } from "./coming-days";
import classes from "./dashboard.module.css";

/** Enough to see beyond a full day. */
export const comingMost = 20;

export function NextAppointment() {
  const { openBooking } = useWindows();
  const { data, error, refetch } = useQuery(upcomingAppointments(comingMost));
  const nowMs = useNow(30_000);
  const coming = data?.filter((one) => Date.parse(one.end) > nowMs);
  const [next, ...later] = coming ?? [];
  return (
    <section className={`card ${classes.section} ${classes.next}`} aria-labelledby="next-title">
      <Title order={2} id="next-title">
        {m.next_title()}
      </Title>
      {error && <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />}
      {!data && !error && <NextWaiting />}
      {data && !next && (
        <Empty
          icon={<IconCalendarPlus size={30} stroke={1.4} />}
          title={m.next_none()}
          action={
            <Button variant="default" onClick={() => openBooking()}>
              {m.new_appointment()}
            </Button>
          }
        >
          {m.next_none_hint()}
        </Empty>
      )}
      {next && <Next appointment={next} />}
      <ComingDays appointments={later} />
    </section>
  );
}

/** The countdown, the appointment, its buttons. */
function NextWaiting() {
  return (
    <Waiting>
      <Stack gap={12}>
        <Skeleton height={49} width={180} radius="md" />
        <Skeleton height={65} radius="md" />
        <Skeleton height={36} width={220} radius="md" />
      </Stack>
    </Waiting>
  );
}

function Next({ appointment }: { appointment: Appointment }) {
  const { openAppointment } = useWindows();
  const join = useMutation(joinMeeting);
  return (
    <>
      <Countdown start={appointment.start} />
      <AppointmentCard appointment={appointment} onOpen={openAppointment} />
      <div className={classes.row}>
        <JoinButton window={appointment.join} onJoin={() => join.mutate([appointment.id])} pending={join.isPending} />
        <Button variant="subtle" px="xs" onClick={() => openAppointment(appointment.id)}>
          {m.details()}
        </Button>
      </div>
    </>
  );
}

function Countdown({ start }: { start: string }) {
  const words = useTimeWords(useToday());
  const left = Date.parse(start) - useNow(1000);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {left > 0 ? m.next_in() : m.next_now()}
      </Text>
      <div className={classes.countdown} role="timer">
        {left > 0 ? words.countdown(left) : words.time(start)}
      </div>
    </div>
  );
}
