// Tries the set-up from end to end, and says how each step went.
import { Button, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed, IconCircleX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type TestStep, testVideoSetup, type VideoTest } from "@/api/video-account";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { planRefusedWords } from "@/text/plan";
import { Section } from "./section";
import classes from "./settings.module.css";

export function TestSetup() {
  const test = useMutation(testVideoSetup);
  return (
    <Section
      title={m.video_test_title()}
      hint={m.video_test_hint()}
      action={
        <Button variant="default" flex="none" onClick={() => test.mutate([])} loading={test.isPending}>
          {m.video_test_run()}
        </Button>
      }
    >
      <div role="status">{test.data && <Result test={test.data} />}</div>
    </Section>
  );
}

const steps: Record<TestStep, () => string> = {
  key: m.video_test_key,
  account: m.video_test_account,
  room: m.video_test_room,
  link: m.video_test_link,
  removal: m.video_test_removal,
};

function Result({ test: { steps: results, without, clockAheadMin } }: { test: VideoTest }) {
  const passed = results.every((one) => one.tried && one.problem === null);
  return (
    <>
      <ul className={classes.list}>
        {results.map((one) => (
          <Step key={one.step} {...one} />
        ))}
      </ul>
      {without.map((feature) => (
        <Text key={feature} size="sm" mt="sm">
          {planRefusedWords(feature)}
        </Text>
      ))}
      {clockAheadMin !== null && (
        <Text size="sm" mt="sm">
          {clockAheadMin > 0
            ? m.video_test_clock_ahead({ minutes: clockAheadMin })
            : m.video_test_clock_behind({ minutes: -clockAheadMin })}
        </Text>
      )}
      <Text fw={600} mt="sm">
        {passed ? m.video_test_passed() : m.video_test_failed()}
      </Text>
      {passed && (
        <Text c="dimmed" size="sm">
          {m.video_test_payment()}
        </Text>
      )}
    </>
  );
}

function Step({ step, tried, problem }: VideoTest["steps"][number]) {
  const words = problem && failureWords(problem);
  const Icon = problem ? IconCircleX : tried ? IconCircleCheck : IconCircleDashed;
  const colour = problem ? "var(--warn)" : tried ? "var(--go)" : undefined;
  const outcome = problem ? m.step_failed() : tried ? m.step_passed() : m.step_not_tried();
  return (
    <li className={classes.item}>
      <Icon size={20} color={colour} aria-hidden />
      <div className={classes.grow}>
        <Text size="sm">{m.step_outcome({ step: steps[step](), outcome })}</Text>
        {words && <Text size="sm" c="dimmed">{`${words.what} ${words.toDo}`}</Text>}
      </div>
    </li>
  );
}
