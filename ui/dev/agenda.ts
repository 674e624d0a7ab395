// A coach's agenda in memory, so that screens can be looked at in a browser and tested without the shell. It is not the
// engine: its slots know opening hours and what is taken, no more.
import type {
  Appointment,
  AppointmentType,
  Attendance,
  Availability,
  Backup,
  BackupKind,
  BusyFeed,
  BusyTime,
  Client,
  ClientFileView,
  Desktop,
  Errand,
  ImportReport,
  MeetingKind,
  OwedRoom,
  PaidFeature,
  Person,
  PersonInRoom,
  Reason,
  Repetition,
  RoomView,
  Settings,
  SlotSearch,
  Standing,
  Status,
  VideoAccount,
  VideoOptions,
  VideoTest,
  WindowNotice,
} from "../src/api/bindings";
import { instantAt, plusDays, plusMinutes, todayIn, weekdayOf } from "../src/time/zone";

const noRoom: RoomView = { state: "none", owedSince: null, problem: null, attempts: 0, nextTryAt: null };
const office = [
  { startMin: 540, endMin: 720 },
  { startMin: 840, endMin: 1080 },
];

export type Agenda = {
  settings: Settings | null;
  account: VideoAccount;
  options: VideoOptions;
  planRefused: PaidFeature[];
  dailyAnswers: boolean;
  videoTest: VideoTest;
  presence: PersonInRoom[];
  /** None: the appointments never had a room. */
  attendance: Attendance | null;
  owed: OwedRoom[];
  types: AppointmentType[];
  reasons: Reason[];
  availability: Availability;
  feeds: BusyFeed[];
  busy: BusyTime[];
  clients: Client[];
  toldApart: [string, string][];
  /** The file that is chosen, and what would become of it. */
  clientFile: ClientFileView | null;
  importReport: ImportReport;
  appointments: Appointment[];
  /** The latest first. */
  backups: Backup[];
  notices: WindowNotice[];
  popups: Standing;
  errands: Errand[];
  desktop: Desktop;
  /** The rule each series was made by. */
  series: Record<string, Repetition>;
  nowMs: number;
  nextId: number;
};

const type = (
  id: string,
  name: string,
  durationMin: number,
  colour: string,
  defaultKind: MeetingKind = "video",
): AppointmentType => ({
  id,
  name,
  durationMin,
  colour,
  description: "",
  bufferBeforeMin: 0,
  bufferAfterMin: id === "t-bilan" ? 15 : 0,
  defaultKind,
  reminderOffsetsMin: null,
  archived: false,
});

function backup(madeAt: string, kind: BackupKind): Backup {
  return { name: `agenda-${madeAt}-${kind}`, madeAt, sizeKib: 384, kind };
}

const clientFile = (): ClientFileView => ({
  name: "carnet.csv",
  cards: false,
  encoding: "windows-1252",
  separator: ";",
  rows: 5,
  columns: [
    { title: "Nom", samples: ["Lefèvre", "Garçon"], meaning: "last_name" },
    { title: "Prénom", samples: ["Éloïse", "Zoé"], meaning: "first_name" },
    { title: "Courriel", samples: ["eloise@exemple.fr"], meaning: "email" },
    { title: "Tél.", samples: ["06 98 76 54 32"], meaning: "phone" },
    { title: "Ville", samples: ["Lyon", "Nice"], meaning: null },
  ],
});

const importReport = (): ImportReport => ({
  added: 2,
  known: 2,
  refused: 1,
  first: [
    {
      line: 2,
      name: "Éloïse Lefèvre",
      email: "eloise@exemple.fr",
      phone: "06 98 76 54 32",
      outcome: { kind: "added" },
    },
    { line: 3, name: "Zoé Garçon", email: "", phone: "", outcome: { kind: "added" } },
  ],
  leftOut: [
    {
      line: 4,
      name: "Amélie Durand",
      email: "amelie.durand@exemple.fr",
      phone: "",
      outcome: { kind: "known", id: "c-1", name: "Amélie Durand", same: ["email", "name"] },
    },
    { line: 5, name: "Garçon Zoé", email: "", phone: "", outcome: { kind: "repeated", line: 3, same: ["name"] } },
    {
      line: 6,
      name: "Luc Morel",
      email: "",
      phone: "06 99",
      outcome: { kind: "refused", fields: [{ field: "phone", problem: "not_a_phone", limit: null }] },
    },
  ],
});

