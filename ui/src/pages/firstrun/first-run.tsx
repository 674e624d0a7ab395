// A fresh computer: who the coach is, then the video account, now or later.
import { Group, Text, Title } from "@mantine/core";
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
  return (
    <main className={classes.screen}>
      <section className={`card ${classes.panel}`} aria-labelledby="first-run-title">
        <Group justify="space-between" mb="lg">
          <Brand size={40} />
          <span className={classes.steps}>{m.firstrun_step({ step: known ? 2 : 1 })}</span>
        </Group>
        <Title order={1} id="first-run-title">
          {known ? m.firstrun_video_title() : m.firstrun_title()}
        </Title>
        <Text c="dimmed" mt={4} mb="lg">
          {known ? m.firstrun_video_intro() : m.firstrun_intro()}
        </Text>
        {known ? (
          <FirstKey onDone={onDone} />
        ) : (
          <AboutYou
            system={session.system}
            zones={session.zones}
            language={language}
            onLanguage={onLanguage}
            onDone={() => setKnown(true)}
          />
        )}
      </section>
    </main>
  );
}
