import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asFailure } from "@/api/failure";
import { type KeyState, removeApiKey, setApiKey, type VideoAccount, videoAccount } from "@/api/video-account";
import { KeyForm, KeySteps } from "@/components/key-form";
import { ignored, tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { fieldProblemWords } from "@/text/field-problem";
import { DeleteWindow } from "./delete-window";
import { Loaded } from "./loaded";
import { OwedRooms } from "./owed-rooms";
import { Section } from "./section";
import classes from "./settings.module.css";
import { VideoOptionsSection } from "./video-options";
import { TestSetup } from "./video-test";

export function VideoTab() {
  const found = useQuery(videoAccount);
  return (
    <Loaded of={found} sections>
      {(account) => <Account account={account} />}
    </Loaded>
  );
}

const has = (state: KeyState) => state === "set" || state === "session_only" || state === "refused";

function Account({ account }: { account: VideoAccount }) {
  const [replacing, setReplacing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useMutation(removeApiKey);
  const known = has(account.state);
  return (
    <>
      <Section title={m.video_title()} hint={m.firstrun_video_intro()}>
        <State account={account} />
        {known && !replacing && (
          <Group mt="md">
            <Button variant="default" onClick={() => setReplacing(true)}>
              {m.key_replace()}
            </Button>
            <Button variant="subtle" color="red" c="var(--mantine-color-error)" onClick={() => setRemoving(true)}>
              {m.key_remove()}
            </Button>
          </Group>
        )}
      </Section>
      {(!known || replacing) && (
        <Section title={known ? m.key_replace() : m.key_enter()}>
          <EnterKey
            offerSession={account.state === "keyring_unavailable"}
            onDone={() => setReplacing(false)}
            onCancel={known ? () => setReplacing(false) : undefined}
          />
        </Section>
      )}
      <OwedRooms />
      {known && <TestSetup />}
      <VideoOptionsSection />
      {removing && (
        <DeleteWindow
          title={m.key_remove_title()}
          text={m.key_remove_text()}
          pending={remove.isPending}
          onClose={() => setRemoving(false)}
          onDelete={() =>
            remove.mutate([], {
              onSuccess: () => {
                tell(m.key_removed());
                setRemoving(false);
              },
            })
          }
        />
      )}
    </>
  );
}

function State({ account: { state, domain } }: { account: VideoAccount }) {
  const words: Record<KeyState, string> = {
    set: domain ? m.key_state_set_domain({ domain }) : m.key_state_set(),
    session_only: domain ? m.key_state_session_domain({ domain }) : m.key_state_session(),
    not_set: m.key_state_not_set(),
    refused: m.key_state_refused(),
    keyring_unavailable: m.key_state_keyring(),
  };
  if (state === "refused" || state === "keyring_unavailable") {
    return (
      <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />} role="status">
        {words[state]}
      </Alert>
    );
  }
  return (
    <div className={classes.state} role="status">
      {state === "not_set" ? (
        <IconCircleDashed size={20} aria-hidden />
      ) : (
        <IconCircleCheck size={20} color="var(--go)" aria-hidden />
      )}
      <Text>{words[state]}</Text>
    </div>
  );
}

function EnterKey({
  offerSession,
  onDone,
  onCancel,
}: {
  offerSession: boolean;
  onDone: () => void;
  onCancel?: () => void;
}) {
  const set = useMutation(setApiKey);
  const failure = set.error ? asFailure(set.error) : null;
  const field = failure?.fields[0];
  const words = failure && failureWords(failure.code);
  const problem = field ? fieldProblemWords(field.problem, field.limit) : words && `${words.what} ${words.toDo}`;
  return (
    <>
      <KeySteps />
      <div style={{ height: 16 }} />
      <KeyForm
        problem={problem}
        pending={set.isPending}
        submitLabel={m.key_check_and_save()}
        sessionOnly={offerSession || failure?.code === "keyring_unavailable"}
        onSubmit={(key, sessionOnly) =>
          // A promise: once the account has a key there is no field for it, and what is gone is told nothing more.
          set.mutateAsync([key, sessionOnly]).then(() => {
            tell(sessionOnly ? m.key_session_used() : m.key_saved());
            onDone();
          }, ignored)
        }
        onCancel={onCancel && { label: m.cancel(), run: onCancel }}
      />
    </>
  );
}
