import { Button, Group, Input, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { createException, type Exception, updateException } from "@/api/availability";
import { asFailure } from "@/api/failure";
import { useFirstWrong } from "@/components/first-wrong";
import { tell } from "@/components/notice";
import { SpanCalendar } from "@/components/span-calendar";
import { FormWindow } from "@/components/unsaved";
import { m } from "@/paraglide/messages.js";
import { atMost } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";
import { type DraftRange, draftOf, nextRange, rangeProblems, settled } from "./day-ranges";
import { RangesEditor } from "./ranges-editor";

type Span = [string | null, string | null];

type Props = { exception: Exception | null; span?: { from: string; to: string } | null; onClose: () => void };

export function ExceptionWindow({ exception, span: given = null, onClose }: Props) {
  const begun = exception ?? given;
  const [span, setSpan] = useState<Span>([begun?.from ?? null, begun?.to ?? null]);
  const [label, setLabel] = useState(exception?.label ?? "");
  const [ranges, setRanges] = useState(() => exception?.ranges.map(draftOf) ?? []);
  const [begunWith] = useState({ span, label, ranges });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<Record<number, string>>({});
  const create = useMutation(createException);
  const update = useMutation(updateException);
  const id = useId();
  const daysError = useId();
  const rangesError = useId();
  const { form } = useFirstWrong();
  const closed = ranges.length === 0;
  const wrongDays = errors.from ?? errors.to;

  const changeRanges = (next: DraftRange[]) => {
    setRanges(next);
    setProblems({});
    setErrors(({ ranges: _told, ...others }) => others);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [from, to] = span;
    const wrongLabel = atMost(120)(label);
    const wrong = rangeProblems(ranges);
    setProblems(wrong);
    setErrors({ ...(!from && { from: m.days_missing() }), ...(wrongLabel && { label: wrongLabel }) });
    if (!from || wrongLabel || Object.keys(wrong).length > 0) return;
    const input = { from, to: to ?? from, label: label.trim(), ranges: settled(ranges) };
    const handlers = {
      onSuccess: () => {
        tell(m.saved());
        onClose();
      },
      onError: (error: Error) => {
        const said = fieldErrors(asFailure(error).fields);
        setErrors(said);
        const ofRanges = Object.entries(said).filter(([field]) => field.startsWith("ranges."));
        setProblems(Object.fromEntries(ofRanges.map(([field, words]) => [Number(field.split(".")[1]), words])));
      },
    };
    if (exception) update.mutate([exception.id, input], handlers);
    else create.mutate([input], handlers);
  };
  return (
    <FormWindow
      changed={JSON.stringify({ span, label, ranges }) !== JSON.stringify(begunWith)}
      onClose={onClose}
      title={exception ? m.edit_exception() : m.new_exception()}
      size={480}
    >
      <form ref={form} noValidate onSubmit={submit}>
        <Stack gap="md">
          <Input.Wrapper
            label={m.exception_days()}
            description={m.exception_days_hint()}
            labelElement="div"
            error={wrongDays}
            errorProps={{ id: daysError }}
          >
            <SpanCalendar value={span} onChange={setSpan} label={m.exception_days()} told={wrongDays && daysError} />
          </Input.Wrapper>
          <TextInput
            label={m.exception_label()}
            placeholder={m.exception_label_example()}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            error={errors.label}
          />
          <Input.Wrapper label={m.exception_hours()} labelElement="div" labelProps={{ id }}>
            <SegmentedControl
              mt={4}
              fullWidth
              aria-labelledby={id}
              // Without a range there is but this choice to be wrong.
              data-wrong={(closed && errors.ranges) || undefined}
              aria-describedby={closed && errors.ranges ? rangesError : undefined}
              value={closed ? "closed" : "special"}
              onChange={(kind) => changeRanges(kind === "closed" ? [] : [nextRange([])])}
              data={[
                { value: "closed", label: m.exception_closed() },
                { value: "special", label: m.exception_special() },
              ]}
            />
          </Input.Wrapper>
          {!closed && (
            <div>
              <RangesEditor
                owner={m.exception()}
                ranges={ranges}
                problems={problems}
                told={errors.ranges && rangesError}
                onChange={changeRanges}
              />
              <Button
                variant="subtle"
                mt={8}
                px={8}
                leftSection={<IconPlus size={15} aria-hidden />}
                aria-label={m.range_add_to({ owner: m.exception() })}
                onClick={() => changeRanges([...ranges, nextRange(ranges)])}
              >
                {m.range_add()}
              </Button>
            </div>
          )}
          {errors.ranges && (
            <Text id={rangesError} size="sm" c="var(--mantine-color-error)" role="alert">
              {errors.ranges}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {m.cancel()}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {exception ? m.save() : m.add()}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormWindow>
  );
}
