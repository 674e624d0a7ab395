// A fresh computer: who the coach is, then the video account, now or later.
import { Button, Group, Text, Title } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { useState } from "react";
import type { Language, Session } from "@/api/session";
import { Brand } from "@/components/brand";
import { m } from "@/paraglide/messages.js";
import { AboutYou } from "./about-you";
import { FirstKey } from "./first-key";
import classes from "./first-run.module.css";

type Props = { session: Session; language: Language; onLanguage: (language: Language) => void; onDone: () => void };

export default function FirstRun({ session, language, onLanguage, onDone }: Props) {
  const [known, setKnown] = useState(session.coach !== null);
  const [back, setBack] = useState(false);
  const aboutVideo = known && !back;
  return (
    <main className={classes.screen}>
      <section className={`card ${classes.panel}`} aria-labelledby="first-run-title">
        <Group justify="space-between" mb="lg">
          <Brand size={40} />
          <Group gap="xs">
            {aboutVideo && session.coach && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconChevronLeft size={15} aria-hidden />}
                onClick={() => setBack(true)}
              >
                {m.back()}
              </Button>
            )}
            <span className={classes.steps}>{m.firstrun_step({ step: aboutVideo ? 2 : 1 })}</span>
          </Group>
        </Group>
        <Title order={1} id="first-run-title">
          {aboutVideo ? m.firstrun_video_title() : m.firstrun_title()}
        </Title>
        <Text c="dimmed" mt={4} mb="lg">
          {aboutVideo ? m.firstrun_video_intro() : m.firstrun_intro()}
        </Text>
        {known && (
          // A key that was typed stays while the other step is looked at again.
          <div hidden={back}>
            <FirstKey onDone={onDone} />
          </div>
        )}
        {!aboutVideo && (
          <AboutYou
            coach={session.coach}
            system={session.system}
            zones={session.zones}
            language={language}
            onLanguage={onLanguage}
            onDone={() => {
              setKnown(true);
              setBack(false);
            }}
          />
        )}
      </section>
    </main>
  );
}
