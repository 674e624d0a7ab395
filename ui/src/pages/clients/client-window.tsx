import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Client, createClient, updateClient } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { session } from "@/api/session";
import { ClientFields, clientChecks, clientInput } from "@/components/client-fields";
import { useFirstWrong } from "@/components/first-wrong";
import { tell } from "@/components/notice";
import { Window } from "@/components/window";
import { m } from "@/paraglide/messages.js";
import { fieldErrors } from "@/text/field-problem";

/** Enters a new client (null) or changes one. */
export function ClientWindow({ client, onClose }: { client: Client | null; onClose: () => void }) {
  const navigate = useNavigate();
  const { data } = useQuery(session);
  const create = useMutation(createClient);
  const update = useMutation(updateClient);
  const form = useForm({
    initialValues: {
      name: client?.name ?? "",
      email: client?.email ?? "",
      phone: client?.phoneWritten ?? "",
      zone: client?.zone ?? "",
      notes: "",
    },
    validate: clientChecks,
  });
  const { form: place } = useFirstWrong();
  const onError = (error: Error) => form.setErrors(fieldErrors(asFailure(error).fields));
  const submit = form.onSubmit((values) => {
    const input = clientInput(values);
    if (client) {
      update.mutate([client.id, input], {
        onError,
        onSuccess: () => {
          tell(m.saved());
          onClose();
        },
      });
      return;
    }
    create.mutate([input], {
      onError,
      onSuccess: ({ id, name }) => {
        tell(m.client_added({ name }));
        onClose();
        void navigate({ to: "/clients/$id", params: { id } });
      },
    });
  });
  return (
    <Window
      onClose={onClose}
      title={client ? m.edit_client() : m.new_client()}
      size={520}
      closeOnClickOutside={!form.isDirty()}
    >
      <form ref={place} noValidate onSubmit={submit}>
        <Stack gap="md">
          <ClientFields form={form} zones={data?.zones ?? []} withNotes={!client} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {m.cancel()}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {client ? m.save() : m.add()}
            </Button>
          </Group>
        </Stack>
      </form>
    </Window>
  );
}
