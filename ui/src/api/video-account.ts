import { read, write } from "./call";

export type { KeyState, VideoAccount } from "./bindings";
export const videoAccount = read("getVideoAccount");
export const setApiKey = write("setApiKey", [
  "invalid_input",
  "key_refused",
  "keyring_unavailable",
  "daily_unreachable",
]);
export const removeApiKey = write("removeApiKey");
