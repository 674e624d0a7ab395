// What only some plans of Daily.co include, and what it means when the account's own does not.
import { m } from "@/paraglide/messages.js";

export type PaidFeature = "recording" | "transcription" | "branding";

const words: Record<PaidFeature, () => string> = {
  recording: m.plan_refused_recording,
  transcription: m.plan_refused_transcription,
  branding: m.plan_refused_branding,
};

export function planRefusedWords(feature: PaidFeature): string {
  return words[feature]();
}

/** For the coach who is on the way into the room: what is missing, and that the session goes on. */
export function joinedWithoutWords(features: readonly PaidFeature[]): { what: string; toDo: string } {
  return { what: features.map(planRefusedWords).join(" "), toDo: m.plan_refused_do() };
}
