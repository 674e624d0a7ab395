// Statistics of the agenda in memory: as the shell counts them, without cancellations by notice and new clients.
import type * as wire from "../src/api/bindings";
import { rangesOn } from "../src/time/closed-hours";
import {
  dateIn,
  datesBetween,
  daysFrom,
  minutesBetween,
  minutesIn,
  plusDays,
  weekdayOf,
  weekdays,
} from "../src/time/zone";
import type { Agenda } from "./agenda";

function tallyOf(of: readonly wire.Appointment[]): wire.Tally {
  const count = (status: wire.Status) => of.filter((one) => one.status === status).length;
  const minutes = (keep: (one: wire.Appointment) => boolean) =>
    of.filter(keep).reduce((sum, one) => sum + minutesBetween(one.start, one.end), 0);
  const [completed, noShow] = [count("completed"), count("no_show")];
  return {
    total: of.length,
    scheduled: count("scheduled"),
    completed,
    noShow,
    cancelled: count("cancelled"),
    bookedMin: minutes((one) => one.status !== "cancelled"),
    heldMin: minutes((one) => one.status === "completed"),
    attendanceRate: completed + noShow > 0 ? completed / (completed + noShow) : null,
  };
}

const notices: readonly wire.CancelNotice[] = ["after_start", "last_day", "three_days", "week", "earlier"];

function figuresOf(agenda: Agenda, of: wire.Appointment[], from: string, to: string): wire.PeriodFigures {
  const tally = tallyOf(of);
  const ranges = datesBetween(from, to).flatMap((date) => rangesOn(date, agenda.availability));
  const openMin = ranges.reduce((sum, { startMin, endMin }) => sum + endMin - startMin, 0);
  const filledMin = Math.min(openMin, tally.bookedMin);
  const { completed, noShow, cancelled, total } = tally;
  return {
    from,
    to,
    tally,
    noShowRate: completed + noShow > 0 ? noShow / (completed + noShow) : null,
    cancellationRate: total > 0 ? cancelled / total : null,
    averageMin: completed > 0 ? tally.heldMin / completed : null,
    newClients: 0,
    returningClients: new Set(of.flatMap(({ person }) => (person.kind === "client" ? [person.id] : []))).size,
    openMin,
    filledMin,
    occupancyRate: openMin > 0 ? filledMin / openMin : null,
    cancellations: (["coach", "client"] as const).flatMap((by) =>
      notices.map((notice) => ({ by, notice, count: by === "coach" && notice === "last_day" ? cancelled : 0 })),
    ),
  };
}

function sharesOf(
  of: readonly wire.Appointment[],
  key: (one: wire.Appointment) => { id: string | null; name: string | null; colour?: string },
): wire.Share[] {
  const groups = new Map<string | null, wire.Appointment[]>();
  for (const one of of) groups.set(key(one).id, [...(groups.get(key(one).id) ?? []), one]);
  return [...groups.values()]
    .map((group) => ({ colour: null, ...key(group[0] as wire.Appointment), tally: tallyOf(group) }))
    .sort((a, b) => b.tally.total - a.tally.total);
}

export function statisticsOf(agenda: Agenda, from: string, to: string): wire.Statistics {
  const zone = agenda.settings?.zone ?? "Europe/Paris";
  const dateOf = (one: wire.Appointment) => dateIn(one.start, zone);
  const between = (first: string, last: string) =>
    agenda.appointments.filter((one) => first <= dateOf(one) && dateOf(one) <= last);
  const those = between(from, to);
  const before = { from: plusDays(from, -daysFrom(from, to) - 1), to: plusDays(from, -1) };
  const months = [...new Set(datesBetween(from, to).map((date) => `${date.slice(0, 7)}-01`))];
  return {
    current: figuresOf(agenda, those, from, to),
    before: figuresOf(agenda, between(before.from, before.to), before.from, before.to),
    months: months.map((month) => ({
      month,
      tally: tallyOf(those.filter((one) => dateOf(one).startsWith(month.slice(0, 7)))),
    })),
    types: sharesOf(those, ({ typeId, typeName, colour }) => ({ id: typeId, name: typeName, colour })),
    reasons: sharesOf(those, ({ reason }) => ({ id: reason?.id ?? null, name: reason?.label ?? null })),
    clients: sharesOf(those, ({ person }) =>
      person.kind === "client" ? { id: person.id, name: person.name } : { id: null, name: null },
    ),
    weekdays: weekdays.map((day) => tallyOf(those.filter((one) => weekdayOf(dateOf(one)) === day))),
    hours: Array.from({ length: 24 }, (_, hour) =>
      tallyOf(those.filter((one) => Math.floor(minutesIn(one.start, zone) / 60) === hour)),
    ),
  };
}
