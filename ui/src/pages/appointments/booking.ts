// What is being booked, from the first answer to the last; pure, so that going back and forward loses nothing.
import type { MeetingKind, NewAppointment, Status } from "@/api/appointments";
import type { AppointmentType } from "@/api/configuration";
import type { Choice } from "@/components/slot-picker";
import { atMost, email, phone as phoneCheck, required } from "@/text/check";

export type Step = "who" | "what" | "when" | "check";
export const steps: readonly Step[] = ["who", "what", "when", "check"];

type KnownClient = { id: string; name: string; email: string | null; phone: string | null };
export type Who = { kind: "client"; client: KnownClient | null } | { kind: "prospect"; name: string; email: string };

export type Booking = {
  who: Who;
  typeId: string | null;
  reasonId: string | null;
  kind: MeetingKind;
  phone: string;
  place: string;
  title: string;
  description: string;
  choice: Choice;
  durationMin: number | null;
};
export type Errors = Partial<Record<string, string>>;

export function emptyBooking(start: string | null, day: string | null, minutes: number | null): Booking {
  return {
    who: { kind: "client", client: null },
    typeId: null,
    reasonId: null,
    kind: "video",
    phone: "",
    place: "",
    title: "",
    description: "",
    choice: { day, start, outside: false },
    durationMin: minutes,
  };
}

/** Whether anything was entered that closing would lose. */
export function hasInput({ who, title, description, reasonId }: Booking): boolean {
  const someone = who.kind === "client" ? who.client !== null : `${who.name}${who.email}`.trim() !== "";
  return someone || `${title}${description}`.trim() !== "" || reasonId !== null;
}

export function withClient(booking: Booking, client: KnownClient): Booking {
  return { ...booking, who: { kind: "client", client }, phone: booking.phone || (client.phone ?? "") };
}

/** What a client usually comes for: the type of their latest appointment that was not cancelled, while it is on offer. */
export function usualType(
  past: readonly { typeId: string; status: Status; start: string }[],
  types: readonly AppointmentType[],
): AppointmentType | undefined {
  const [latest] = past
    .filter(({ status }) => status !== "cancelled")
    .toSorted((a, b) => b.start.localeCompare(a.start));
  return types.find(({ id }) => id === latest?.typeId);
}

/** A type brings its usual kind; slots found for another length no longer stand. */
export function withType(booking: Booking, type: AppointmentType, keepStart: boolean): Booking {
  const choice = keepStart ? booking.choice : { ...booking.choice, start: null };
  return { ...booking, typeId: type.id, kind: type.defaultKind, choice };
}

export function problemsOf(step: Step, booking: Booking): Errors {
  const { who, kind } = booking;
  if (step === "who") {
    if (who.kind === "client") return who.client ? {} : keep({ client: required("") });
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
  return step === "when" && !booking.choice.start ? keep({ start: required("") }) : {};
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
