// How one meets, and what that needs: a number for the phone, a place in person.
import { Input, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useId } from "react";
import { m } from "@/paraglide/messages.js";
import { kindWord, type MeetingKind, meetingKinds } from "@/text/status";

type Values = { kind: MeetingKind; phone: string; place: string };
type Props = { values: Values; onChange: (change: Partial<Values>) => void; errors: Partial<Record<string, string>> };

export function KindFields({ values, onChange, errors }: Props) {
  const id = useId();
  return (
    <Stack gap="md">
      <Input.Wrapper label={m.kind_label()} labelElement="div" labelProps={{ id }} error={errors.kind}>
        <SegmentedControl
          mt={4}
          fullWidth
          aria-labelledby={id}
          value={values.kind}
          onChange={(kind) => onChange({ kind: kind as MeetingKind })}
          data={meetingKinds.map((kind) => ({ value: kind, label: kindWord(kind) }))}
        />
      </Input.Wrapper>
      {values.kind === "phone" && (
        <TextInput
          label={m.phone_label()}
          type="tel"
          value={values.phone}
          onChange={(event) => onChange({ phone: event.currentTarget.value })}
          error={errors.phone}
        />
      )}
      {values.kind === "in_person" && (
        <TextInput
          label={m.place_label()}
          value={values.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
          error={errors.place}
        />
      )}
    </Stack>
  );
}
