// "Prendre RDV": type, reason, kind, day, slot, description, in one form and one click.
import { Button, Group, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  appointmentsOfClient,
  cancelAppointment,
  createAppointment,
  type MeetingKind,
  mayInsist,
} from "@/api/appointments";
import { slotsForPeriod } from "@/api/availability";
import type { Client } from "@/api/clients";
import { configuration } from "@/api/configuration";
import { asFailure, type Failure } from "@/api/failure";
import { busyDuring, busyFeeds, passOverUnreadFeeds } from "@/api/feeds";
import { usualType } from "@/api/usual-type";
import { BookingRefusal } from "@/components/booking-refusal";
import { BusyWarning } from "@/components/busy-warning";
import { useFirstWrong } from "@/components/first-wrong";
import { KindFields } from "@/components/kind-fields";
import { tellWithUndo } from "@/components/notice";
import { type Choice, SlotPicker } from "@/components/slot-picker";
import { TheirTime } from "@/components/their-time";
import { UnreadCalendars } from "@/components/unread-calendars";
import { m } from "@/paraglide/messages.js";
import { required } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { monthOf } from "@/time/zone";
import classes from "./client-profile.module.css";

type Draft = {
  typeId: string | null;
  reasonId: string | null;
  kind: MeetingKind | null;
  phone: string;
  place: string;
  description: string;
};

export function ShortBooking({ client, onDone }: { client: Client; onDone: () => void }) {
  const today = useToday();
  const words = useTimeWords(today);
  const { data: choices } = useQuery(configuration);
  const [draft, setDraft] = useState<Draft>({
    typeId: null,
    reasonId: null,
    kind: null,
    phone: client.phoneWritten ?? "",
    place: "",
    description: "",
  });
  const [choice, setChoice] = useState<Choice>({ day: null, start: null, outside: false });
  const [month, setMonth] = useState(today);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const create = useMutation(createAppointment);
  const cancel = useMutation(cancelAppointment);
  const { data: feeds = [] } = useQuery(busyFeeds);
  const pass = useMutation(passOverUnreadFeeds);

  const { data: past, isPending: unknown } = useQuery(appointmentsOfClient(client.id));
  // None until it is known what they come for: it would change under the coach's hand.
  const usual = unknown ? undefined : (usualType(past ?? [], choices?.types ?? []) ?? choices?.types[0]);
  const type = choices?.types.find((one) => one.id === draft.typeId) ?? usual;
  const kind = draft.kind ?? type?.defaultKind ?? "video";
  const { data: busy = [] } = useQuery(busyDuring(choice.start, type?.durationMin ?? 0));
  const { first, last } = monthOf(month);
  const { data: days } = useQuery({
    ...slotsForPeriod(type?.id ?? "", first, last),
    enabled: type !== undefined,
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    setErrors({});
  };
  const { form } = useFirstWrong();
  const submit = (anyway: boolean) => {
    if (!type || !choice.start) return setErrors({ start: m.start_missing() });
    const missing = kind === "phone" ? required(draft.phone) : null;
    if (missing) return setErrors({ phone: missing });
    const { start } = choice;
    const { reasonId, description, place, phone } = draft;
    const person = { kind: "client" as const, id: client.id };
    const input = {
      person,
      typeId: type.id,
      reasonId,
      kind,
      title: "",
      description,
      start,
      durationMin: null,
      outsideRules: anyway || choice.outside,
    };
    create.mutate([{ ...input, place: kind === "in_person" ? place : "", phone: kind === "phone" ? phone : "" }], {
      onSuccess: (made) => {
        tellWithUndo(m.created({ name: client.name, when: words.moment(made.start) }), () =>
          cancel.mutate([made.id, m.created_by_mistake()]),
        );
        onDone();
      },
      onError: (error) => {
        const failure = asFailure(error);
        setErrors(fieldErrors(failure.fields));
        setRefusal(failure.fields.length === 0 ? failure : null);
      },
    });
  };
  return (
    <form
      ref={form}
      noValidate
      className={classes.booking}
      aria-labelledby="short-booking-title"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Stack gap="md">
        <Title order={3} id="short-booking-title">
          {m.short_booking_title({ name: client.name })}
        </Title>
        <Group grow align="start">
          <Select
            label={m.type_label()}
            data={(choices?.types ?? []).map((one) => ({
              value: one.id,
              label: `${one.name} · ${words.duration(one.durationMin)}`,
            }))}
            value={type?.id ?? null}
            autoFocus
            allowDeselect={false}
            onChange={(typeId) => {
              change({ typeId, kind: null });
              setChoice({ ...choice, start: null });
              setRefusal(null);
            }}
            error={errors.typeId}
          />
          <Select
            label={m.reason_label()}
            data={(choices?.reasons ?? []).map((one) => ({ value: one.id, label: one.label }))}
            value={draft.reasonId}
            clearable
            placeholder={m.reason_none()}
            onChange={(reasonId) => change({ reasonId })}
          />
        </Group>
        <KindFields values={{ ...draft, kind }} onChange={change} errors={errors} />
        <UnreadCalendars feeds={feeds} pending={pass.isPending} onPassOver={() => pass.mutate([])} />
        <SlotPicker
          days={days}
          month={month}
          onMonth={setMonth}
          choice={choice}
          onChoice={(next) => {
            setChoice(next);
            setRefusal(null);
          }}
          onPick={(next) => {
            setChoice(next);
            setErrors({});
            setRefusal(null);
          }}
          error={errors.start}
        />
        {refusal?.code !== "busy_elsewhere" && <BusyWarning times={busy} />}
        <Textarea
          label={m.description_label()}
          description={m.optional()}
          autosize
          minRows={2}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
          error={errors.description}
        />
        {refusal && (
          <BookingRefusal
            refusal={refusal}
            onAnyway={mayInsist(refusal) ? () => submit(true) : undefined}
            pending={create.isPending}
          />
        )}
        <Group justify="space-between">
          <div aria-live="polite">
            <Text fw={600} className="first-capital">
              {choice.start && words.moment(choice.start)}
            </Text>
            {choice.start && <TheirTime start={choice.start} zone={client.zone} />}
          </div>
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>
              {m.cancel()}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {m.create_appointment()}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
