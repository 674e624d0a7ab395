import { read, write } from "./call";

export type {
  Availability,
  DayRange,
  DaySlots,
  Exception,
  ExceptionInput,
  PublicHoliday,
  Slot,
  WeeklyHours,
} from "./bindings";
export const availability = read("getAvailability");
export const publicHolidays = (year: number) => read("getPublicHolidays", year);
export const replaceWeeklyHours = write("replaceWeeklyHours", ["invalid_input"]);
export const createException = write("createException", ["invalid_input"]);
export const updateException = write("updateException", ["invalid_input"]);
export const deleteException = write("deleteException");
/** `moving`: the appointment that gives up its own time; `durationMin`: none for as long as its type. */
export const slotsForPeriod = (
  typeId: string,
  from: string,
  to: string,
  { moving = null, durationMin = null }: { moving?: string | null; durationMin?: number | null } = {},
) => read("getAvailableSlotsForPeriod", { typeId, durationMin, moving }, from, to);
export const slotsOn = (typeId: string, date: string) => read("getAvailableSlots", typeId, date);
