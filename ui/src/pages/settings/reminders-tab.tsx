import { Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Settings, settings } from "@/api/session";
import { m } from "@/paraglide/messages.js";
import { useChangeSettings } from "./change-settings";
import { Loaded } from "./loaded";
import { OffsetsEditor } from "./offsets-editor";
import { PopupsSection } from "./popups-section";
import { QuietHoursSection } from "./quiet-hours-section";
import { Section } from "./section";

export function RemindersTab() {
  const found = useQuery(settings);
  return (
    <Loaded of={found} sections>
      {(now) => <Reminders settings={now} />}
    </Loaded>
  );
}

function Reminders({ settings }: { settings: Settings }) {
  const { change } = useChangeSettings();
  return (
    <>
      <Section title={m.reminders_title()} hint={m.reminders_hint()}>
        <OffsetsEditor
          label={m.reminders_title()}
          empty={m.reminders_empty()}
          offsets={settings.reminderOffsetsMin}
          onChange={(reminderOffsetsMin, onError) => change({ reminderOffsetsMin }, onError)}
        />
      </Section>
      <QuietHoursSection key={JSON.stringify(settings.quietHours)} settings={settings} />
      <Section title={m.privacy_title()}>
        <Switch
          label={m.hide_names()}
          description={m.hide_names_hint()}
          checked={settings.hideNames}
          onChange={(event) => change({ hideNames: event.currentTarget.checked })}
        />
      </Section>
      <PopupsSection />
    </>
  );
}