/** A calendar of others that was just added. */
export function newFeed(agenda: Agenda, name: string, host: string | null): BusyFeed {
  return {
    id: `f-${agenda.nextId++}`,
    name,
    kind: host ? "https" : "file",
    host,
    enabled: true,
    allDayBlocks: true,
    goodAt: null,
    triedAt: null,
    trouble: null,
    isStale: false,
    holdsUpBookings: host !== null,
    notUnderstood: 0,
    unknownZones: [],
  };
}

export function emptyAgenda(nowMs: number): Agenda {
  return {
    settings: null,
    account: { state: "not_set", domain: null },
    notices: [],
    popups: "ready",
    errands: [],
    options: {
      recording: "off",
      transcription: false,
      language: null,
      region: null,
      screenShare: true,
      hideBranding: false,
    },
    planRefused: [],
    dailyAnswers: true,
    videoTest: {
      steps: (["key", "account", "room", "link", "removal"] as const).map((step) => ({
        step,
        tried: true,
        problem: null,
      })),
      without: [],
      clockAheadMin: null,
    },
    presence: [],
    attendance: null,
    owed: [],
    desktop: { hasTray: true, keepInTray: true, startAtLogin: false },
    types: [
      type("t-decouverte", "Découverte", 30, "#4c6ef5", "phone"),
      type("t-seance", "Séance", 60, "#12a06b"),
      type("t-bilan", "Bilan", 90, "#e8590c", "in_person"),
    ],
    reasons: ["Prise de poste", "Équilibre de vie", "Préparation d’entretien", "Conflit d’équipe"].map((label, n) => ({
      id: `m-${n}`,
      label,
      archived: false,
    })),
    availability: {
      weekly: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
      exceptions: [],
    },
    feeds: [],
    busy: [],
    clients: [],
    toldApart: [],
    clientFile: clientFile(),
    importReport: importReport(),
    appointments: [],
    series: {},
    backups: [
      backup("2026-11-24T06:10:00Z", "daily"),
      backup("2026-11-23T17:40:00Z", "by_hand"),
      backup("2026-11-23T06:02:00Z", "daily"),
    ],
    nowMs,
    nextId: 1,
  };
}

const people: [string, string, string, string][] = [
  ["c-1", "Amélie Durand", "amelie.durand@exemple.fr", "06 12 34 56 78"],
  ["c-2", "Thomas Bernard", "t.bernard@exemple.fr", "06 98 76 54 32"],
  ["c-3", "Claire Lefèvre", "claire.lefevre@exemple.fr", ""],
  ["c-4", "Hugo Chevalier", "hugo.chevalier@exemple.fr", "07 11 22 33 44"],
  ["c-5", "Inès Garcia", "ines.garcia@exemple.fr", "06 55 44 33 22"],
  ["c-6", "Mathis Moreau", "", "06 01 02 03 04"],
  ["c-7", "Sophie Benali", "sophie.benali@exemple.fr", "06 77 88 99 00"],
  ["c-8", "Océane Petit", "oceane.petit@exemple.fr", ""],
  ["c-9", "Julien Roux", "julien.roux@exemple.fr", "06 31 41 59 26"],
  ["c-10", "Élodie Fontaine", "elodie.fontaine@exemple.fr", "06 27 18 28 18"],
];

