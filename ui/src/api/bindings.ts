// Stand-in of the shape that tauri-specta generates; replaced by the generated file.
import { invoke } from "@tauri-apps/api/core";
import { listen as hear } from "@tauri-apps/api/event";

export type Instant = string; export type LocalDate = string; export type Minutes = number;
export type ClientId = string; export type AppointmentId = string; export type AppointmentTypeId = string;
export type ReasonId = string; export type ExceptionId = string; export type SeriesId = string;
export type Language = "fr" | "en"; export type Theme = "system" | "light" | "dark";
export type MeetingKind = "video" | "phone" | "in_person";
export type Status = "scheduled" | "completed" | "cancelled" | "no_show";
export type Weekday = "mon"|"tue"|"wed"|"thu"|"fri"|"sat"|"sun";

export type ErrorCode =
  | "invalid_input"        // details.fields says which field and why
  | "not_found" | "slot_taken" | "outside_hours" | "inside_notice" | "in_the_past" | "beyond_horizon" | "day_full"
  | "not_allowed_now"      // the status does not allow it
  | "not_set_up"           // no coach yet
  | "key_not_set" | "key_refused" | "keyring_unavailable" | "room_not_ready" | "not_yet_open" | "already_over"
  | "daily_unreachable" | "daily_refused" | "browser_unavailable"
  | "read_only" | "disk_full" | "database_newer" | "database_damaged" | "internal";
export type FieldProblem = "required" | "too_long" | "too_short" | "not_an_email" | "not_a_phone" | "not_a_colour" | "not_a_zone"
  | "out_of_range" | "control_characters" | "not_a_key" | "overlaps" | "unknown" | "duplicate" | "not_a_date";
export type Field = { field: string; problem: FieldProblem; limit: number | null }; // field = camelCase path of the input ("email", "weekly.mon.1")
export type ApiError = { code: ErrorCode; message: string /* English, for logs, never shown */; details: { fields: Field[]; takenBy?: AppointmentId | null; opensAt?: Instant | null } };

export type Session = {
  coach: Coach | null;               // null: first run
  system: { zone: string; language: Language };   // proposed at first run
  clockOffsetMs: number;             // add to Date.now(); 0 but in tests
  demo: boolean; version: string; platform: "linux" | "macos" | "windows";
  zones: string[];                   // all IANA names, sorted
};
export type Coach = { name: string; zone: string; language: Language; theme: Theme; firstWeekday: Weekday };
export type NewCoach = { name: string; zone: string; language: Language };
export type Settings = { name: string; zone: string; language: Language; theme: Theme; firstWeekday: Weekday;
  stepMin: Minutes; noticeMin: Minutes; horizonDays: number; maxPerDay: number | null;
  reminderOffsetsMin: number[]; hideNames: boolean };

export type KeyState = "not_set" | "set" | "refused" | "keyring_unavailable" | "session_only";
export type VideoAccount = { state: KeyState; domain: string | null };

export type AppointmentType = { id: AppointmentTypeId; name: string; durationMin: Minutes; colour: string /* #rrggbb */; description: string;
  bufferBeforeMin: Minutes; bufferAfterMin: Minutes; defaultKind: MeetingKind; archived: boolean };
export type AppointmentTypeInput = Omit<AppointmentType, "id" | "archived">;
export type Reason = { id: ReasonId; label: string; archived: boolean };
export type Configuration = { types: AppointmentType[]; reasons: Reason[] }; // in order; archived ones not included
export type DayRange = { startMin: Minutes; endMin: Minutes };
export type WeeklyHours = Record<Weekday, DayRange[]>;       // generated as an object with seven fields
export type Exception = { id: ExceptionId; from: LocalDate; to: LocalDate /* inclusive */; label: string; ranges: DayRange[] /* empty = closed */ };
export type ExceptionInput = Omit<Exception, "id">;
export type Availability = { weekly: WeeklyHours; exceptions: Exception[] };

export type Client = { id: ClientId; name: string; email: string | null; phone: string | null; notes: string; archived: boolean; upcomingCount: number };
export type ClientInput = { name: string; email: string | null; phone: string | null; notes: string };

export type Slot = { start: Instant; end: Instant };
export type DaySlots = { date: LocalDate; slots: Slot[] };

