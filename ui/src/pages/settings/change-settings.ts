import { useMutation } from "@tanstack/react-query";
import { type Settings, updateSettings } from "@/api/session";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";

/** Settings travel whole; a screen changes its part of what it was given. */
export function useChangeSettings(settings: Settings) {
  const { mutate, isPending } = useMutation(updateSettings);
  const change = (part: Partial<Settings>, onError?: (error: Error) => void) =>
    mutate([{ ...settings, ...part }], { onSuccess: () => tell(m.saved()), onError });
  return { change, isPending };
}
