import { read, write } from "./call";

export type { Coach, Language, NewCoach, Session, Settings, Theme, Weekday } from "./bindings";
export const session = read("getSession");
export const setUpCoach = write("setUpCoach", ["invalid_input"]);
export const settings = read("getSettings");
export const updateSettings = write("updateSettings", ["invalid_input"]);