export type Person = { kind: "client"; id: ClientId; name: string } | { kind: "prospect"; name: string; email: string };
export type RoomState = "none" | "owed" | "ready" | "removed";
export type RoomProblem = "no_key" | "key_refused" | "keyring_unavailable" | "unreachable" | "limited" | "plan_refused" | "invalid" | "unknown";
export type RoomView = { state: RoomState; owedSince: Instant | null; problem: RoomProblem | null; attempts: number; nextTryAt: Instant | null };
export type JoinWindow = { opensAt: Instant; closesAt: Instant };   // start−15 min .. end ; null unless video and scheduled
export type ReminderState = "due" | "sent" | "skipped" | "failed" | "cancelled";
export type Reminder = { dueAt: Instant; beforeMin: Minutes; state: ReminderState; why: string | null };
export type Appointment = {
  id: AppointmentId; start: Instant; end: Instant; person: Person;
  typeId: AppointmentTypeId; typeName: string; colour: string; reason: { id: ReasonId; label: string } | null;
  kind: MeetingKind; status: Status; title: string; description: string; place: string; phone: string;
  room: RoomView; join: JoinWindow | null;
  cancellation: { reason: string; at: Instant; by: "coach" | "client" } | null;
  bookedBy: "coach" | "client"; message: string; // the client's message
  seriesId: SeriesId | null; createdAt: Instant;
};
export type AppointmentDetails = { appointment: Appointment; reminders: Reminder[] };
export type NewPerson = { kind: "client"; id: ClientId } | { kind: "prospect"; name: string; email: string };
export type NewAppointment = { person: NewPerson; typeId: AppointmentTypeId; reasonId: ReasonId | null; kind: MeetingKind;
  title: string; description: string; place: string; phone: string; start: Instant;
  durationMin: Minutes | null;   // null: the type's
  outsideRules: boolean };       // the coach's explicit choice: outside hours, inside the notice, in the past
export type AppointmentChange = { id: AppointmentId; reasonId: ReasonId | null; kind: MeetingKind; title: string; description: string; place: string; phone: string; typeId: AppointmentTypeId };
export type Reschedule = { id: AppointmentId; start: Instant; durationMin: Minutes | null; outsideRules: boolean };
export type Attention = { kind: "room_owed"; appointment: Appointment } | { kind: "to_close"; appointment: Appointment /* over, still scheduled */ } | { kind: "key_refused" } | { kind: "keyring_unavailable" };
export type ClientLink = { url: string; copied: boolean };     // the participant's link; copied=false when the clipboard refused: show it to be copied by hand

