import { useMutation } from "@tanstack/react-query";
import { changeSettings, type Settings } from "@/api/session";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { speak } from "@/text/language";

/** Saves a part of the settings at once and says so, even if the screen that asked for it is drawn anew by it. */
export function useChangeSettings() {
  const { mutateAsync, isPending } = useMutation(changeSettings);
  const change = (part: Partial<Settings>, onError: (error: Error) => void = () => {}) =>
    mutateAsync(part).then((saved) => {
      // In the language that was chosen, whether or not the window is drawn in it yet.
      speak(saved.language);
      tell(m.saved());
      return saved;
    }, onError);
  return { change, isPending };
}
