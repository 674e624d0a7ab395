import { Button, Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { asFailure } from "@/api/failure";
import type { Settings, Weekday } from "@/api/session";
import { useFirstWrong } from "@/components/first-wrong";
import { Unsaved } from "@/components/unsaved";
import { ZoneSelect } from "@/components/zone-select";
import { m } from "@/paraglide/messages.js";
import { all, atMost, required } from "@/text/check";
import { fieldErrors, fieldProblemWords } from "@/text/field-problem";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { isZone, weekdays } from "@/time/zone";
import { useChangeSettings } from "./change-settings";
import { Section } from "./section";

const between =
  (least: number, most: number, optional = false) =>
  (value: number | string | null) => {
    if (value === "" || value === null) return optional ? null : fieldProblemWords("required");
    const fits = typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
    return fits ? null : m.between({ least, most });
  };

type Values = Pick<Settings, "name" | "zone" | "firstWeekday" | "stepMin" | "horizonDays"> & {
  noticeHours: number | string;
  maxPerDay: number | string;
};

const shown = (settings: Settings): Values => ({
  name: settings.name,
  zone: settings.zone,
  firstWeekday: settings.firstWeekday,
  stepMin: settings.stepMin,
  noticeHours: settings.noticeMin / 60,
  horizonDays: settings.horizonDays,
  maxPerDay: settings.maxPerDay ?? "",
});

export function AgendaForm({ settings, zones }: { settings: Settings; zones: string[] }) {
  const words = useTimeWords(useToday());
  const { change, isPending } = useChangeSettings();
  const form = useForm<Values>({
    initialValues: shown(settings),
    validate: {
      name: all(required, atMost(120)),
      zone: (zone) => (isZone(zone) ? null : fieldProblemWords("not_a_zone")),
      stepMin: between(5, 240),
      noticeHours: (value) =>
        typeof value === "number" && value >= 0 && value <= 720 ? null : m.between({ least: 0, most: 720 }),
      horizonDays: between(1, 1095),
      maxPerDay: between(1, 100, true),
    },
  });
  const { form: place } = useFirstWrong();
  const submit = form.onSubmit(async ({ noticeHours, maxPerDay, ...rest }) => {
    const noticeMin = Math.round(Number(noticeHours) * 60);
    const part = { ...rest, name: rest.name.trim(), noticeMin, maxPerDay: maxPerDay === "" ? null : Number(maxPerDay) };
    const saved = await change(part, (error) => {
      const { noticeMin: notice, ...errors } = fieldErrors(asFailure(error).fields);
      form.setErrors({ ...errors, ...(notice && { noticeHours: notice }) });
    });
    if (!saved) return;
    form.setValues(shown(saved));
    form.resetDirty(shown(saved));
  });
  return (
    <Section title={m.agenda_title()}>
      <form ref={place} noValidate onSubmit={submit}>
        <Stack gap="md" maw={520}>
          <TextInput label={m.coach_name()} {...form.getInputProps("name")} />
          <ZoneSelect zones={zones} {...form.getInputProps("zone")} />
          <Select
            label={m.first_weekday()}
            data={(["mon", "sat", "sun"] as Weekday[]).map((day) => ({
              value: day,
              label: words.weekday(weekdays.indexOf(day)),
            }))}
            allowDeselect={false}
            {...form.getInputProps("firstWeekday")}
          />
          <Group grow align="start">
            <NumberInput
              label={m.step_label()}
              description={m.step_hint()}
              step={5}
              allowDecimal={false}
              {...form.getInputProps("stepMin")}
            />
            <NumberInput
              label={m.notice_label()}
              description={m.notice_hint()}
              {...form.getInputProps("noticeHours")}
            />
          </Group>
          <Group grow align="start">
            <NumberInput
              label={m.horizon_label()}
              description={m.horizon_hint()}
              allowDecimal={false}
              {...form.getInputProps("horizonDays")}
            />
            <NumberInput
              label={m.max_label()}
              description={m.max_hint()}
              allowDecimal={false}
              {...form.getInputProps("maxPerDay")}
            />
          </Group>
          <Group justify="flex-end">
            <Button type="submit" disabled={!form.isDirty()} loading={isPending}>
              {m.save()}
            </Button>
          </Group>
        </Stack>
        <Unsaved changed={form.isDirty() && !isPending} />
      </form>
    </Section>
  );
}
