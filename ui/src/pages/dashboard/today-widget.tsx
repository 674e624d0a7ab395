// Today's appointments: green when there are any, unfolding to the list.
import { Anchor, Collapse, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconCalendarEvent, IconChevronDown } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { appointmentsOn } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { AppointmentLine } from "@/components/appointment-card";
import { FailureScreen } from "@/components/failure-screen";
import { Waiting } from "@/components/waiting";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useToday } from "@/time/today";
import classes from "./dashboard.module.css";

export function TodayWidget() {
  const { openAppointment } = useWindows();
  const { data, error, refetch } = useQuery(appointmentsOn(useToday()));
  const [open, setOpen] = useState(true);
  const id = useId();
  const held = data?.filter((one) => one.status !== "cancelled") ?? [];
  return (
    <section className={`card ${classes.section}`} aria-label={m.today_title()}>
      <UnstyledButton
        className={classes.today}
        data-some={held.length > 0 || undefined}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconCalendarEvent size={20} aria-hidden />
        {m.today_title()}
        {data && <span className={classes.counter}>{held.length}</span>}
        <IconChevronDown size={18} className={classes.chevron} aria-hidden />
      </UnstyledButton>
      <Collapse expanded={open} id={id} transitionDuration={120}>
        <Stack gap={6} mt="sm">
          {error && <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />}
          {!data && !error && <Waiting rows={3} gap={6} />}
          {held.map((one) => (
            <AppointmentLine key={one.id} appointment={one} onOpen={openAppointment} />
          ))}
          {data && held.length === 0 && (
            <Text c="dimmed" py="xs">
              {m.today_none()}
            </Text>
          )}
          <Group mt={4}>
            <Anchor size="sm" renderRoot={(props) => <Link to="/planning" {...props} />}>
              {m.see_planning()}
            </Anchor>
          </Group>
        </Stack>
      </Collapse>
    </section>
  );
}
