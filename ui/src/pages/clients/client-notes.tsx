// Private notes in Markdown, saved as they are typed.
import { Group, SegmentedControl, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { type Client, updateClientNotes } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { atMost } from "@/text/check";
import { failureWords } from "@/text/failure";
import { fieldErrors } from "@/text/field-problem";
import classes from "./client-profile.module.css";

/** Far more than the first screen needs. */
const Markdown = lazy(() => import("@/components/markdown"));
/** So long after the last key, in milliseconds. */
const PAUSE = 600;
const check = atMost(20_000);

export function ClientNotes({ client }: { client: Client }) {
  const { text, type, flush, state, problem } = useSavedNotes(client);
  const [mode, setMode] = useState(client.notes === "" ? "write" : "read");
  return (
    <section className={`card ${classes.section}`} aria-labelledby="notes-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="notes-title">
          {m.notes_title()}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={m.notes_mode()}
          value={mode}
          onChange={(next) => {
            flush();
            setMode(next);
          }}
          data={[
            { value: "read", label: m.notes_read() },
            { value: "write", label: m.notes_write() },
          ]}
        />
      </Group>
      {mode === "write" ? (
        <Textarea
          aria-label={m.notes_title()}
          description={m.notes_hint()}
          inputWrapperOrder={["input", "description", "error"]}
          autosize
          minRows={5}
          maxRows={24}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={flush}
          error={problem}
        />
      ) : (
        <Read text={text} />
      )}
      <Text size="xs" c="dimmed" role="status" mt={6}>
        {state === "saving" && m.notes_saving()}
        {state === "saved" && m.notes_saved()}
      </Text>
    </section>
  );
}

function Read({ text }: { text: string }) {
  if (text.trim() === "") return <Text c="dimmed">{m.notes_none()}</Text>;
  return (
    <Suspense fallback={<Waiting rows={2} />}>
      <Markdown text={text} />
    </Suspense>
  );
}

type State = "idle" | "saving" | "saved";

/** What is typed is kept after a short pause, on leaving the field, and on leaving the page. */
function useSavedNotes(client: Client) {
  const [text, setText] = useState(client.notes);
  const [state, setState] = useState<State>("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const { mutate } = useMutation(updateClientNotes);
  const kept = useRef(client.notes.trim());
  const typed = useRef(client.notes);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const sent = typed.current.trim();
    if (sent === kept.current || check(sent)) return;
    const before = kept.current;
    kept.current = sent;
    setState("saving");
    mutate([client.id, sent], {
      onSuccess: () => setState("saved"),
      onError: (error) => {
        kept.current = before;
        const failure = asFailure(error);
        setState("idle");
        setProblem(fieldErrors(failure.fields).notes ?? failureWords(failure.code).what);
      },
    });
  }, [client.id, mutate]);
  useEffect(() => flush, [flush]);

  const type = (next: string) => {
    setText(next);
    typed.current = next;
    setProblem(check(next));
    setState("idle");
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE);
  };
  return { text, type, flush, state, problem };
}
