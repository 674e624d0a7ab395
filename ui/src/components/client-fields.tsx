import { Group, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { m } from "@/paraglide/messages.js";
import { all, atMost, email, phone, required } from "@/text/check";
import { ZoneSelect } from "./zone-select";

export type ClientValues = { name: string; email: string; phone: string; zone: string; notes: string };

export const noClient: ClientValues = { name: "", email: "", phone: "", zone: "", notes: "" };

export const clientChecks = {
  name: all(required, atMost(120)),
  email: all(email, atMost(254)),
  phone: all(phone, atMost(40)),
  notes: atMost(20_000),
};

export const clientInput = ({ name, email: mail, phone: number, zone, notes }: ClientValues) => ({
  name: name.trim(),
  email: mail.trim() || null,
  phone: number.trim() || null,
  zone: zone || null,
  notes: notes.trim(),
});

/** `zones`: those to choose from; without them the zone is not asked for. */
type Props = { form: UseFormReturnType<ClientValues>; zones?: string[]; withNotes?: boolean };

export function ClientFields({ form, zones, withNotes = true }: Props) {
  return (
    <>
      <TextInput label={m.name_label()} autoFocus data-autofocus {...form.getInputProps("name")} />
      <Group grow align="start">
        <TextInput label={m.email_label()} type="email" {...form.getInputProps("email")} />
        <TextInput label={m.phone_label()} type="tel" {...form.getInputProps("phone")} />
      </Group>
      {zones && (
        <ZoneSelect
          zones={zones}
          description={m.client_zone_description()}
          placeholder={m.client_zone_same()}
          clearable
          {...form.getInputProps("zone")}
        />
      )}
      {withNotes && (
        <Textarea label={m.notes_label()} autosize minRows={3} maxRows={8} {...form.getInputProps("notes")} />
      )}
    </>
  );
}
