// What Rust refused, as data. Its `code` decides what the coach reads; `message` is English and only for logs.
import type { ApiError, ErrorCode, FeedTrouble, Field, OccurrenceConflict } from "./bindings";

export class Failure extends Error {
  readonly code: ErrorCode;
  readonly fields: Field[];
  readonly opensAt: string | null;
  /** What stands against appointments of a series, by their place in the list that was sent. */
  readonly conflicts: OccurrenceConflict[];
  /** Names of the calendars of others that stand against it. */
  readonly calendars: string[];
  /** Why a calendar was not read. */
  readonly calendarTrouble: FeedTrouble | null;

  constructor(error: ApiError) {
    super(error.message);
    this.name = "Failure";
    this.code = error.code;
    this.fields = error.details.fields;
    this.opensAt = error.details.opensAt;
    this.conflicts = error.details.conflicts;
    this.calendars = error.details.calendars;
    this.calendarTrouble = error.details.calendarTrouble;
  }
}

const noDetails: ApiError["details"] = {
  fields: [],
  takenBy: null,
  opensAt: null,
  conflicts: [],
  calendars: [],
  calendarTrouble: null,
};

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: ApiError };

/** Unwraps an answer of the shell; anything that is not an answer (a panic, a missing command) is `internal`. */
export async function answer<T>(asked: Promise<Answer<T>>): Promise<T> {
  let got: Answer<T>;
  try {
    got = await asked;
  } catch (cause) {
    throw new Failure({
      code: "internal",
      message: String(cause),
      details: noDetails,
    });
  }
  if (got.status === "error") throw new Failure(got.error);
  return got.data;
}

export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure({
    code: "internal",
    message: String(error),
    details: noDetails,
  });
}
