// Answers as the shell would, from the agenda in memory. `now=`, `lang=`, `theme=`,
// `fresh`, `key=`, `demo` in `localStorage.fake` choose it.
import type * as wire from "../src/api/bindings";
import { rangesOn } from "../src/time/closed-hours";
import { dateIn, datesBetween, instantOf, minutesBetween, minutesIn, plusMinutes } from "../src/time/zone";
import { type Agenda, complete, count, emptyAgenda, frenchAgenda, newFeed, slotsOf, taken } from "./agenda";
import { holidaysOf } from "./holidays";
import { conflictAt, conflictsOf, meant, placeInSeries, startsOf } from "./series";
import { statisticsOf } from "./statistics";

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: wire.ApiError };

const wanted = new URLSearchParams(globalThis.localStorage?.getItem("fake") ?? "");
const nowMs = Date.parse(wanted.get("now") ?? "2026-11-24T08:52:00Z");
const offset = nowMs - Date.now();
export let agenda: Agenda = wanted.has("fresh") ? emptyAgenda(nowMs) : frenchAgenda(nowMs);
if (agenda.settings) {
  agenda.settings.language = wanted.get("lang") === "en" ? "en" : "fr";
  agenda.settings.theme = (wanted.get("theme") as wire.Theme) ?? "light";
}
if (wanted.get("key")) agenda.account = { state: wanted.get("key") as wire.KeyState, domain: null };
/** A command fails with this code; or refuses these fields. */
export type Failures = Partial<Record<string, wire.ErrorCode | wire.Field[]>>;
let failing: Failures = {};

/** For tests: begin again, and let named commands fail. */
export function begin(next: Agenda, failures: Failures = {}): void {
  agenda = next;
  failing = failures;
}

const copy = <T>(data: T): T => structuredClone(data);
const ok = <T>(data: T): Answer<T> => ({ status: "ok", data: copy(data) });
const no = (
  code: wire.ErrorCode,
  fields: wire.Field[] = [],
  conflicts: wire.OccurrenceConflict[] = [],
): { status: "error"; error: wire.ApiError } => ({
  status: "error",
  error: {
    code,
    message: code,
    details: { fields, takenBy: null, opensAt: null, conflicts, calendars: [], calendarTrouble: null },
  },
});
const find = (id: string) => agenda.appointments.find((a) => a.id === id);
const by = (a: wire.Appointment, b: wire.Appointment) => a.start.localeCompare(b.start);
const zone = () => agenda.settings?.zone ?? "Europe/Paris";

function sessionNow(): wire.Session {
  const s = agenda.settings;
  return {
    coach: s && { name: s.name, zone: s.zone, language: s.language, theme: s.theme, firstWeekday: s.firstWeekday },
    system: {
      zone: "Europe/Paris",
      language: wanted.get("lang") === "en" ? "en" : "fr",
      hour12: wanted.has("hour12"),
    },
    clockOffsetMs: offset,
    demo: wanted.has("demo"),
    version: "0.1.0",
    platform: "linux",
    zones: Intl.supportedValuesOf("timeZone"),
  };
}

function replace(next: wire.Appointment) {
  agenda.appointments = agenda.appointments.map((a) => (a.id === next.id ? next : a));
  count(agenda);
  return ok(next);
}

function setStatus(id: string, status: wire.Status, change: Partial<wire.Appointment> = {}) {
  const found = find(id);
  if (!found) return no("not_found");
  if (found.status === "cancelled") return no("not_allowed_now");
  if ((status === "completed" || status === "no_show") && Date.parse(found.start) > agenda.nowMs)
    return no("not_begun");
  return replace(complete(agenda, { ...found, ...change, status }));
}

