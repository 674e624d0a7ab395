import { Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { asFailure } from "@/api/failure";
import { setApiKey } from "@/api/video-account";
import { KeyForm, KeySteps } from "@/components/key-form";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { fieldProblemWords } from "@/text/field-problem";

export function FirstKey({ onDone }: { onDone: () => void }) {
  const set = useMutation(setApiKey);
  const failure = set.error ? asFailure(set.error) : null;
  const field = failure?.fields[0];
  const problem = field
    ? fieldProblemWords(field.problem, field.limit)
    : failure && `${failureWords(failure.code).what} ${failureWords(failure.code).toDo}`;
  return (
    <Stack gap="lg">
      <KeySteps />
      <KeyForm
        problem={problem}
        pending={set.isPending}
        submitLabel={m.key_check_and_save()}
        sessionOnly={failure?.code === "keyring_unavailable"}
        onSubmit={(key, sessionOnly) =>
          set.mutate([key, sessionOnly], {
            onSuccess: () => {
              if (sessionOnly) tell(m.key_session_used());
              onDone();
            },
          })
        }
        onCancel={{ label: m.key_later(), run: onDone }}
      />
    </Stack>
  );
}
