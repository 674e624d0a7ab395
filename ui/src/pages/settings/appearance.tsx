import { Input, SegmentedControl, Select, Stack } from "@mantine/core";
import { useId } from "react";
import type { Settings, Theme } from "@/api/session";
import { LanguageChoice } from "@/components/language-choice";
import { useZoom, zoomSteps } from "@/components/zoom";
import { m } from "@/paraglide/messages.js";
import { useChangeSettings } from "./change-settings";
import { Section } from "./section";

/** What one sees at once when choosing it is also saved at once. */
export function Appearance({ settings }: { settings: Settings }) {
  const { change } = useChangeSettings();
  const { percent, setPercent } = useZoom();
  const id = useId();
  return (
    <Section title={m.appearance_title()}>
      <Stack gap="md" maw={420}>
        <LanguageChoice
          label={m.language_label()}
          value={settings.language}
          onChange={(language) => change({ language })}
        />
        <Input.Wrapper label={m.theme_label()} labelElement="div" labelProps={{ id }}>
          <SegmentedControl
            mt={4}
            fullWidth
            aria-labelledby={id}
            value={settings.theme}
            onChange={(theme) => change({ theme: theme as Theme })}
            data={[
              { value: "system", label: m.theme_system() },
              { value: "light", label: m.theme_light() },
              { value: "dark", label: m.theme_dark() },
            ]}
          />
        </Input.Wrapper>
        <Select
          label={m.zoom_label()}
          description={m.zoom_hint()}
          allowDeselect={false}
          value={String(percent)}
          onChange={(chosen) => chosen && setPercent(Number(chosen))}
          data={zoomSteps.map((step) => ({ value: String(step), label: m.percent({ number: step }) }))}
        />
      </Stack>
    </Section>
  );
}