function refusal(start: string, end: string, outside: boolean, but = "", among = agenda): wire.ErrorCode | null {
  if (taken(among, start, end, but)) return "slot_taken";
  if (outside) return null;
  if (agenda.feeds.some((one) => one.holdsUpBookings)) return "calendar_unread";
  const busy = agenda.busy.some((b) => Date.parse(b.start) < Date.parse(end) && Date.parse(start) < Date.parse(b.end));
  if (busy) return "busy_elsewhere";
  if (Date.parse(start) < agenda.nowMs) return "in_the_past";
  const from = minutesIn(start, zone());
  const to = from + minutesBetween(start, end);
  const open = rangesOn(dateIn(start, zone()), agenda.availability).some((r) => r.startMin <= from && to <= r.endMin);
  return open ? null : "outside_hours";
}

const ofProspect = (email: string) =>
  agenda.appointments.filter((a) => a.person.kind === "prospect" && a.person.email === email).sort(by);
const withEmail = (email: string) => agenda.clients.find((c) => c.email === email) ?? null;
const typeOf = (id: string) => agenda.types.find((t) => t.id === id);
const typeFields = (type: wire.AppointmentType | undefined) =>
  type ? { typeId: type.id, typeName: type.name, colour: type.colour } : {};

/** Starts looked at one after the other, as if those before were booked. */
function look(typeId: string, durationMin: number | null, starts: string[], moving: string[] = []): wire.Occurrence[] {
  const length = durationMin ?? typeOf(typeId)?.durationMin ?? 60;
  const without = { ...agenda, appointments: agenda.appointments.filter((a) => !moving.includes(a.id)) };
  const held: wire.Slot[] = [];
  return starts.map((start) => {
    const end = plusMinutes(start, length);
    const own = held.some((one) => Date.parse(one.start) < Date.parse(end) && Date.parse(start) < Date.parse(one.end));
    const conflict = conflictAt(without, start, end, own, refusal(start, end, false, "", without));
    if (conflict?.kind !== "taken") held.push({ start, end });
    const free = conflict && slotsOf(without, { typeId }, dateIn(start, zone()));
    return { start, end, conflict, nearest: free?.[0] ?? null };
  });
}

function changeFeed(id: string, change: Partial<wire.BusyFeed>) {
  agenda.feeds = agenda.feeds.map((one) => (one.id === id ? { ...one, ...change } : one));
  const found = agenda.feeds.find((one) => one.id === id);
  return found ? ok(found) : no("not_found");
}

function videoSettings(): wire.VideoSettings {
  const refused = agenda.planRefused.map((feature) => ({ feature, since: instantOf(agenda.nowMs) }));
  return { options: agenda.options, usualRegion: "frankfurt", refused };
}

const owedByAppointments = (): wire.OwedRoom[] =>
  agenda.appointments.flatMap(({ id, person, start, room }) =>
    room.state === "owed"
      ? [
          {
            appointment: id,
            person: person.name,
            start,
            need: "creation",
            since: room.owedSince ?? start,
            attempts: room.attempts,
            problem: room.problem,
            nextTryAt: room.nextTryAt ?? start,
          },
        ]
      : [],
  );

