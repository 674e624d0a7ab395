// A client met for the first time, entered without leaving the booking. The wizard's own buttons add them and go back
// to the search, so that there is one way on, at its usual place.
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Client, createClient } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { clientChecks, clientInput, noClient } from "@/components/client-fields";
import { fieldErrors } from "@/text/field-problem";

export type NewClient = ReturnType<typeof useNewClient>;

/** `onTyping`: whether something was typed that closing would lose. */
export function useNewClient(onMade: (client: Client) => void, onTyping: (typing: boolean) => void) {
  const [adding, setAdding] = useState(false);
  const create = useMutation(createClient);
  const form = useForm({ initialValues: noClient, validate: clientChecks });
  const typing = adding && Object.values(form.values).some((value) => value.trim() !== "");
  useEffect(() => onTyping(typing), [typing, onTyping]);
  const end = () => {
    setAdding(false);
    form.reset();
  };
  const begin = (name: string) => {
    form.setFieldValue("name", name);
    setAdding(true);
  };
  const save = () => {
    if (form.validate().hasErrors) return;
    create.mutate([clientInput(form.values)], {
      onSuccess: (client) => {
        end();
        onMade(client);
      },
      onError: (error) => form.setErrors(fieldErrors(asFailure(error).fields)),
    });
  };
  return { adding, form, pending: create.isPending, begin, end, save };
}
