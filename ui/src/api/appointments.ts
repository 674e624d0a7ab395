import type { SeriesPlan } from "./bindings";
import { read, write } from "./call";
import type { Failure } from "./failure";

export type {
  Appointment,
  AppointmentChange,
  AppointmentDetails,
  Attention,
  ClientLink,
  Conflict,
  ConflictKind,
  MeetingKind,
  NewAppointment,
  NewOccurrence,
  NewPerson,
  NewSeries,
  Occurrence,
  OccurrenceConflict,
  Person,
  Reminder,
  RepeatEvery,
  RepeatUntil,
  Repetition,
  Reschedule,
  RoomView,
  SeriesPlace,
  SeriesPlan,
  SeriesScope,
  Status,
} from "./bindings";

export const appointmentsBetween = (from: string, to: string) => read("getCoachAppointments", from, to);
export const appointmentsOn = (date: string) => read("getAppointmentsForDate", date);
/** The last of them, those ahead included; `limit` or more there are when so many are answered. */
export const appointmentsOfClient = (client: string, limit = 50) => read("getClientAppointments", client, limit);
export const upcomingAppointments = (limit: number) => read("getUpcomingAppointments", limit);
export const appointmentsFound = (search: string) => read("findAppointments", search);
export const appointment = (id: string) => read("getAppointment", id);
export const attention = read("getAttention");

const ownRules = [
  "busy_elsewhere",
  "calendar_unread",
  "outside_hours",
  "inside_notice",
  "in_the_past",
  "beyond_horizon",
  "day_full",
] as const;
const refusals = ["slot_taken", ...ownRules] as const;
/** Whether it is a rule of the coach's own, over which they may book. */
export const mayInsist = ({ code }: Pick<Failure, "code">) => ownRules.some((one) => one === code);
/** Whether it is the time that was refused, which another time or the coach's insisting may mend. */
export const isAboutTime = ({ code }: Failure) => refusals.some((one) => one === code);
export const createAppointment = write("createAppointment", ["invalid_input", ...refusals]);
export const rescheduleAppointment = write("rescheduleAppointment", ["invalid_input", ...refusals]);
export const updateAppointment = write("updateAppointment", ["invalid_input"]);
export const cancelAppointment = write("cancelAppointment", ["invalid_input"]);
export const completeAppointment = write("completeAppointment");
export const markNoShow = write("markNoShow");
export const reopenAppointment = write("reopenAppointment");
export const joinMeeting = write("joinMeeting");
export const clientLink = write("getMeetingToken");
export const retryRooms = write("retryRooms");

/** What a rule would make, occurrence by occurrence. */
export const seriesPreview = (plan: SeriesPlan) => read("previewSeries", plan);
/** The same for starts of one's own choice: a preview once some were moved or left out. */
export const occurrencesChecked = (typeId: string, durationMin: number | null, starts: string[]) =>
  read("checkOccurrences", typeId, durationMin, starts);
export const createSeries = write("createSeries", ["invalid_input", "series_conflicts"]);
export const updateSeries = write("updateSeries", ["invalid_input"]);
export const rescheduleSeries = write("rescheduleSeries", ["invalid_input", "series_conflicts"]);
/** A move taken back: the window it was made in may be gone, so whatever is refused goes to the one failure notice. */
export const moveBack = write("rescheduleAppointment");
export const moveSeriesBack = write("rescheduleSeries");
export const cancelSeries = write("cancelSeries", ["invalid_input"]);
