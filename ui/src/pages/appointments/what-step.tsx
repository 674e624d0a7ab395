import { Select, Stack, Text, Textarea, TextInput, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useId } from "react";
import type { AppointmentType, Configuration } from "@/api/configuration";
import { KindFields } from "@/components/kind-fields";
import { TypeDot } from "@/components/type-dot";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { type Booking, type Errors, withType } from "./booking";
import classes from "./booking-steps.module.css";

type Props = {
  booking: Booking;
  errors: Errors;
  onChange: (booking: Booking) => void;
  choices: Configuration;
  /** The start was given with the wizard: another type does not take it away. */
  keepStart: boolean;
};

export function WhatStep({ booking, errors, onChange, choices, keepStart }: Props) {
  return (
    <Stack gap="md">
      <TypeChoice
        types={choices.types}
        chosen={booking.typeId}
        error={errors.typeId}
        onChoose={(type) => onChange(withType(booking, type, keepStart))}
      />
      <KindFields values={booking} onChange={(change) => onChange({ ...booking, ...change })} errors={errors} />
      <Select
        label={m.reason_label()}
        data={choices.reasons.map((reason) => ({ value: reason.id, label: reason.label }))}
        value={booking.reasonId}
        onChange={(reasonId) => onChange({ ...booking, reasonId })}
        clearable
        placeholder={m.reason_none()}
        error={errors.reasonId}
      />
      <TextInput
        label={m.title_label()}
        description={m.optional()}
        value={booking.title}
        onChange={(event) => onChange({ ...booking, title: event.currentTarget.value })}
        error={errors.title}
      />
      <Textarea
        label={m.description_label()}
        description={m.optional()}
        autosize
        minRows={2}
        maxRows={6}
        value={booking.description}
        onChange={(event) => onChange({ ...booking, description: event.currentTarget.value })}
        error={errors.description}
      />
    </Stack>
  );
}

type ChoiceProps = {
  types: readonly AppointmentType[];
  chosen: string | null;
  error: string | undefined;
  onChoose: (type: AppointmentType) => void;
};

function TypeChoice({ types, chosen, error, onChoose }: ChoiceProps) {
  const words = useTimeWords(useToday());
  const id = useId();
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = types.findIndex((type) => type.id === chosen);
    const to = (at + by + types.length) % types.length;
    const type = types[to];
    if (!type) return;
    onChoose(type);
    event.currentTarget.querySelectorAll<HTMLElement>("[role=radio]")[to]?.focus();
  };
  return (
    <div>
      <Text size="sm" fw={550} mb={6} id={id}>
        {m.type_label()}
      </Text>
      <div
        role="radiogroup"
        aria-labelledby={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className={classes.types}
        onKeyDown={walk}
      >
        {types.map((type, index) => (
          <UnstyledButton
            key={type.id}
            role="radio"
            aria-checked={type.id === chosen}
            tabIndex={type.id === chosen || (chosen === null && index === 0) ? 0 : -1}
            className={classes.type}
            onClick={() => onChoose(type)}
          >
            <TypeDot colour={type.colour} />
            <span>
              {type.name}
              <Text size="xs" c="dimmed">
                {words.duration(type.durationMin)}
              </Text>
            </span>
          </UnstyledButton>
        ))}
      </div>
      {types.length === 0 && <Text c="dimmed">{m.types_none()}</Text>}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert" id={`${id}-error`}>
          {error}
        </Text>
      )}
    </div>
  );
}
