// A form that was refused leads to its first field that is wrong: whoever does not see the page hears there what to do.
import { useCallback, useEffect, useRef } from "react";

/** `data-wrong` marks what is no field of its own: the days of a month, a line of a list. */
const wrong = "[aria-invalid='true']:not(:disabled), [data-wrong]";
const entry = ":is(input, textarea, button):not(:disabled, [tabindex='-1'])";

/**
 * `form` is the form's place: once it is sent, the focus moves to its first field that is marked, by the next drawing
 * or by one after the answer. `look` does the same for what is sent without a form. Whoever went on meanwhile is not
 * torn away.
 */
export function useFirstWrong<T extends HTMLElement = HTMLFormElement>() {
  const place = useRef<T>(null);
  const looking = useRef(false);
  const look = useCallback(() => {
    looking.current = true;
  }, []);
  // A window draws its form later than the component that owns it.
  const form = useCallback(
    (drawn: T | null) => {
      place.current = drawn;
      drawn?.addEventListener("submit", look);
    },
    [look],
  );
  useEffect(() => {
    const found = looking.current ? place.current?.querySelector<HTMLElement>(wrong) : null;
    if (!found) return;
    looking.current = false;
    const target = found.matches(entry) ? found : found.querySelector<HTMLElement>(entry);
    target?.focus({ preventScroll: true });
    // With what is said under it, and not behind the foot of a long window.
    target?.scrollIntoView({ block: "center" });
  });
  useEffect(() => {
    const goOn = () => {
      looking.current = false;
    };
    window.addEventListener("keydown", goOn, true);
    window.addEventListener("pointerdown", goOn, true);
    return () => {
      window.removeEventListener("keydown", goOn, true);
      window.removeEventListener("pointerdown", goOn, true);
    };
  }, []);
  return { form, look };
}
