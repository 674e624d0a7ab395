// Another time for an appointment, and if wished another type or length; of a series, for which of them.
import { Button, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  type Appointment,
  type AppointmentDetails,
  isAboutTime,
  moveBack,
  moveSeriesBack,
  type Reschedule,
  rescheduleAppointment,
  rescheduleSeries,
} from "@/api/appointments";
import { slotsForPeriod } from "@/api/availability";
import { configuration } from "@/api/configuration";
import { asFailure, type Failure } from "@/api/failure";
import { busyDuring, busyFeeds, passOverUnreadFeeds } from "@/api/feeds";
import { BusyWarning } from "@/components/busy-warning";
import { useFirstWrong } from "@/components/first-wrong";
import { tell, tellWithUndo } from "@/components/notice";
import { type Choice, SlotPicker } from "@/components/slot-picker";
import { UnreadCalendars } from "@/components/unread-calendars";
import { WindowFoot } from "@/components/window";
import { m } from "@/paraglide/messages.js";
import { fieldErrors } from "@/text/field-problem";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { dateIn, minutesBetween, monthOf } from "@/time/zone";
import { MoveRefusal } from "./move-refusal";
import { type Scope, ScopeChoice } from "./scope-choice";

export function MoveForm({ details, onDone }: { details: AppointmentDetails; onDone: () => void }) {
  const { appointment, series } = details;
  const { zone } = useCivil();
  const today = useToday();
  const words = useTimeWords(today);
  const from = dateIn(appointment.start, zone);
  const length = minutesBetween(appointment.start, appointment.end);
  const [month, setMonth] = useState(from > today ? from : today);
  const [typeId, setTypeId] = useState(appointment.typeId);
  const [minutes, setMinutes] = useState<number | string>(length);
  const [scope, setScope] = useState<Scope>("one");
  const [choice, setChoice] = useState<Choice>({ day: from >= today ? from : null, start: null, outside: false });
  const [failure, setFailure] = useState<Failure | null>(null);
  const { data: offered } = useQuery(configuration);
  const { first, last } = monthOf(month);
  // What nobody may wish is told when it is sent.
  const wished = Number(minutes);
  const durationMin = wished >= 5 && wished <= 1440 ? wished : length;
  const { data: days } = useQuery({
    ...slotsForPeriod(typeId, first, last, { moving: appointment.id, durationMin }),
    placeholderData: keepPreviousData,
  });
  const { data: feeds = [] } = useQuery(busyFeeds);
  const pass = useMutation(passOverUnreadFeeds);
  const one = useMutation(rescheduleAppointment);
  const several = useMutation(rescheduleSeries);
  const oneBack = useMutation(moveBack);
  const severalBack = useMutation(moveSeriesBack);
  const { form, look } = useFirstWrong();

  const asIs = typeId === appointment.typeId && minutes === length;
  const start = choice.start ?? (asIs ? null : appointment.start);
  const { data: busy = [] } = useQuery(busyDuring(choice.start, Number(minutes) || length));
  const pickType = (id: string | null) => {
    if (!id) return;
    setTypeId(id);
    setMinutes(offered?.types.find((type) => type.id === id)?.durationMin ?? length);
    setFailure(null);
  };
  const choose = (next: Choice) => {
    setChoice(next);
    setFailure(null);
  };
  const save = (anyway: boolean) => {
    if (!start) return;
    // Whoever keeps the time has chosen it before, whatever the rules say of it now.
    const outsideRules = anyway || choice.outside || choice.start === null;
    const to: Reschedule = {
      id: appointment.id,
      start,
      typeId: typeId === appointment.typeId ? null : typeId,
      durationMin: asIs ? null : Number(minutes),
      outsideRules,
    };
    const { name } = appointment.person;
    const onError = (error: Error) => {
      const failure = asFailure(error);
      // What has nothing to do with the appointment is told at the edge of the window.
      setFailure(isAboutTime(failure) || ["invalid_input", "series_conflicts"].includes(failure.code) ? failure : null);
    };
    if (scope === "one") {
      one.mutate([to], {
        onError,
        onSuccess: () => {
          tellWithUndo(m.moved({ name, when: words.moment(start) }), () => oneBack.mutate([back(appointment)]));
          onDone();
        },
      });
      return;
    }
    several.mutate([to, scope], {
      onError,
      onSuccess: (those) => {
        const told = m.moved_several({ count: those.length, name });
        const named = those.map(({ id }) => id);
        const before = { ...to, start: appointment.start, outsideRules: true };
        // Where they took another type or length, each had its own, which nobody knows any more.
        if (asIs) tellWithUndo(told, () => severalBack.mutate([before, { named }]));
        else tell(told);
        onDone();
      },
    });
  };
  const kept = { value: appointment.typeId, label: appointment.typeName };
  const types = (offered?.types ?? []).map((type) => ({ value: type.id, label: type.name }));
  const pending = one.isPending || several.isPending;
  const fields = failure ? fieldErrors(failure.fields) : {};
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(false);
      }}
    >
      <Stack gap="md">
        <Text c="dimmed">{m.move_from({ when: words.moment(appointment.start) })}</Text>
        <Group grow align="start">
          <Select
            label={m.type_label()}
            data={types.some((type) => type.value === kept.value) ? types : [...types, kept]}
            allowDeselect={false}
            value={typeId}
            onChange={pickType}
            error={fields.typeId}
          />
          <NumberInput
            label={m.duration_label()}
            step={5}
            allowDecimal={false}
            value={minutes}
            onChange={(next) => {
              setMinutes(next);
              setFailure(null);
            }}
            error={fields.durationMin}
          />
        </Group>
        <ScopeChoice
          series={series}
          scope={scope}
          onScope={(next) => {
            setScope(next);
            setFailure(null);
          }}
        />
        <UnreadCalendars moving feeds={feeds} pending={pass.isPending} onPassOver={() => pass.mutate([])} />
        <SlotPicker days={days} month={month} onMonth={setMonth} choice={choice} onChoice={choose} onPick={choose} />
        {failure?.code !== "busy_elsewhere" && <BusyWarning moving times={busy} />}
        {failure && failure.code !== "invalid_input" && (
          <MoveRefusal
            failure={failure}
            onAnyway={() => {
              look();
              save(true);
            }}
            pending={pending}
          />
        )}
        <WindowFoot>
          <Text fw={600} aria-live="polite" className="first-capital" mr="auto">
            {start && words.moment(start)}
          </Text>
          <Button variant="default" onClick={onDone}>
            {m.back()}
          </Button>
          <Button type="submit" disabled={!start} loading={pending}>
            {choice.start || asIs ? m.move_here() : m.save()}
          </Button>
        </WindowFoot>
      </Stack>
    </form>
  );
}

function back({ id, start, end, typeId }: Appointment): Reschedule {
  return { id, start, typeId, durationMin: minutesBetween(start, end), outsideRules: true };
}
