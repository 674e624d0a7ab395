// A form that was refused leads to its first field that is wrong: whoever does not see the page hears there what to do.
import { useCallback, useEffect, useRef } from "react";

const wrong = "[aria-invalid='true']:not(:disabled)";

/** `form` is the form's place; `look` is called when it is sent, and the focus moves once a field of it is marked. */
export function useFirstWrong() {
  const form = useRef<HTMLFormElement>(null);
  const looking = useRef(false);
  // The fields are marked by the next drawing, or by one after the answer; typing in them later moves nothing.
  useEffect(() => {
    const field = looking.current ? form.current?.querySelector<HTMLElement>(wrong) : null;
    if (!field) return;
    looking.current = false;
    field.focus();
  });
  const look = useCallback(() => {
    looking.current = true;
  }, []);
  return { form, look };
}
