import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { type RefObject, useEffect } from "react";
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
  /** What the wizard's own button does meanwhile, and Enter: go on, with this client. */
  goOn: RefObject<(() => void) | null>;
  onMade: (client: Client) => void;
  onCancel: () => void;
};

/** A client met for the first time, entered without leaving the booking. */
export function NewClient({ name, onTyping, goOn, onMade, onCancel }: Props) {
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
  useEffect(() => {
    goOn.current = save;
    return () => {
      goOn.current = null;
    };
  });
  return (
    <Stack gap="md" ref={place}>
      <ClientFields form={form} withNotes={false} />
      <Group>
        <Button type="submit" loading={create.isPending}>
          {m.add_client_and_continue()}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {m.back_to_search()}
        </Button>
      </Group>
    </Stack>
  );
}
