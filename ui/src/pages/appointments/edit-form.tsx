import { Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type AppointmentDetails, updateAppointment, updateSeries } from "@/api/appointments";
import { configuration } from "@/api/configuration";
import { asFailure } from "@/api/failure";
import { useFirstWrong } from "@/components/first-wrong";
import { KindFields } from "@/components/kind-fields";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { all, atMost, phone } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";
import { type Scope, ScopeChoice } from "./scope-choice";

type Props = {
  details: AppointmentDetails;
  onDone: () => void;
  /** Away without saving; asks first if `onChanged` was told that something would be lost. */
  onLeave: () => void;
  onChanged: (changed: boolean) => void;
};

export function EditForm({ details, onDone, onLeave, onChanged }: Props) {
  const { appointment, series } = details;
  const [scope, setScope] = useState<Scope>("one");
  const { data: choices } = useQuery(configuration);
  const one = useMutation(updateAppointment);
  const several = useMutation(updateSeries);
  const form = useForm({
    initialValues: {
      typeId: appointment.typeId,
      reasonId: appointment.reason?.id ?? null,
      kind: appointment.kind,
      phone: appointment.phone,
      place: appointment.place,
      title: appointment.title,
      description: appointment.description,
    },
    validate: { title: atMost(200), description: atMost(5000), phone: all(phone, atMost(40)), place: atMost(300) },
  });
  const changed = form.isDirty();
  useEffect(() => {
    onChanged(changed);
    return () => onChanged(false);
  }, [changed, onChanged]);
  const { form: place } = useFirstWrong();
  const types = withKept(choices?.types ?? [], { id: appointment.typeId, name: appointment.typeName });
  const reasons = withKept(choices?.reasons ?? [], appointment.reason);
  const submit = form.onSubmit((values) => {
    const change = { id: appointment.id, ...values };
    const handlers = {
      onSuccess: () => {
        tell(m.saved());
        onDone();
      },
      onError: (error: Error) => form.setErrors(fieldErrors(asFailure(error).fields)),
    };
    if (scope === "one") one.mutate([change], handlers);
    else several.mutate([change, scope], handlers);
  });
  return (
    <form ref={place} noValidate onSubmit={submit}>
      <Stack gap="md">
        <Group grow align="start">
          <Select
            label={m.type_label()}
            data={types}
            allowDeselect={false}
            data-autofocus
            {...form.getInputProps("typeId")}
          />
          <Select
            label={m.reason_label()}
            data={reasons}
            clearable
            placeholder={m.reason_none()}
            {...form.getInputProps("reasonId")}
          />
        </Group>
        <KindFields values={form.values} onChange={form.setValues} errors={form.errors as Record<string, string>} />
        <TextInput label={m.title_label()} {...form.getInputProps("title")} />
        <Textarea
          label={m.description_label()}
          autosize
          minRows={3}
          maxRows={8}
          {...form.getInputProps("description")}
        />
        <ScopeChoice series={series} scope={scope} onScope={setScope} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {m.cancel()}
          </Button>
          <Button type="submit" loading={one.isPending || several.isPending}>
            {m.save()}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Named = { id: string; name?: string; label?: string };

/** An archived type or reason stays choosable on the appointment that already has it. */
function withKept(list: readonly Named[], kept: Named | null) {
  const all = kept && !list.some((one) => one.id === kept.id) ? [...list, kept] : list;
  return all.map((one) => ({ value: one.id, label: one.name ?? one.label ?? "" }));
}
