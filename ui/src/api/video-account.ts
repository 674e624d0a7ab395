import { read, write } from "./call";

export type {
  KeyState,
  PaidFeature,
  RecordingChoice,
  RoomLanguage,
  RoomRegion,
  TestStep,
  VideoAccount,
  VideoOptions,
  VideoSettings,
  VideoTest,
} from "./bindings";
export const videoAccount = read("getVideoAccount");
export const setApiKey = write("setApiKey", [
  "invalid_input",
  "key_refused",
  "keyring_unavailable",
  "daily_unreachable",
]);
export const removeApiKey = write("removeApiKey");
export const videoSettings = read("getVideoOptions");
export const updateVideoOptions = write("updateVideoOptions");
export const testVideoSetup = write("testVideoSetup");
