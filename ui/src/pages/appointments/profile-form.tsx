// A prospect becomes a client: with this appointment, and with those of the same address that one leaves ticked.
import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Appointment, AppointmentDetails } from "@/api/appointments";
import { createClientFromProspect, type Prospect, prospect } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { FailureScreen } from "@/components/failure-screen";
import { tell } from "@/components/notice";
import { Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { statusWord } from "@/text/status";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";

export function ProfileForm({ details, onDone }: { details: AppointmentDetails; onDone: () => void }) {
  const { id } = details.appointment;
  const { data, error, refetch } = useQuery(prospect(id));
  // What was read stays while the form is sent: read anew after that, there is no prospect any more, and that is refused.
  if (data) return <Form id={id} prospect={data} onDone={onDone} />;
  if (error) return <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />;
  return <Waiting rows={4} />;
}

function Form({ id, prospect, onDone }: { id: string; prospect: Prospect; onDone: () => void }) {
  const { name, email, client } = prospect;
  const others = prospect.appointments.filter((one) => one.id !== id);
  const [chosen, setChosen] = useState(() => others.map((one) => one.id));
  const { mutate, isPending } = useMutation(createClientFromProspect);
  const submit = () =>
    mutate([id, chosen], {
      onSuccess: (made) => {
        tell(client ? m.profile_attached({ name: made.name }) : m.client_added({ name: made.name }));
        onDone();
      },
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Text>
          {client ? m.profile_known({ name: client.name, email }) : m.profile_intro({ name, email })}
          {client?.archived && ` ${m.profile_unarchives()}`}
        </Text>
        {others.length > 0 && (
          <Checkbox.Group label={m.profile_others()} value={chosen} onChange={setChosen}>
            <Stack gap={6} mt={8}>
              {others.map((one) => (
                <Other key={one.id} appointment={one} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {m.cancel()}
          </Button>
          <Button type="submit" loading={isPending} data-autofocus>
            {client ? m.profile_attach() : m.profile_create_confirm()}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Other({ appointment }: { appointment: Appointment }) {
  const words = useTimeWords(useToday());
  return (
    <Checkbox
      value={appointment.id}
      label={m.profile_other({
        when: words.moment(appointment.start),
        type: appointment.typeName,
        status: statusWord(appointment.status),
      })}
    />
  );
}
