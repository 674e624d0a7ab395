import { Input, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { settings } from "@/api/session";
import { m } from "@/paraglide/messages.js";
import { OffsetsEditor } from "./offsets-editor";

type Props = { value: number[] | null; onChange: (offsets: number[] | null) => void; error?: ReactNode };

/** When appointments of a type are reminded of: as all others, or in their own way. */
export function TypeReminders({ value, onChange, error }: Props) {
  const { data } = useQuery(settings);
  const id = useId();
  return (
    <div>
      <Switch
        label={m.type_reminders()}
        description={m.type_reminders_hint()}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? (data?.reminderOffsetsMin ?? []) : null)}
        aria-describedby={error ? id : undefined}
      />
      {error && (
        <Input.Error id={id} mt={4}>
          {error}
        </Input.Error>
      )}
      {value && (
        <OffsetsEditor
          label={m.type_reminders()}
          empty={m.type_reminders_empty()}
          offsets={value}
          onChange={(next) => onChange(next)}
        />
      )}
    </div>
  );
}
