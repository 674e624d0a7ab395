import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Client, createClient } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { ClientFields, clientChecks, clientInput, noClient } from "@/components/client-fields";
import { useFirstWrong } from "@/components/first-wrong";
import { m } from "@/paraglide/messages.js";
import { fieldErrors } from "@/text/field-problem";

type Props = {
  name: string;
  /** Whether something was typed that closing would lose. */
  onTyping: (typing: boolean) => void;
  onMade: (client: Client) => void;
  onCancel: () => void;
};

/** A client met for the first time, entered without leaving the booking. */
export function NewClient({ name, onTyping, onMade, onCancel }: Props) {
  const create = useMutation(createClient);
  const form = useForm({ initialValues: { ...noClient, name }, validate: clientChecks });
  const typing = Object.values(form.values).some((value) => value.trim() !== "");
  useEffect(() => {
    onTyping(typing);
    return () => onTyping(false);
  }, [typing, onTyping]);
  const { form: place, look } = useFirstWrong<HTMLDivElement>();
  const save = () => {
    look();
    if (form.validate().hasErrors) return;
    create.mutate([clientInput(form.values)], {
      onSuccess: onMade,
      onError: (error) => form.setErrors(fieldErrors(asFailure(error).fields)),
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter here adds the client, not the appointment
    <div
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <ClientFields form={form} withNotes={false} />
        <Group>
          <Button onClick={save} loading={create.isPending}>
            {m.add_client_and_continue()}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {m.back_to_search()}
          </Button>
        </Group>
      </Stack>
    </div>
  );
}
