import { Menu } from "@mantine/core";
import { IconCalendarOff, IconCalendarPlus, IconCalendarWeek, IconSettings } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Availability, createException, deleteException, type Exception } from "@/api/availability";
import { tellWithUndo } from "@/components/notice";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { exceptionOn } from "@/time/closed-hours";
import { useToday } from "@/time/today";
import { instantAt } from "@/time/zone";
import type { Place } from "./place-at";

type Props = { place: Place; hours: Availability | undefined; onShowDay: (date: string) => void };
const icon = { size: 16, stroke: 1.8, "aria-hidden": true } as const;

/** What can be done where there is no appointment: book here, see the day, close it or open it again. */
export function DayMenu({ place: { date, minutes }, hours, onShowDay }: Props) {
  const { zone } = useCivil();
  const words = useTimeWords(useToday());
  const { openBooking } = useWindows();
  const start = minutes === null ? undefined : instantAt(date, minutes, zone);
  return (
    <>
      <Menu.Label className="first-capital" aria-hidden>
        {start ? words.moment(start) : words.date(date)}
      </Menu.Label>
      <Menu.Item
        leftSection={<IconCalendarPlus {...icon} />}
        onClick={() => openBooking(start ? { start } : { day: date })}
      >
        {start ? m.book_here() : m.book_this_day()}
      </Menu.Item>
      <Menu.Item leftSection={<IconCalendarWeek {...icon} />} onClick={() => onShowDay(date)}>
        {m.show_day()}
      </Menu.Item>
      <Menu.Divider role="separator" />
      <Opening date={date} exception={hours ? exceptionOn(date, hours) : null} />
    </>
  );
}

function Opening({ date, exception }: { date: string; exception: Exception | null }) {
  const navigate = useNavigate();
  const words = useTimeWords(useToday());
  const create = useMutation(createException);
  const remove = useMutation(deleteException);
  const close = async () => {
    const made = await create.mutateAsync([{ from: date, to: date, label: "", ranges: [] }]);
    tellWithUndo(m.day_now_closed({ date: words.date(date) }), () => remove.mutate([made.id]));
  };
  const open = async ({ id, from, to, label, ranges }: Exception) => {
    await remove.mutateAsync([id]);
    tellWithUndo(m.day_open_again({ date: words.date(date) }), () => create.mutate([{ from, to, label, ranges }]));
  };
  if (exception && exception.from !== exception.to) {
    return (
      <Menu.Item
        leftSection={<IconSettings {...icon} />}
        onClick={() => void navigate({ to: "/settings", search: { tab: "availability" } })}
      >
        {m.see_exceptions()}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item
      leftSection={<IconCalendarOff {...icon} />}
      onClick={() => void (exception ? open(exception) : close()).catch(() => undefined)}
    >
      {exception ? m.open_usual_hours() : m.close_this_day()}
    </Menu.Item>
  );
}