const real = {
  getSession: async () => ok(sessionNow()),
  setUpCoach: async (coach: wire.NewCoach) => {
    if (!coach.name.trim()) return no("invalid_input", [{ field: "name", problem: "required", limit: null }]);
    agenda.settings = {
      ...coach,
      theme: "system",
      firstWeekday: "mon",
      stepMin: 15,
      noticeMin: 120,
      horizonDays: 90,
      maxPerDay: null,
      reminderOffsetsMin: [60, 10],
      hideNames: false,
      quietHours: null,
    };
    return ok(sessionNow());
  },
  getSettings: async () => (agenda.settings ? ok(agenda.settings) : no("not_set_up")),
  updateSettings: async (settings: wire.Settings) => {
    agenda.settings = copy(settings);
    return ok(settings);
  },
  getVideoAccount: async () => ok(agenda.account),
  setApiKey: async (key: string, sessionOnly: boolean) => {
    if (/\s/.test(key)) return no("invalid_input", [{ field: "key", problem: "not_a_key", limit: null }]);
    if (key.startsWith("bad")) return no("key_refused");
    agenda.account = { state: sessionOnly ? "session_only" : "set", domain: "camille-marchand" };
    return ok(agenda.account);
  },
  removeApiKey: async () => {
    agenda.account = { state: "not_set", domain: null };
    return ok(agenda.account);
  },
  getVideoOptions: async () => ok(videoSettings()),
  updateVideoOptions: async (options: wire.VideoOptions) => {
    const refused = agenda.planRefused.includes("branding");
    agenda.options = { ...options, hideBranding: options.hideBranding && !refused };
    return ok(videoSettings());
  },
  getConnection: async () => ok({ dailyAnswers: agenda.dailyAnswers }),
  checkConnection: async () => ok({ dailyAnswers: agenda.dailyAnswers }),
  testVideoSetup: async () => ok(agenda.videoTest),
  getConfiguration: async () => ok({ types: agenda.types, reasons: agenda.reasons }),
  createAppointmentType: async (input: wire.AppointmentTypeInput) => {
    const made = { ...input, id: `t-${agenda.nextId++}`, archived: false };
    agenda.types.push(made);
    return ok(made);
  },
  updateAppointmentType: async (id: string, input: wire.AppointmentTypeInput) => {
    const made = { ...input, id, archived: false };
    agenda.types = agenda.types.map((t) => (t.id === id ? made : t));
    return ok(made);
  },
  deleteAppointmentType: async (id: string) => {
    agenda.types = agenda.types.filter((t) => t.id !== id);
    return ok(null);
  },
  reorderAppointmentTypes: async (ids: string[]) => {
    agenda.types = ids.flatMap((id) => agenda.types.filter((t) => t.id === id));
    return ok(null);
  },
  createAppointmentReason: async (label: string) => {
    if (agenda.reasons.some((r) => r.label === label))
      return no("invalid_input", [{ field: "label", problem: "duplicate", limit: null }]);
    const made = { id: `m-${agenda.nextId++}`, label, archived: false };
    agenda.reasons.push(made);
    return ok(made);
  },
  updateAppointmentReason: async (id: string, label: string) => {
    const made = { id, label, archived: false };
    agenda.reasons = agenda.reasons.map((r) => (r.id === id ? made : r));
    return ok(made);
  },
  deleteAppointmentReason: async (id: string) => {
    agenda.reasons = agenda.reasons.filter((r) => r.id !== id);
    return ok(null);
  },
  reorderAppointmentReasons: async (ids: string[]) => {
    agenda.reasons = ids.flatMap((id) => agenda.reasons.filter((r) => r.id === id));
    return ok(null);
  },
  getPublicHolidays: async (year: number) => ok(holidaysOf(year)),
  setZoom: async (_percent: number) => ok(null),
  getAvailability: async () => ok(agenda.availability),
  replaceWeeklyHours: async (weekly: wire.WeeklyHours) => {
    agenda.availability.weekly = copy(weekly);
    return ok(agenda.availability);
  },
  listBusyFeeds: async () => ok(agenda.feeds),
  getBusyTimes: async (from: string, to: string) =>
    ok(agenda.busy.filter((one) => Date.parse(one.start) < Date.parse(to) && Date.parse(one.end) > Date.parse(from))),
  addBusyFeed: async ({ name, address }: wire.NewBusyFeed) => {
    if (!address.startsWith("https://") && !address.startsWith("webcal://")) {
      return no("invalid_input", [{ field: "address", problem: "not_secure", limit: null }]);
    }
    const made = newFeed(agenda, name, new URL(address.replace("webcal://", "https://")).host);
    agenda.feeds.push(made);
    return ok(made);
  },
  addBusyFeedFile: async () => {
    const made = { ...newFeed(agenda, "Agenda exporté", null), goodAt: instantOf(agenda.nowMs) };
    agenda.feeds.push(made);
    return ok(made);
  },
  replaceBusyFeedFile: async (id: string) => changeFeed(id, { goodAt: instantOf(agenda.nowMs) }),
  updateBusyFeed: async (id: string, input: wire.BusyFeedInput) =>
    changeFeed(id, { ...input, ...(!input.enabled && { isStale: false, holdsUpBookings: false }) }),
  refreshBusyFeed: async (id: string) => changeFeed(id, { triedAt: instantOf(agenda.nowMs) }),
  removeBusyFeed: async (id: string) => {
    agenda.feeds = agenda.feeds.filter((one) => one.id !== id);
    return ok(null);
  },
  passOverUnreadFeeds: async () => {
    agenda.feeds = agenda.feeds.map((one) => ({ ...one, holdsUpBookings: false }));
    return ok(null);
  },
  createException: async (input: wire.ExceptionInput) => {
    const made = { ...input, id: `e-${agenda.nextId++}` };
    agenda.availability.exceptions.push(made);
    return ok(made);
  },
  updateException: async (id: string, input: wire.ExceptionInput) => {
    const made = { ...input, id };
    agenda.availability.exceptions = agenda.availability.exceptions.map((e) => (e.id === id ? made : e));
    return ok(made);
  },
  deleteException: async (id: string) => {
    agenda.availability.exceptions = agenda.availability.exceptions.filter((e) => e.id !== id);
    return ok(null);
  },
  listClients: async ({ search, archived, order }: wire.ClientsWanted) => {
    const plain = (t: string) =>
      t
        .normalize("NFD")
        .replace(/\p{Diacritic}/gu, "")
        .toLowerCase();
    const next = (id: string) =>
      agenda.appointments
        .filter((a) => a.status === "scheduled" && a.person.kind === "client" && a.person.id === id)
        .map((a) => a.start)
        .toSorted()[0] ?? "9";
    const found = agenda.clients
      .filter((c) => archived === null || c.archived === archived)
      .filter((c) => plain(`${c.name} ${c.email ?? ""} ${c.phoneWritten ?? ""}`).includes(plain(search)));
    if (order === "newest") found.reverse();
    if (order === "next") found.sort((a, b) => next(a.id).localeCompare(next(b.id)));
    return ok(found);
  },
  getClient: async (id: string) => {
    const found = agenda.clients.find((c) => c.id === id);
    return found ? ok(found) : no("not_found");
  },
  createClient: async (input: wire.ClientInput) => {
    if (agenda.clients.some((c) => c.email && c.email === input.email)) {
      return no("invalid_input", [{ field: "email", problem: "duplicate", limit: null }]);
    }
    const made = {
      ...input,
      phoneWritten: input.phone,
      id: `c-${100 + agenda.nextId++}`,
      archived: false,
      upcomingCount: 0,
    };
    agenda.clients.push(made);
    return ok(made);
  },
  updateClient: async (id: string, input: wire.ClientInput) => {
    agenda.clients = agenda.clients.map((c) =>
      c.id === id ? { ...c, ...input, phoneWritten: input.phone, notes: c.notes } : c,
    );
    return real.getClient(id);
  },
  updateClientNotes: async (id: string, notes: string) => {
    agenda.clients = agenda.clients.map((c) => (c.id === id ? { ...c, notes } : c));
    return ok(null);
  },
  getClientAttendance: async (id: string) => {
    const ended = (status: wire.Status) =>
      agenda.appointments.filter((a) => a.status === status && a.person.kind === "client" && a.person.id === id).length;
    const [completed, noShow, cancelled] = [ended("completed"), ended("no_show"), ended("cancelled")];
    const rate = completed + noShow > 0 ? completed / (completed + noShow) : null;
    return ok({ completed, noShow, cancelled, rate });
  },
  tellClientsApart: async (one: string, other: string) => {
    agenda.toldApart.push([one, other]);
    return ok(null);
  },
  chooseClientFile: async () => ok(agenda.clientFile),
  forgetClientFile: async () => ok(null),
  previewClientImport: async (_columns: (wire.ColumnMeaning | null)[]) => ok(agenda.importReport),
  importClients: async (_columns: (wire.ColumnMeaning | null)[]) => {
    for (const { name, email, phone } of agenda.importReport.first)
      await real.createClient({ name, email: email || null, phone: phone || null, zone: null, notes: "" });
    return ok(agenda.importReport);
  },
  getClientDuplicates: async () =>
    ok(
      agenda.clients
        .flatMap((other, index): wire.Duplicate[] => {
          const first = agenda.clients.slice(0, index).find((one) => one.email && one.email === other.email);
          const apart = agenda.toldApart.some((pair) => first && pair.includes(first.id) && pair.includes(other.id));
          return first && !apart ? [{ first, other, same: ["email"] }] : [];
        })
        .slice(0, 50),
    ),
  mergeClients: async (kept: string, gone: string) => {
    const found = agenda.clients.find((one) => one.id === kept);
    if (!found) return no("not_found");
    agenda.clients = agenda.clients.filter((one) => one.id !== gone);
    agenda.appointments = agenda.appointments.map((one) =>
      one.person.kind === "client" && one.person.id === gone
        ? { ...one, person: { ...one.person, id: kept, name: found.name } }
        : one,
    );
    count(agenda);
    return real.getClient(kept);
  },
  archiveClient: async (id: string, archived: boolean) => {
    agenda.clients = agenda.clients.map((c) => (c.id === id ? { ...c, archived } : c));
    return real.getClient(id);
  },
  getAvailableSlots: async (typeId: string, date: string) => ok({ date, slots: slotsOf(agenda, { typeId }, date) }),
  getAvailableSlotsForPeriod: async (search: wire.SlotSearch, from: string, to: string) =>
    ok(datesBetween(from, to).map((date) => ({ date, slots: slotsOf(agenda, search, date) }))),
  isSlotAvailable: async (typeId: string, start: string) =>
    ok(slotsOf(agenda, { typeId }, dateIn(start, zone())).some((s) => Date.parse(s.start) === Date.parse(start))),
  createAppointment: async (input: wire.NewAppointment) => {
    const chosen = agenda.types.find((t) => t.id === input.typeId);
    if (!chosen) return no("not_found");
    const end = plusMinutes(input.start, input.durationMin ?? chosen.durationMin);
    const refused = refusal(input.start, end, input.outsideRules);
    if (refused) return no(refused);
    const given = input.person;
    const person: wire.Person =
      given.kind === "client" ? { ...given, name: agenda.clients.find((c) => c.id === given.id)?.name ?? "" } : given;
    const reason = agenda.reasons.find((r) => r.id === input.reasonId);
    const made = complete(agenda, {
      ...input,
      id: `a-${agenda.nextId++}`,
      end,
      person,
      typeName: chosen.name,
      colour: chosen.colour,
      reason: reason ? { id: reason.id, label: reason.label } : null,
      status: "scheduled",
      room: { state: "none", owedSince: null, problem: null, attempts: 0, nextTryAt: null },
      join: null,
      cancellation: null,
      bookedBy: "coach",
      message: "",
      seriesId: null,
      createdAt: instantOf(agenda.nowMs),
    });
    agenda.appointments.push(made);
    count(agenda);
    return ok(made);
  },
  getCoachAppointments: async (from: string, to: string) =>
    ok(
      agenda.appointments
        .filter((a) => Date.parse(a.start) < Date.parse(to) && Date.parse(a.end) > Date.parse(from))
        .sort(by),
    ),
  getClientAppointments: async (client: string, limit: number) =>
    ok(
      agenda.appointments
        .filter((a) => a.person.kind === "client" && a.person.id === client)
        .sort(by)
        .slice(-limit),
    ),
  getProspect: async (id: string) => {
    const found = find(id);
    if (!found) return no("not_found");
    if (found.person.kind !== "prospect") return no("not_allowed_now");
    const { name, email } = found.person;
    return ok({ name, email, appointments: ofProspect(email), client: withEmail(email) });
  },
  createClientFromProspect: async (id: string, others: string[]) => {
    const found = find(id);
    if (found?.person.kind !== "prospect") return no("not_allowed_now");
    const { name, email } = found.person;
    const known = withEmail(email);
    const made = known ?? {
      id: `c-${100 + agenda.nextId++}`,
      name,
      email,
      phone: null,
      phoneWritten: null,
      zone: null,
      notes: "",
      archived: false,
      upcomingCount: 0,
    };
    if (!known) agenda.clients.push(made);
    for (const one of [id, ...others].flatMap((it) => find(it) ?? [])) {
      replace({ ...one, person: { kind: "client", id: made.id, name: made.name } });
    }
    return ok(made);
  },
  exportClient: async (id: string) => {
    const found = agenda.clients.find((c) => c.id === id);
    if (!found) return no("not_found");
    return ok({ folder: "/home/camille/Téléchargements", files: ["client-2026-11-24.html", "client-2026-11-24.json"] });
  },
  eraseClient: async (id: string) => {
    agenda.clients = agenda.clients.filter((c) => c.id !== id);
    agenda.appointments = agenda.appointments.map((a) =>
      a.person.kind === "client" && a.person.id === id ? { ...a, person: { ...a.person, name: "Client effacé" } } : a,
    );
    return ok(null);
  },
  getBackups: async () => ok({ folder: "/home/camille/.local/share/app.virtus.planning", backups: agenda.backups }),
  backupNow: async () => {
    const made: wire.Backup = {
      name: `agenda-${agenda.nextId++}`,
      madeAt: instantOf(agenda.nowMs),
      sizeKib: 412,
      kind: "by_hand",
    };
    agenda.backups.unshift(made);
    return ok(made);
  },
  deleteBackup: async (name: string) => {
    agenda.backups = agenda.backups.filter((one) => one.name !== name);
    return ok(null);
  },
  restoreBackup: async (name: string) => {
    if (!agenda.backups.some((one) => one.name === name)) return no("not_found");
    const made: wire.Backup = {
      name: `agenda-${agenda.nextId++}`,
      madeAt: instantOf(agenda.nowMs),
      sizeKib: 412,
      kind: "before_restore",
    };
    agenda.backups.unshift(made);
    return ok(made);
  },
  replaceDamaged: async (_name: string | null) => {
    failing = {};
    return ok("agenda-damaged-2026-11-24T085200Z.db");
  },
  getAppointmentsForDate: async (date: string) =>
    ok(agenda.appointments.filter((a) => dateIn(a.start, zone()) === date).sort(by)),
  getUpcomingAppointments: async (limit: number) =>
    ok(
      agenda.appointments
        .filter((a) => a.status === "scheduled" && Date.parse(a.end) > agenda.nowMs)
        .sort(by)
        .slice(0, limit),
    ),
  findAppointments: async (search: string) => {
    const plain = (t: string) =>
      t
        .normalize("NFD")
        .replace(/\p{Diacritic}/gu, "")
        .toLowerCase();
    return ok(
      agenda.appointments
        .filter((a) => plain(`${a.person.name} ${a.title} ${a.typeName}`).includes(plain(search.trim())))
        .sort(by)
        .slice(0, 12),
    );
  },
  getAppointment: async (id: string) => {
    const found = find(id);
    if (!found) return no("not_found");
    const reminders: wire.Reminder[] = (agenda.settings?.reminderOffsetsMin ?? []).map((beforeMin) => {
      const dueAt = plusMinutes(found.start, -beforeMin);
      const state = found.status === "cancelled" ? "cancelled" : Date.parse(dueAt) < agenda.nowMs ? "sent" : "due";
      return { dueAt, beforeMin, state, waitsUntil: null, why: null };
    });
    return ok({ appointment: found, reminders, series: placeInSeries(agenda, found) });
  },
  updateAppointment: async (change: wire.AppointmentChange) => {
    const found = find(change.id);
    const chosen = agenda.types.find((t) => t.id === change.typeId);
    if (!found) return no("not_found");
    const reason = agenda.reasons.find((r) => r.id === change.reasonId);
    return replace(
      complete(agenda, {
        ...found,
        ...change,
        typeName: chosen?.name ?? found.typeName,
        colour: chosen?.colour ?? found.colour,
        reason: reason ? { id: reason.id, label: reason.label } : null,
      }),
    );
  },
  rescheduleAppointment: async ({ id, start, typeId, durationMin, outsideRules }: wire.Reschedule) => {
    const found = find(id);
    if (!found) return no("not_found");
    const type = typeOf(typeId ?? found.typeId);
    const length = durationMin ?? (typeId ? type?.durationMin : null) ?? minutesBetween(found.start, found.end);
    const end = plusMinutes(start, length);
    const refused = refusal(start, end, outsideRules, id);
    return refused ? no(refused) : replace(complete(agenda, { ...found, ...typeFields(type), start, end }));
  },
  previewSeries: async (plan: wire.SeriesPlan) => ok(look(plan.typeId, plan.durationMin, startsOf(plan, zone()))),
  checkOccurrences: async (typeId: string, durationMin: number | null, starts: string[]) =>
    ok(look(typeId, durationMin, starts)),
  createSeries: async (input: wire.NewSeries) => {
    const { occurrences, repetition, ...common } = input;
    const looked = look(
      input.typeId,
      input.durationMin,
      occurrences.map((one) => one.start),
    );
    const conflicts = conflictsOf(looked, (index) => occurrences[index]?.outsideRules ?? false);
    if (conflicts.length > 0) return no("series_conflicts", [], conflicts);
    const seriesId = `s-${agenda.nextId++}`;
    agenda.series[seriesId] = repetition;
    const made: wire.Appointment[] = [];
    for (const { start } of occurrences) {
      const answer = await real.createAppointment({ ...common, start, outsideRules: true });
      if (answer.status === "ok") made.push({ ...answer.data, seriesId });
    }
    for (const one of made) replace(one);
    return ok(made);
  },
  updateSeries: async (change: wire.AppointmentChange, scope: wire.SeriesScope) => {
    const pointed = find(change.id);
    if (!pointed) return no("not_found");
    for (const one of meant(agenda, pointed, scope)) await real.updateAppointment({ ...change, id: one.id });
    return ok(meant(agenda, pointed, scope));
  },
  rescheduleSeries: async (to: wire.Reschedule, scope: wire.SeriesScope) => {
    const pointed = find(to.id);
    if (!pointed) return no("not_found");
    const shift = minutesBetween(pointed.start, to.start);
    const those = meant(agenda, pointed, scope);
    const starts = those.map((one) => plusMinutes(one.start, shift));
    const looked = look(
      to.typeId ?? pointed.typeId,
      to.durationMin,
      starts,
      those.map((one) => one.id),
    );
    const conflicts = conflictsOf(looked, () => to.outsideRules);
    if (conflicts.length > 0) return no("series_conflicts", [], conflicts);
    const type = typeOf(to.typeId ?? pointed.typeId);
    for (const [index, one] of those.entries()) {
      const { start, end } = looked[index] as wire.Occurrence;
      replace(complete(agenda, { ...one, ...(to.typeId ? typeFields(type) : {}), start, end }));
    }
    return ok(meant(agenda, pointed, scope));
  },
  cancelSeries: async (id: string, scope: wire.SeriesScope, reason: string) => {
    const pointed = find(id);
    if (!pointed) return no("not_found");
    if (!reason.trim()) return no("invalid_input", [{ field: "reason", problem: "required", limit: null }]);
    const those = meant(agenda, pointed, scope);
    for (const one of those) await real.cancelAppointment(one.id, reason);
    return ok(those);
  },
  cancelAppointment: async (id: string, reason: string) => {
    if (!reason.trim()) return no("invalid_input", [{ field: "reason", problem: "required", limit: null }]);
    return setStatus(id, "cancelled", { cancellation: { reason, at: instantOf(agenda.nowMs), by: "coach" } });
  },
  completeAppointment: async (id: string) => setStatus(id, "completed"),
  markNoShow: async (id: string) => setStatus(id, "no_show"),
  reopenAppointment: async (id: string) => setStatus(id, "scheduled"),
  getStatistics: async (from: string, to: string) => {
    if (from > to) return no("invalid_input", [{ field: "to", problem: "out_of_range", limit: null }]);
    return ok(statisticsOf(agenda, from, to));
  },
  saveStatistics: async (table: wire.StatisticsTable, from: string, to: string) =>
    ok({ folder: "~/Téléchargements", files: [`statistiques-${table}-${from}-${to}.csv`] }),
  exportAgenda: async (input: wire.ExportInput) => {
    const { what } = input;
    if (what.kind === "days" && what.to < what.from)
      return no("invalid_input", [{ field: "to", problem: "out_of_range", limit: null }]);
    return ok<wire.ExportedFile | null>({
      fileName: { calendar: "agenda.ics", table: "agenda.csv", page: "agenda.pdf" }[input.format],
      appointments: what.kind === "appointment" ? 1 : agenda.appointments.length,
    });
  },
  stopExport: async () => ok(null),
  joinMeeting: async (_id: string) => ok({ without: agenda.planRefused }),
  draftClientLink: async (_id: string) => ok(null),
  getRoomPresence: async (_id: string) => ok(agenda.presence),
  getAttendance: async (_id: string) => (agenda.attendance ? ok(agenda.attendance) : no("room_not_ready")),
  getOwedRooms: async () => ok([...agenda.owed, ...owedByAppointments()]),
  getMeetingToken: async (_id: string) =>
    ok({ url: "https://camille-marchand.daily.co/x7?t=abc", copied: wanted.get("clipboard") !== "no" }),
  retryRooms: async () => ok(null),
  getNotices: async () => ok(agenda.notices),
  dismissNotice: async (id: number) => {
    agenda.notices = agenda.notices.filter((n) => n.id !== id);
    return ok(null);
  },
  getPopupStanding: async () => ok(agenda.popups),
  testPopup: async () => ok(agenda.popups === "ready"),
  getDesktop: async () => ok(agenda.desktop),
  setKeepInTray: async (keepInTray: boolean) => {
    agenda.desktop.keepInTray = keepInTray;
    return ok(agenda.desktop);
  },
  setStartAtLogin: async (startAtLogin: boolean) => {
    agenda.desktop.startAtLogin = startAtLogin;
    return ok(agenda.desktop);
  },
  takeErrand: async () => ok(agenda.errands.shift() ?? null),
  getAttention: async () =>
    ok(
      agenda.appointments.sort(by).flatMap((appointment): wire.Attention[] => {
        if (appointment.room.state === "owed") return [{ kind: "room_owed", appointment }];
        if (appointment.status === "scheduled" && Date.parse(appointment.end) <= agenda.nowMs)
          return [{ kind: "to_close", appointment }];
        return [];
      }),
    ),
};

export const commands = new Proxy(real, {
  get(target, name: keyof typeof real) {
    const failure = failing[name];
    if (!failure) return target[name];
    return async () => (typeof failure === "string" ? no(failure) : no("invalid_input", failure));
  },
}) as unknown as typeof wire.commands;

export const events = {
  changed: { listen: async () => () => undefined },
  errandWaiting: { listen: async () => () => undefined },
  exportProgress: { listen: async () => () => undefined },
};
export type * from "../src/api/bindings";
export { topics } from "../src/api/bindings.ts";