const plan: [number, string, string, number, MeetingKind, Status][] = [
  [-21, "c-1", "t-decouverte", 570, "phone", "completed"],
  [-14, "c-1", "t-seance", 600, "video", "completed"],
  [-14, "c-3", "t-seance", 840, "video", "completed"],
  [-13, "c-5", "t-bilan", 555, "in_person", "completed"],
  [-12, "c-2", "t-seance", 660, "video", "no_show"],
  [-8, "c-4", "t-seance", 570, "video", "completed"],
  [-7, "c-7", "t-seance", 600, "video", "completed"],
  [-7, "c-8", "t-decouverte", 900, "phone", "cancelled"],
  [-6, "c-6", "t-seance", 900, "in_person", "completed"],
  [-5, "c-9", "t-seance", 570, "video", "completed"],
  [-4, "c-10", "t-bilan", 840, "in_person", "completed"],
  [-1, "c-2", "t-seance", 600, "video", "completed"],
  [-1, "c-5", "t-seance", 870, "phone", "scheduled"],
  [-1, "c-9", "t-decouverte", 990, "video", "completed"],
  [0, "c-7", "t-decouverte", 540, "phone", "completed"],
  [0, "c-1", "t-seance", 600, "video", "scheduled"],
  [0, "c-4", "t-seance", 840, "video", "scheduled"],
  [0, "c-10", "t-bilan", 930, "in_person", "scheduled"],
  [1, "c-3", "t-seance", 570, "video", "scheduled"],
  [1, "p", "t-decouverte", 690, "phone", "scheduled"],
  [1, "c-8", "t-seance", 870, "video", "cancelled"],
  [1, "c-6", "t-seance", 990, "in_person", "scheduled"],
  [2, "c-9", "t-seance", 540, "video", "scheduled"],
  [2, "c-5", "t-bilan", 840, "in_person", "scheduled"],
  [3, "c-2", "t-seance", 600, "video", "scheduled"],
  [3, "c-7", "t-seance", 900, "video", "scheduled"],
  [6, "c-1", "t-seance", 600, "video", "scheduled"],
  [7, "c-4", "t-seance", 570, "video", "scheduled"],
  [7, "c-8", "t-decouverte", 870, "phone", "scheduled"],
  [8, "c-10", "t-seance", 660, "video", "scheduled"],
  [13, "c-1", "t-seance", 600, "video", "scheduled"],
  [14, "c-3", "t-bilan", 840, "in_person", "scheduled"],
  [15, "c-6", "t-seance", 570, "in_person", "scheduled"],
];

export function frenchAgenda(nowMs: number): Agenda {
  const agenda = emptyAgenda(nowMs);
  const zone = "Europe/Paris";
  const today = todayIn(nowMs, zone);
  agenda.settings = {
    name: "Camille Marchand",
    zone,
    language: "fr",
    theme: "light",
    firstWeekday: "mon",
    stepMin: 15,
    noticeMin: 120,
    horizonDays: 90,
    maxPerDay: null,
    reminderOffsetsMin: [60, 10],
    hideNames: false,
    quietHours: null,
  };
  agenda.account = { state: "set", domain: "camille-marchand" };
  agenda.clients = people.map(([id, name, email, phone]) => ({
    id,
    name,
    email: email || null,
    phone: phone ? `+33${phone.replaceAll(" ", "").slice(1)}` : null,
    phoneWritten: phone || null,
    zone: id === "c-3" ? "America/Toronto" : null,
    notes: id === "c-1" ? "Préfère le matin. Objectif : déléguer sans culpabiliser." : "",
    archived: false,
    upcomingCount: 0,
  }));
  agenda.availability.exceptions = [
    { id: "e-1", from: plusDays(today, 9), to: plusDays(today, 10), label: "Congé", ranges: [] },
    {
      id: "e-2",
      from: plusDays(today, 4),
      to: plusDays(today, 4),
      label: "Portes ouvertes",
      ranges: [{ startMin: 600, endMin: 780 }],
    },
  ];
  for (const [day, who, typeId, minutes, kind, status] of plan) {
    add(agenda, who, typeId, instantAt(plusDays(today, day), minutes, zone), kind, status);
  }
  const owed = agenda.appointments.find(
    (a) => a.person.kind === "client" && a.person.id === "c-9" && a.status === "scheduled",
  );
  if (owed)
    owed.room = {
      state: "owed",
      owedSince: plusMinutes(new Date(nowMs).toISOString(), -95),
      problem: "unreachable",
      attempts: 4,
      nextTryAt: null,
    };
  count(agenda);
  return agenda;
}

