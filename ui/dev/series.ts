// Series of the agenda in memory. Rules of the shell in small: what a rule makes, what stands against it, whom a change
// to several reaches.
import type * as wire from "../src/api/bindings";
import { dateIn, instantAt, minutesIn, plusDays, plusMonths } from "../src/time/zone";
import { type Agenda, taken } from "./agenda";

export function startsOf(plan: wire.SeriesPlan, zone: string): string[] {
  const { every, until } = plan.repetition;
  const first = dateIn(plan.first, zone);
  const days = { week: 7, two_weeks: 14, month_on_date: null, month_on_weekday: 28 }[every];
  const most = until.kind === "times" ? until.count : 104;
  const starts: string[] = [];
  for (let n = 0; n < most; n++) {
    const date = days === null ? plusMonths(first, n) : plusDays(first, n * days);
    if (until.kind === "date" && date > until.date) break;
    starts.push(instantAt(date, minutesIn(plan.first, zone), zone));
  }
  return starts;
}

const kinds: Partial<Record<wire.ErrorCode, wire.ConflictKind>> = {
  slot_taken: "taken",
  busy_elsewhere: "busy_elsewhere",
  outside_hours: "outside_hours",
  in_the_past: "past",
};

export function conflictAt(
  agenda: Agenda,
  start: string,
  end: string,
  own: boolean,
  refused: wire.ErrorCode | null,
): wire.Conflict | null {
  const kind = own ? "taken" : refused && kinds[refused];
  if (!kind) return null;
  const other = agenda.appointments.find((a) => a.id === taken(agenda, start, end));
  const date = dateIn(start, agenda.settings?.zone ?? "Europe/Paris");
  const exception = agenda.availability.exceptions.find((e) => e.from <= date && date <= e.to && !e.ranges.length);
  const closed = kind === "outside_hours" && exception;
  return {
    kind: closed ? "closed" : kind,
    takenBy:
      kind === "taken" && other
        ? { id: other.id, person: other.person.name, typeName: other.typeName, start: other.start, end: other.end }
        : null,
    closedFor: closed ? closed.label : null,
    mayPassOver: kind !== "taken",
  };
}

export function conflictsOf(looked: wire.Occurrence[], outside: (index: number) => boolean) {
  return looked.flatMap(({ start, conflict }, index): wire.OccurrenceConflict[] =>
    conflict && (!conflict.mayPassOver || !outside(index)) ? [{ index, start, conflict }] : [],
  );
}

const ofSeries = (agenda: Agenda, seriesId: string | null) =>
  agenda.appointments
    .filter((a) => seriesId !== null && a.seriesId === seriesId)
    .sort((a, b) => a.start.localeCompare(b.start));

function others(agenda: Agenda, pointed: wire.Appointment, scope: wire.SeriesScope) {
  return ofSeries(agenda, pointed.seriesId).filter(
    (a) =>
      a.id !== pointed.id &&
      a.status === "scheduled" &&
      Date.parse(a.start) > agenda.nowMs &&
      (scope === "following" ? a.start > pointed.start : scope === "all" || scope.named.includes(a.id)),
  );
}

export function meant(agenda: Agenda, pointed: wire.Appointment, scope: wire.SeriesScope): wire.Appointment[] {
  const itself = pointed.status === "scheduled" ? [pointed] : [];
  return [...itself, ...others(agenda, pointed, scope)].sort((a, b) => a.start.localeCompare(b.start));
}

export function placeInSeries(agenda: Agenda, it: wire.Appointment): wire.SeriesPlace | null {
  const repetition = it.seriesId && agenda.series[it.seriesId];
  if (!it.seriesId || !repetition) return null;
  const series = ofSeries(agenda, it.seriesId);
  return {
    id: it.seriesId,
    repetition,
    number: series.findIndex((a) => a.id === it.id) + 1,
    total: series.length,
    following: others(agenda, it, "following").length,
    others: others(agenda, it, "all").length,
  };
}
