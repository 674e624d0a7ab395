import { Button, ColorInput, Group, NumberInput, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import {
  type AppointmentType,
  type AppointmentTypeInput,
  createAppointmentType,
  updateAppointmentType,
} from "@/api/configuration";
import { asFailure } from "@/api/failure";
import { useFirstWrong } from "@/components/first-wrong";
import { tell } from "@/components/notice";
import { FormWindow } from "@/components/unsaved";
import { m } from "@/paraglide/messages.js";
import { all, atMost, colour, required } from "@/text/check";
import { fieldErrors, fieldProblemWords } from "@/text/field-problem";
import { kindWord, meetingKinds } from "@/text/status";
import { TypeReminders } from "./type-reminders";

const swatches = [
  "#4c6ef5",
  "#228be6",
  "#0c8599",
  "#12a06b",
  "#66a80f",
  "#f08c00",
  "#e8590c",
  "#e03131",
  "#d6336c",
  "#9c36b5",
  "#6741d9",
  "#5c6370",
];

const between = (least: number, most: number) => (value: number | string) =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
    ? null
    : value === ""
      ? fieldProblemWords("required")
      : m.between({ least, most });

const fresh: AppointmentTypeInput = {
  name: "",
  durationMin: 60,
  colour: "#4c6ef5",
  description: "",
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  defaultKind: "video",
  reminderOffsetsMin: null,
};

export function TypeWindow({ type, onClose }: { type: AppointmentType | null; onClose: () => void }) {
  const create = useMutation(createAppointmentType);
  const update = useMutation(updateAppointmentType);
  const form = useForm<AppointmentTypeInput>({
    initialValues: type ? inputOf(type) : fresh,
    validate: {
      name: all(required, atMost(80)),
      durationMin: between(5, 1440),
      colour,
      description: atMost(2000),
      bufferBeforeMin: between(0, 240),
      bufferAfterMin: between(0, 240),
    },
  });
  const { form: place } = useFirstWrong();
  const handlers = {
    onSuccess: () => {
      tell(m.saved());
      onClose();
    },
    onError: (error: Error) => form.setErrors(fieldErrors(asFailure(error).fields)),
  };
  const submit = form.onSubmit((values) => {
    const input = { ...values, name: values.name.trim() };
    if (type) update.mutate([type.id, input], handlers);
    else create.mutate([input], handlers);
  });
  return (
    <FormWindow changed={form.isDirty()} onClose={onClose} title={type ? m.edit_type() : m.new_type()} size={520}>
      <form ref={place} noValidate onSubmit={submit}>
        <Stack gap="md">
          <TextInput label={m.name_label()} data-autofocus {...form.getInputProps("name")} />
          <Group grow align="start">
            <NumberInput
              label={m.duration_label()}
              step={5}
              allowDecimal={false}
              {...form.getInputProps("durationMin")}
            />
            <Select
              label={m.default_kind()}
              data={meetingKinds.map((kind) => ({ value: kind, label: kindWord(kind) }))}
              allowDeselect={false}
              {...form.getInputProps("defaultKind")}
            />
          </Group>
          <ColorInput
            label={m.colour_label()}
            format="hex"
            swatches={swatches}
            swatchesPerRow={6}
            withPicker={false}
            withEyeDropper={false}
            {...form.getInputProps("colour")}
          />
          <Group grow align="start">
            <NumberInput
              label={m.buffer_before()}
              step={5}
              allowDecimal={false}
              {...form.getInputProps("bufferBeforeMin")}
            />
            <NumberInput
              label={m.buffer_after()}
              step={5}
              allowDecimal={false}
              {...form.getInputProps("bufferAfterMin")}
            />
          </Group>
          <TypeReminders
            value={form.values.reminderOffsetsMin}
            onChange={(offsets) => form.setFieldValue("reminderOffsetsMin", offsets)}
            error={form.errors.reminderOffsetsMin}
          />
          <Textarea
            label={m.description_label()}
            autosize
            minRows={2}
            maxRows={6}
            {...form.getInputProps("description")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {m.cancel()}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {type ? m.save() : m.add()}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormWindow>
  );
}

function inputOf({ id: _id, archived: _archived, ...input }: AppointmentType): AppointmentTypeInput {
  return input;
}
