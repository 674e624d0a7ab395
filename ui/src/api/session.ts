import { mutationOptions } from "@tanstack/react-query";
import type { Settings } from "./bindings";
import { ask, read, write } from "./call";

export type { Coach, Language, NewCoach, Session, Settings, Theme, Weekday } from "./bindings";
export const session = read("getSession");
export const setUpCoach = write("setUpCoach", ["invalid_input"]);
export const settings = read("getSettings");

const { mutationKey, meta } = write("updateSettings", ["invalid_input"]);

/**
 * Settings travel whole. A change is put into what they are when its turn comes, not into what a screen last read: the
 * second of two quick changes would take back the first.
 */
export const changeSettings = mutationOptions<Settings, Error, Partial<Settings>>({
  mutationKey,
  meta,
  scope: { id: "settings" },
  mutationFn: async (part) => ask("updateSettings", [{ ...(await ask("getSettings", [])), ...part }]),
});
