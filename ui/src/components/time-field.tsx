import { TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import { clockText, parseMinutes } from "@/time/minutes";

type Props = {
  label: string;
  hideLabel?: boolean;
  value: number | null;
  onChange: (minutes: number | null) => void;
  error?: ReactNode;
  /** Where there is no room under it: the id of what is said elsewhere to be wrong with it, and who says so once left. */
  elsewhere?: { told: string | undefined; onLeave: () => void };
  /** Of the field itself; what is said under it takes the width there is. */
  width?: number;
};

/** A time of day, typed: "9", "9h30", "09:30". Put in order when left. */
export function TimeField({ label, hideLabel = false, value, onChange, error, elsewhere, width = 84 }: Props) {
  const { hour12 } = useCivil();
  const [text, setText] = useState(value === null ? "" : clockText(value, hour12));
  const [left, setLeft] = useState(false);
  useEffect(() => {
    if (value !== null) setText((old) => (parseMinutes(old) === value ? old : clockText(value, hour12)));
  }, [value, hour12]);
  const wrong = left && parseMinutes(text) === null ? m.time_not_understood() : error;
  const told = elsewhere?.told;
  return (
    <TextInput
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      value={text}
      inputMode="numeric"
      placeholder={hour12 ? undefined : m.time_placeholder()}
      styles={{
        wrapper: { width: hour12 ? width + 22 : width },
        input: { fontVariantNumeric: "tabular-nums" },
      }}
      error={elsewhere ? told !== undefined : wrong}
      {...(told && { withAria: false, "aria-invalid": true, "aria-describedby": told })}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(parseMinutes(event.currentTarget.value));
      }}
      onBlur={() => {
        setLeft(true);
        elsewhere?.onLeave();
        const minutes = parseMinutes(text);
        if (minutes !== null) setText(clockText(minutes, hour12));
      }}
    />
  );
}
