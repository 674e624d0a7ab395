import { Button, Checkbox, Group, Input, Progress, Radio, SegmentedControl, Stack, Text } from "@mantine/core";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { type ExportFormat, type ExportWhat, followExport } from "@/api/export";
import { asFailure } from "@/api/failure";
import { useFirstWrong } from "@/components/first-wrong";
import { useKeptFocus } from "@/components/kept-focus";
import { SpanCalendar } from "@/components/span-calendar";
import { Window, WindowFoot } from "@/components/window";
import { type ExportStart, useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { fieldErrors } from "@/text/field-problem";
import { useCivil, useTimeWords } from "@/time/civil";
import { weekStartOf } from "@/time/month";
import { useToday } from "@/time/today";
import { periodWords } from "@/time/wording";
import { plusDays, weekdays } from "@/time/zone";
import { useExport } from "./running-export";

type Period = Exclude<ExportWhat["kind"], "appointment">;
type Span = [string | null, string | null];

const formats: { value: ExportFormat; label: () => string; hint: () => string }[] = [
  { value: "calendar", label: m.export_calendar, hint: m.export_calendar_hint },
  { value: "page", label: m.export_page, hint: m.export_page_hint },
  { value: "table", label: m.export_table, hint: m.export_table_hint },
];
/** Paper has a shape for these alone. */
const onPaper: readonly Period[] = ["day", "week", "month"];

/** What may be written: those around the chosen day say which they are. */
function usePeriods(day: string): { value: Period; label: string }[] {
  const { firstWeekday, language } = useCivil();
  const words = useTimeWords(useToday());
  const first = weekStartOf(day, weekdays.indexOf(firstWeekday));
  return [
    { value: "day", label: words.date(day) },
    { value: "week", label: periodWords(first, plusDays(first, 6), language) },
    { value: "month", label: words.month(day) },
    { value: "days", label: m.export_days() },
    { value: "all", label: m.export_all() },
  ];
}

/** The agenda, or a part of it, as a file. Where it goes is asked by the shell: no path ever comes here. */
export default function ExportWindow({ given: { period: asked, day } }: { given: ExportStart }) {
  const { close: onClose } = useWindows();
  const [format, setFormat] = useState<ExportFormat>("calendar");
  const [period, setPeriod] = useState<Period>(asked);
  const [span, setSpan] = useState<Span>([null, null]);
  const [names, setNames] = useState(true);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const periods = usePeriods(day);
  const { save, stop } = useExport();
  const formatLabel = useId();
  const datesError = useId();
  const wrongDates = errors.from ?? errors.to;
  const { form } = useFirstWrong();
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that ended an export is gone, and the focus with it.
    if (!save.isPending && document.activeElement === document.body) again.current?.focus();
  }, [save.isPending]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const what = whatOf(period, day, span);
    setErrors(what ? {} : { from: m.days_missing() });
    if (!what) return;
    save.mutate([{ what, format, names }], {
      onSuccess: (done) => {
        if (done) onClose();
      },
      onError: (error) => setErrors(fieldErrors(asFailure(error).fields)),
    });
  };
  const close = () => {
    if (save.isPending) stop();
    onClose();
  };
  return (
    <Window onClose={close} title={m.export_title()} size={460} closeOnClickOutside={!save.isPending}>
      <form ref={form} noValidate onSubmit={submit}>
        <Stack gap="md">
          <Input.Wrapper
            label={m.export_format()}
            labelElement="div"
            labelProps={{ id: formatLabel }}
            descriptionProps={{ mt: 4 }}
            description={formats.find(({ value }) => value === format)?.hint()}
            inputWrapperOrder={["label", "input", "description"]}
          >
            <SegmentedControl
              fullWidth
              aria-labelledby={formatLabel}
              value={format}
              onChange={(chosen) => {
                setFormat(chosen as ExportFormat);
                if (chosen === "page" && !onPaper.includes(period)) setPeriod("week");
              }}
              data={formats.map(({ value, label }) => ({ value, label: label() }))}
            />
          </Input.Wrapper>
          <Radio.Group
            label={m.export_what()}
            value={period}
            onChange={(chosen) => setPeriod(chosen as Period)}
            error={errors.what ?? errors.date}
          >
            <Stack gap={6} mt={6}>
              {periods.map(({ value, label }) => (
                <Radio
                  key={value}
                  value={value}
                  label={<span className="first-capital">{label}</span>}
                  disabled={format === "page" && !onPaper.includes(value)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {period === "days" && (
            <Input.Wrapper
              label={m.export_dates()}
              labelElement="div"
              error={wrongDates}
              errorProps={{ id: datesError }}
            >
              <SpanCalendar value={span} onChange={setSpan} label={m.export_dates()} told={wrongDates && datesError} />
            </Input.Wrapper>
          )}
          <Checkbox
            label={m.export_names()}
            description={m.export_names_hint()}
            checked={names}
            onChange={(event) => setNames(event.currentTarget.checked)}
          />
          {save.isPending && <Running onStop={stop} />}
          <WindowFoot>
            <Button variant="default" onClick={close}>
              {m.cancel()}
            </Button>
            <Button type="submit" ref={again} loading={save.isPending}>
              {m.export()}
            </Button>
          </WindowFoot>
        </Stack>
      </form>
    </Window>
  );
}

/** Shown while an export runs, with a way to end it. */
function Running({ onStop }: { onStop: () => void }) {
  const [percent, setPercent] = useState(0);
  const place = useKeptFocus<HTMLDivElement>();
  useEffect(() => followExport(setPercent), []);
  return (
    <Group gap="sm" wrap="nowrap" ref={place}>
      <Text size="sm" flex="none">
        {m.export_running()}
      </Text>
      <Progress.Root flex={1}>
        <Progress.Section value={percent} aria-label={m.export_running()} />
      </Progress.Root>
      <Button variant="default" size="compact-sm" onClick={onStop}>
        {m.export_stop()}
      </Button>
    </Group>
  );
}

function whatOf(kind: Period, date: string, [from, to]: Span): ExportWhat | null {
  if (kind === "all") return { kind };
  if (kind === "days") return from ? { kind, from, to: to ?? from } : null;
  return { kind, date };
}