export type Topic = "session" | "settings" | "video_account" | "configuration" | "availability" | "clients" | "appointments" | "rooms" | "reminders";
type R<T> = Promise<{ status: "ok"; data: T } | { status: "error"; error: ApiError }>;
async function call<T>(name: string, args?: Record<string, unknown>): R<T> {
  try {
    return { status: "ok", data: await invoke<T>(name, args) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: "error", error: error as ApiError };
  }
}
export const commands = {
  getSession: () => call<Session>("get_session"),
  setUpCoach: (coach: NewCoach) => call<Session>("set_up_coach", { coach }),
  getSettings: () => call<Settings>("get_settings"),
  updateSettings: (settings: Settings) => call<Settings>("update_settings", { settings }),
  getVideoAccount: () => call<VideoAccount>("get_video_account"),
  setApiKey: (key: string, sessionOnly: boolean) => call<VideoAccount>("set_api_key", { key, sessionOnly }),
  removeApiKey: () => call<VideoAccount>("remove_api_key"),
  getConfiguration: () => call<Configuration>("get_configuration"),
  createAppointmentType: (input: AppointmentTypeInput) => call<AppointmentType>("create_appointment_type", { input }),
  updateAppointmentType: (id: AppointmentTypeId, input: AppointmentTypeInput) => call<AppointmentType>("update_appointment_type", { id, input }),
  deleteAppointmentType: (id: AppointmentTypeId) => call<null>("delete_appointment_type", { id }),
  reorderAppointmentTypes: (ids: AppointmentTypeId[]) => call<null>("reorder_appointment_types", { ids }),
  createAppointmentReason: (label: string) => call<Reason>("create_appointment_reason", { label }),
  updateAppointmentReason: (id: ReasonId, label: string) => call<Reason>("update_appointment_reason", { id, label }),
  deleteAppointmentReason: (id: ReasonId) => call<null>("delete_appointment_reason", { id }),
  reorderAppointmentReasons: (ids: ReasonId[]) => call<null>("reorder_appointment_reasons", { ids }),
  getAvailability: () => call<Availability>("get_availability"),
  replaceWeeklyHours: (weekly: WeeklyHours) => call<Availability>("replace_weekly_hours", { weekly }),
  createException: (input: ExceptionInput) => call<Exception>("create_exception", { input }),
  updateException: (id: ExceptionId, input: ExceptionInput) => call<Exception>("update_exception", { id, input }),
  deleteException: (id: ExceptionId) => call<null>("delete_exception", { id }),
  listClients: (search: string) => call<Client[]>("list_clients", { search }),
  getClient: (id: ClientId) => call<Client>("get_client", { id }),
  createClient: (input: ClientInput) => call<Client>("create_client", { input }),
  updateClient: (id: ClientId, input: ClientInput) => call<Client>("update_client", { id, input }),
  archiveClient: (id: ClientId, archived: boolean) => call<Client>("archive_client", { id, archived }),
  getAvailableSlots: (typeId: AppointmentTypeId, date: LocalDate) => call<DaySlots>("get_available_slots", { typeId, date }),
  getAvailableSlotsForPeriod: (typeId: AppointmentTypeId, from: LocalDate, to: LocalDate) => call<DaySlots[]>("get_available_slots_for_period", { typeId, from, to }),
  isSlotAvailable: (typeId: AppointmentTypeId, start: Instant) => call<boolean>("is_slot_available", { typeId, start }),
  createAppointment: (input: NewAppointment) => call<Appointment>("create_appointment", { input }),
  getCoachAppointments: (from: Instant, to: Instant) => call<Appointment[]>("get_coach_appointments", { from, to }),
  getClientAppointments: (client: ClientId) => call<Appointment[]>("get_client_appointments", { client }),
  getAppointmentsForDate: (date: LocalDate) => call<Appointment[]>("get_appointments_for_date", { date }),
  getUpcomingAppointments: (limit: number) => call<Appointment[]>("get_upcoming_appointments", { limit }),
  getAppointment: (id: AppointmentId) => call<AppointmentDetails>("get_appointment", { id }),
  updateAppointment: (change: AppointmentChange) => call<Appointment>("update_appointment", { change }),
  rescheduleAppointment: (input: Reschedule) => call<Appointment>("reschedule_appointment", { input }),
  cancelAppointment: (id: AppointmentId, reason: string) => call<Appointment>("cancel_appointment", { id, reason }),
  completeAppointment: (id: AppointmentId) => call<Appointment>("complete_appointment", { id }),
  markNoShow: (id: AppointmentId) => call<Appointment>("mark_no_show", { id }),
  reopenAppointment: (id: AppointmentId) => call<Appointment>("reopen_appointment", { id }),
  joinMeeting: (id: AppointmentId) => call<null>("join_meeting", { id }),
  getMeetingToken: (id: AppointmentId) => call<ClientLink>("get_meeting_token", { id }),
  retryRooms: () => call<null>("retry_rooms"),
  getAttention: () => call<Attention[]>("get_attention"),
};
export const events = {
  changed: { listen: (cb: (e: { payload: { topics: Topic[] } }) => void) => hear<{ topics: Topic[] }>("changed", cb) },
  showAppointment: { listen: (cb: (e: { payload: { id: AppointmentId } }) => void) => hear<{ id: AppointmentId }>("show-appointment", cb) },
};
export const topics: { reads: Record<string, Topic[]>; writes: Record<string, Topic[]> } = {
  reads: {
    getSession: ["session"],
    getSettings: ["settings"],
    getVideoAccount: ["video_account"],
    getConfiguration: ["configuration"],
    getAvailability: ["availability"],
    listClients: ["clients", "appointments"],
    getClient: ["clients", "appointments"],
    getAvailableSlots: ["availability", "configuration", "appointments", "settings"],
    getAvailableSlotsForPeriod: ["availability", "configuration", "appointments", "settings"],
    isSlotAvailable: ["availability", "configuration", "appointments", "settings"],
    getCoachAppointments: ["appointments", "rooms"],
    getClientAppointments: ["appointments", "rooms"],
    getAppointmentsForDate: ["appointments", "rooms"],
    getUpcomingAppointments: ["appointments", "rooms"],
    getAppointment: ["appointments", "rooms", "reminders"],
    getAttention: ["appointments", "rooms", "video_account"],
  },
  writes: {
    setUpCoach: ["session", "settings", "configuration", "availability"],
    updateSettings: ["session", "settings", "reminders"],
    setApiKey: ["video_account", "rooms"],
    removeApiKey: ["video_account", "rooms"],
    createAppointmentType: ["configuration", "appointments"],
    updateAppointmentType: ["configuration", "appointments"],
    deleteAppointmentType: ["configuration", "appointments"],
    reorderAppointmentTypes: ["configuration", "appointments"],
    createAppointmentReason: ["configuration", "appointments"],
    updateAppointmentReason: ["configuration", "appointments"],
    deleteAppointmentReason: ["configuration", "appointments"],
    reorderAppointmentReasons: ["configuration", "appointments"],
    replaceWeeklyHours: ["availability"],
    createException: ["availability"],
    updateException: ["availability"],
    deleteException: ["availability"],
    createClient: ["clients", "appointments"],
    updateClient: ["clients", "appointments"],
    archiveClient: ["clients", "appointments"],
    createAppointment: ["appointments", "rooms", "reminders"],
    updateAppointment: ["appointments", "rooms", "reminders"],
    rescheduleAppointment: ["appointments", "rooms", "reminders"],
    cancelAppointment: ["appointments", "rooms", "reminders"],
    completeAppointment: ["appointments", "rooms", "reminders"],
    markNoShow: ["appointments", "rooms", "reminders"],
    reopenAppointment: ["appointments", "rooms", "reminders"],
    retryRooms: ["rooms"],
  },
};
