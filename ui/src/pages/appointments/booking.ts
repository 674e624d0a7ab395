// What is being booked, from the first answer to the last; pure, so that going back and forward loses nothing.
import type { Appointment, MeetingKind, NewAppointment, NewSeries } from "@/api/appointments";
import type { Client } from "@/api/clients";
import type { AppointmentType } from "@/api/configuration";
import type { Choice } from "@/components/slot-picker";
import { m } from "@/paraglide/messages.js";
import { atMost, email, phone as phoneCheck, required } from "@/text/check";
import { fieldProblemWords } from "@/text/field-problem";
import { isDate } from "@/time/zone";
import { type Item, kept, type Repeat, repetitionOf, unsettled } from "./series";

/** `series` is asked only of what repeats. */
export type Step = "who" | "what" | "when" | "series" | "check";
export const stepsOf = ({ repeat }: Pick<Booking, "repeat">): readonly Step[] =>
  repeat.every === "never" ? ["who", "what", "when", "check"] : ["who", "what", "when", "series", "check"];

type KnownClient = Pick<Client, "id" | "name" | "email" | "phoneWritten" | "zone">;
export type Who = { kind: "client"; client: KnownClient | null } | { kind: "prospect"; name: string; email: string };

export type Booking = {
  who: Who;
  /** What was entered for the other kind of person, kept in case one changes back. */
  otherWho: Who;
  typeId: string | null;
  reasonId: string | null;
  kind: MeetingKind;
  phone: string;
  place: string;
  title: string;
  description: string;
  choice: Choice;
  durationMin: number | null;
  repeat: Repeat;
  /** Each appointment of the series as it is to be made; null until the rule was looked at. */
  items: readonly Item[] | null;
};
export type Errors = Partial<Record<string, string>>;

export function emptyBooking(start: string | null, day: string | null, minutes: number | null): Booking {
  return {
    who: { kind: "client", client: null },
    otherWho: { kind: "prospect", name: "", email: "" },
    typeId: null,
    reasonId: null,
    kind: "video",
    phone: "",
    place: "",
    title: "",
    description: "",
    choice: { day, start, outside: false },
    durationMin: minutes,
    repeat: { every: "never", until: "times", count: 6, date: "" },
    items: null,
  };
}

/** The other kind of person; what was entered for this one comes back with it. */
export function withOtherWho(booking: Booking): Booking {
  return { ...booking, who: booking.otherWho, otherWho: booking.who };
}

/** Another start, length or rule: the series has to be looked at anew. */
export function withSeriesAnew(booking: Booking, change: Partial<Booking>): Booking {
  return { ...booking, ...change, items: null };
}

/** Whether anything was entered that closing would lose. */
export function hasInput({ who, otherWho, title, description, reasonId }: Booking): boolean {
  const entered = (one: Who) => (one.kind === "client" ? one.client !== null : `${one.name}${one.email}`.trim() !== "");
  return entered(who) || entered(otherWho) || `${title}${description}`.trim() !== "" || reasonId !== null;
}

export function withClient(booking: Booking, client: KnownClient): Booking {
  return { ...booking, who: { kind: "client", client }, phone: booking.phone || (client.phoneWritten ?? "") };
}

/** The same person, reason and way to meet; a client is given with their profile. What is no longer on offer is left out. */
export function withLike(booking: Booking, like: Appointment, reasons: readonly { id: string }[]): Booking {
  const { person, kind, phone, place, reason } = like;
  const who: Who = person.kind === "prospect" ? person : booking.who;
  const reasonId = reasons.find(({ id }) => id === reason?.id)?.id ?? null;
  return { ...booking, who, kind, phone: phone || booking.phone, place, reasonId };
}

/** A type brings its usual kind; slots found for another length no longer stand. */
export function withType(booking: Booking, type: AppointmentType, keepStart: boolean): Booking {
  const choice = keepStart ? booking.choice : { ...booking.choice, start: null };
  return withSeriesAnew(booking, { typeId: type.id, kind: type.defaultKind, choice });
}

export function problemsOf(step: Step, booking: Booking): Errors {
  const { who, kind } = booking;
  if (step === "who") {
    if (who.kind === "client") return who.client ? {} : { client: m.client_missing() };
    return keep({ name: required(who.name) ?? atMost(120)(who.name), email: required(who.email) ?? email(who.email) });
  }
  if (step === "what") {
    return keep({
      typeId: booking.typeId ? null : required(""),
      phone: kind === "phone" ? (required(booking.phone) ?? phoneCheck(booking.phone)) : null,
      place: kind === "in_person" ? atMost(300)(booking.place) : null,
      title: atMost(200)(booking.title),
      description: atMost(5000)(booking.description),
    });
  }
  if (step === "series") return booking.items && !unsettled(booking.items) ? {} : keep({ series: required("") });
  return step === "when" ? keep({ start: booking.choice.start ? null : required(""), ...repeatProblems(booking) }) : {};
}

function repeatProblems({ repeat, choice }: Booking): Record<string, string | null> {
  const { every, until, count, date } = repeat;
  if (every === "never") return {};
  if (until === "times") {
    const fits = Number.isInteger(count) && Number(count) >= 2 && Number(count) <= 104;
    return { count: fits ? null : m.between({ least: 2, most: 104 }) };
  }
  if (!isDate(date)) return { until: fieldProblemWords(date === "" ? "required" : "not_a_date") };
  return { until: choice.day && date < choice.day ? m.repeat_until_too_early() : null };
}

function keep(problems: Record<string, string | null>): Errors {
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== null)) as Errors;
}

const places: Record<string, Step> = {
  person: "who",
  name: "who",
  email: "who",
  client: "who",
  start: "when",
  durationMin: "when",
  repetition: "when",
  occurrences: "series",
};

/** The step where a field that Rust refused is to be corrected, and the name it has there. */
export function placeOf(field: string): { step: Step; field: string } {
  const [head = "", last = head] = [field.split(".")[0], field.split(".").at(-1)];
  return { step: places[head] ?? "what", field: last === "person" ? "client" : last };
}

export function toNewAppointment(booking: Booking, outsideRules: boolean): NewAppointment | null {
  const { who, typeId, choice, kind } = booking;
  if (!typeId || !choice.start || (who.kind === "client" && !who.client)) return null;
  return {
    person:
      who.kind === "client"
        ? { kind: "client", id: (who.client as KnownClient).id }
        : { kind: "prospect", name: who.name.trim(), email: who.email.trim() },
    typeId,
    reasonId: booking.reasonId,
    kind,
    title: booking.title.trim(),
    description: booking.description.trim(),
    place: kind === "in_person" ? booking.place.trim() : "",
    phone: kind === "phone" ? booking.phone.trim() : "",
    start: choice.start,
    durationMin: booking.durationMin,
    outsideRules: outsideRules || choice.outside,
  };
}

export function toNewSeries(booking: Booking): NewSeries | null {
  const common = toNewAppointment(booking, false);
  const repetition = repetitionOf(booking.repeat);
  if (!common || !repetition || !booking.items) return null;
  const { start: _start, outsideRules: _outside, ...rest } = common;
  const occurrences = kept(booking.items).map(({ start, anyway }) => ({ start, outsideRules: anyway }));
  return { ...rest, repetition, occurrences };
}
