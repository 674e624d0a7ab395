// A reason's one field: to add one, or to change one in its line.
import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { asFailure } from "@/api/failure";
import { useFirstWrong } from "@/components/first-wrong";
import { Unsaved } from "@/components/unsaved";
import { m } from "@/paraglide/messages.js";
import { all, atMost, required } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";
import classes from "./settings.module.css";

const check = all(required, atMost(80));

type Props = {
  label: string;
  initial?: string;
  submitLabel: string;
  /** Rejects with what Rust refused. */
  onSubmit: (text: string) => Promise<unknown>;
  /** Given where there is a line to go back to; an empty field awaits the next one otherwise. */
  onLeave?: () => void;
};

export function ReasonForm({ label, initial = "", submitLabel, onSubmit, onLeave }: Props) {
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const { form } = useFirstWrong();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = check(text);
    setProblem(wrong);
    if (wrong) return;
    setPending(true);
    try {
      await onSubmit(text.trim());
      setText("");
      onLeave?.();
    } catch (error) {
      setProblem(fieldErrors(asFailure(error).fields).label ?? null);
    } finally {
      setPending(false);
    }
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className={classes.grow}>
      <Group align="start" wrap="nowrap" mb={onLeave ? 0 : "sm"}>
        <TextInput
          aria-label={label}
          placeholder={onLeave ? undefined : label}
          value={text}
          flex={1}
          autoFocus={onLeave !== undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(null);
          }}
          onKeyDown={(event) => event.key === "Escape" && onLeave?.()}
          error={problem}
        />
        {onLeave && (
          <Button variant="default" onClick={onLeave}>
            {m.cancel()}
          </Button>
        )}
        <Button type="submit" loading={pending}>
          {submitLabel}
        </Button>
      </Group>
      <Unsaved changed={text.trim() !== initial && !pending} />
    </form>
  );
}
