// Whether the appointment comes again, how often and until when.
import { Group, NumberInput, Select } from "@mantine/core";
import { DateField } from "@/components/date-field";
import { m } from "@/paraglide/messages.js";
import { type Booking, type Errors, withSeriesAnew } from "./booking";
import type { Repeat } from "./series";

type Props = { booking: Booking; errors: Errors; onChange: (booking: Booking) => void };

export function RepeatFields({ booking, errors, onChange }: Props) {
  const { repeat } = booking;
  const change = (part: Partial<Repeat>) => onChange(withSeriesAnew(booking, { repeat: { ...repeat, ...part } }));
  return (
    <Group align="start" gap="sm" mt="md">
      <Select
        label={m.repeat_label()}
        w={250}
        allowDeselect={false}
        value={repeat.every}
        onChange={(every) => every && change({ every: every as Repeat["every"] })}
        data={[
          { value: "never", label: m.repeat_never() },
          { value: "week", label: m.repeat_week() },
          { value: "two_weeks", label: m.repeat_two_weeks() },
          { value: "month_on_date", label: m.repeat_month_on_date() },
          { value: "month_on_weekday", label: m.repeat_month_on_weekday() },
        ]}
      />
      {repeat.every !== "never" && <Until booking={booking} errors={errors} change={change} />}
    </Group>
  );
}

type UntilProps = Pick<Props, "booking" | "errors"> & { change: (part: Partial<Repeat>) => void };

function Until({ booking: { repeat, choice }, errors, change }: UntilProps) {
  return (
    <>
      <Select
        label={m.repeat_end()}
        w={230}
        allowDeselect={false}
        value={repeat.until}
        onChange={(until) => until && change({ until: until as Repeat["until"] })}
        data={[
          { value: "times", label: m.repeat_after_times() },
          { value: "date", label: m.repeat_on_date() },
        ]}
      />
      {repeat.until === "times" ? (
        <NumberInput
          label={m.repeat_count()}
          w={130}
          min={2}
          max={104}
          allowDecimal={false}
          clampBehavior="none"
          value={repeat.count}
          onChange={(count) => change({ count })}
          error={errors.count}
        />
      ) : (
        <DateField
          label={m.repeat_until()}
          width={150}
          value={repeat.date}
          around={choice.day ?? undefined}
          isDisabled={(date) => choice.day !== null && date < choice.day}
          onChange={(date) => change({ date })}
          error={errors.until}
        />
      )}
    </>
  );
}
