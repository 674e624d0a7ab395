// Asks for the Daily.co key. The key is forgotten here as soon as it was handed over.
import { Alert, Button, Group, List, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { m } from "@/paraglide/messages.js";
import { required } from "@/text/check";
import { useFirstWrong } from "./first-wrong";

type Props = {
  problem: string | null;
  pending: boolean;
  submitLabel: string;
  /** Offered when the system's keyring cannot be used. */
  sessionOnly: boolean;
  onSubmit: (key: string, sessionOnly: boolean) => void;
  onCancel?: { label: string; run: () => void };
};

export function KeyForm({ problem, pending, submitLabel, sessionOnly, onSubmit, onCancel }: Props) {
  const [key, setKey] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const { form, look } = useFirstWrong();
  const submit = (forSession: boolean) => {
    look();
    const wrong = required(key);
    setMissing(wrong);
    if (!wrong) onSubmit(key.trim(), forSession);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Stack gap="md">
        <PasswordInput
          label={m.key_label()}
          description={m.key_description()}
          value={key}
          onChange={(event) => {
            setKey(event.currentTarget.value);
            setMissing(null);
          }}
          error={missing ?? problem}
          // The library marks every other kind of field by itself.
          aria-invalid={(missing ?? problem) ? true : undefined}
          autoComplete="off"
          spellCheck={false}
          visibilityToggleButtonProps={{ "aria-label": m.key_show(), tabIndex: 0, "aria-hidden": false }}
          disabled={pending}
        />
        {sessionOnly && (
          <Alert color="orange" variant="light" role="status">
            <Stack gap="xs" align="start">
              <Text size="sm">{m.key_session_only_offer()}</Text>
              <Button variant="default" size="compact-sm" onClick={() => submit(true)} disabled={pending}>
                {m.key_session_only_use()}
              </Button>
            </Stack>
          </Alert>
        )}
        <Group justify={onCancel ? "space-between" : "flex-end"}>
          {onCancel && (
            <Button variant="subtle" color="gray" onClick={onCancel.run} disabled={pending}>
              {onCancel.label}
            </Button>
          )}
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What has to be done at Daily.co, once. */
export function KeySteps() {
  return (
    <List type="ordered" size="sm" spacing={4}>
      <List.Item>{m.key_step_account()}</List.Item>
      <List.Item>{m.key_step_copy()}</List.Item>
      <List.Item>{m.key_step_paste()}</List.Item>
    </List>
  );
}