function add(agenda: Agenda, who: string, typeId: string, start: string, kind: MeetingKind, status: Status) {
  const known = agenda.clients.find((client) => client.id === who);
  const person: Person = known
    ? { kind: "client", id: known.id, name: known.name }
    : { kind: "prospect", name: "Nadia Fournier", email: "nadia.fournier@exemple.fr" };
  const chosen = agenda.types.find((t) => t.id === typeId) as AppointmentType;
  const reason = agenda.reasons[agenda.nextId % 5];
  agenda.appointments.push(
    complete(agenda, {
      id: `a-${agenda.nextId++}`,
      start,
      end: plusMinutes(start, chosen.durationMin),
      person,
      typeId,
      typeName: chosen.name,
      colour: chosen.colour,
      reason: reason ? { id: reason.id, label: reason.label } : null,
      kind,
      status,
      title: "",
      description: "",
      place: kind === "in_person" ? "12 rue des Lilas, Lyon" : "",
      phone: kind === "phone" ? (known?.phoneWritten ?? "06 10 20 30 40") : "",
      room: noRoom,
      join: null,
      cancellation:
        status === "cancelled"
          ? { reason: "Empêchement professionnel", at: plusMinutes(start, -1500), by: "coach" }
          : null,
      bookedBy: "coach",
      message: "",
      seriesId: null,
      createdAt: plusMinutes(start, -9000),
    }),
  );
}

/** What follows from kind and status: the room and the time one can join. */
export function complete(agenda: Agenda, appointment: Appointment): Appointment {
  const video = appointment.kind === "video";
  const scheduled = appointment.status === "scheduled";
  const ready = agenda.account.state === "set";
  const since = new Date(agenda.nowMs).toISOString();
  const owed: RoomView = { state: "owed", owedSince: since, problem: "no_key", attempts: 0, nextTryAt: null };
  const room = ready ? { ...noRoom, state: "ready" as const } : owed;
  return {
    ...appointment,
    room: video ? (scheduled ? room : { ...noRoom, state: "removed" }) : noRoom,
    join: video && scheduled ? { opensAt: plusMinutes(appointment.start, -15), closesAt: appointment.end } : null,
  };
}

export function count(agenda: Agenda) {
  const at = new Date(agenda.nowMs).toISOString();
  for (const client of agenda.clients) {
    client.upcomingCount = agenda.appointments.filter(
      (a) => a.status === "scheduled" && a.start > at && a.person.kind === "client" && a.person.id === client.id,
    ).length;
  }
}

export function slotsOf(
  agenda: Agenda,
  { typeId, durationMin, moving }: { typeId: string } & Partial<SlotSearch>,
  date: string,
) {
  const zone = agenda.settings?.zone ?? "Europe/Paris";
  const duration = durationMin ?? agenda.types.find((t) => t.id === typeId)?.durationMin ?? 60;
  const exception = agenda.availability.exceptions.find((e) => e.from <= date && date <= e.to);
  const ranges = exception?.ranges ?? agenda.availability.weekly[weekdayOf(date)];
  const step = agenda.settings?.stepMin ?? 15;
  const from = agenda.nowMs + (agenda.settings?.noticeMin ?? 0) * 60_000;
  const last = plusDays(todayIn(agenda.nowMs, zone), agenda.settings?.horizonDays ?? 90);
  if (date > last) return [];
  return ranges.flatMap((range) => {
    const slots = [];
    for (let minutes = range.startMin; minutes + duration <= range.endMin; minutes += step) {
      const start = instantAt(date, minutes, zone);
      const end = plusMinutes(start, duration);
      if (Date.parse(start) >= from && !taken(agenda, start, end, moving ?? "")) slots.push({ start, end });
    }
    return slots;
  });
}

export function taken(agenda: Agenda, start: string, end: string, but = ""): string | null {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const other = agenda.appointments.find(
    (a) => a.id !== but && a.status === "scheduled" && Date.parse(a.start) < to && from < Date.parse(a.end),
  );
  return other?.id ?? null;
}
