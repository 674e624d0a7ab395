// The public holidays of a year, to be closed in one go. What is closed already is shown as such.
import { Button, Checkbox, Stack, Switch, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Availability, createException, deleteException, publicHolidays } from "@/api/availability";
import { tellWithUndo } from "@/components/notice";
import { Window, WindowFoot } from "@/components/window";
import { YearHead } from "@/components/year-grid";
import { m } from "@/paraglide/messages.js";
import { holidayWord } from "@/text/holiday";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { type HolidayDay, holidayDays, stillOpen } from "./holiday-days";
import { Loaded } from "./loaded";
import { useRegionalHolidays } from "./regional-holidays";

type Props = { year: number; onYear: (year: number) => void; availability: Availability; onClose: () => void };

export function HolidaysWindow({ year, onYear, availability, onClose }: Props) {
  const found = useQuery(publicHolidays(year));
  const [regional, setRegional] = useRegionalHolidays();
  return (
    <Window onClose={onClose} title={m.holidays_title({ year })} size={500}>
      <Text size="sm" c="dimmed" mb="sm">
        {m.holidays_intro()}
      </Text>
      <YearHead year={year} onYear={onYear} />
      <Switch
        mb="md"
        label={m.holidays_regional()}
        checked={regional}
        onChange={(event) => setRegional(event.currentTarget.checked)}
      />
      <Loaded of={found}>
        {(holidays) => {
          const days = holidayDays(
            holidays.filter((one) => regional || !one.regional),
            availability,
          );
          return <Choice key={`${year} ${regional}`} days={days} onClose={onClose} />;
        }}
      </Loaded>
    </Window>
  );
}

function Choice({ days, onClose }: { days: readonly HolidayDay[]; onClose: () => void }) {
  const today = useToday();
  const words = useTimeWords(today);
  const [ticked, setTicked] = useState<readonly string[]>(() => stillOpen(days, today).map(({ date }) => date));
  const { close, isPending } = useClosing(onClose);
  const states = { closed: m.already_closed(), special: m.has_special_hours(), never: m.closed_every_week(), open: "" };
  return (
    <>
      <Stack gap={6} role="group" aria-label={m.public_holidays()}>
        {days.map(({ date, holidays, state }) => {
          const past = date < today;
          const note = states[state] || (past ? m.already_past() : "");
          return (
            <Checkbox
              key={date}
              checked={state === "closed" || ticked.includes(date)}
              disabled={note !== ""}
              onChange={() =>
                setTicked(ticked.includes(date) ? ticked.filter((one) => one !== date) : [...ticked, date])
              }
              label={holidays.map(holidayWord).join(", ")}
              description={[words.date(date), note].filter(Boolean).join(" · ")}
            />
          );
        })}
      </Stack>
      <WindowFoot>
        <Button variant="default" onClick={onClose}>
          {m.cancel()}
        </Button>
        <Button
          disabled={ticked.length === 0}
          loading={isPending}
          onClick={() => close(days.filter(({ date }) => ticked.includes(date)))}
        >
          {m.holidays_close({ count: ticked.length })}
        </Button>
      </WindowFoot>
    </>
  );
}

/** One after the other; where one is refused the others stand, and the notice says why. */
function useClosing(onClose: () => void) {
  const create = useMutation(createException);
  const remove = useMutation(deleteException);
  const [isPending, setPending] = useState(false);
  const close = async (days: readonly HolidayDay[]) => {
    setPending(true);
    const made: string[] = [];
    try {
      for (const { date, holidays } of days) {
        const label = holidays.map(holidayWord).join(", ");
        made.push((await create.mutateAsync([{ from: date, to: date, label, ranges: [] }])).id);
      }
      onClose();
    } catch {
      setPending(false);
    }
    if (made.length > 0) {
      tellWithUndo(m.holidays_closed({ count: made.length }), async () => {
        for (const id of made) await remove.mutateAsync([id]).catch(() => undefined);
      });
    }
  };
  return { close, isPending };
}
