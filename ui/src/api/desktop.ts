import { read, write } from "./call";

export type { Desktop } from "./bindings";
export const desktop = read("getDesktop");
export const setKeepInTray = write("setKeepInTray");
export const setStartAtLogin = write("setStartAtLogin");
