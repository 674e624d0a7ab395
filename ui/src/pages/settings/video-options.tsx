// How rooms are made. What costs is off until the coach chooses it; what the account's plan refuses is told at its field.
import { Button, Group, Select, Stack, Switch } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import {
  type PaidFeature,
  type RecordingChoice,
  type RoomLanguage,
  type RoomRegion,
  updateVideoOptions,
  type VideoOptions,
  type VideoSettings,
  videoSettings,
} from "@/api/video-account";
import { tell } from "@/components/notice";
import { Unsaved } from "@/components/unsaved";
import { m } from "@/paraglide/messages.js";
import { planRefusedWords } from "@/text/plan";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { Loaded } from "./loaded";
import { Section } from "./section";

export function VideoOptionsSection() {
  const found = useQuery(videoSettings);
  return (
    <Section title={m.options_title()} hint={m.options_hint()}>
      <Loaded of={found}>{(settings) => <OptionsForm settings={settings} />}</Loaded>
    </Section>
  );
}

const recordings: Record<RecordingChoice, () => string> = {
  off: m.recording_off,
  on_demand: m.recording_on_demand,
  sound_on_demand: m.recording_sound,
  on_this_computer: m.recording_local,
  from_the_start: m.recording_from_start,
};
const languages: Record<RoomLanguage, () => string> = {
  visitor: m.room_language_visitor,
  french: () => "Français",
  english: () => "English",
  german: () => "Deutsch",
  spanish: () => "Español",
  italian: () => "Italiano",
  dutch: () => "Nederlands",
  portuguese: () => "Português",
};
const regions: Record<RoomRegion, () => string> = {
  nearest: m.region_nearest,
  frankfurt: m.region_frankfurt,
  london: m.region_london,
  virginia: m.region_virginia,
  oregon: m.region_oregon,
  sao_paulo: m.region_sao_paulo,
  cape_town: m.region_cape_town,
  mumbai: m.region_mumbai,
  singapore: m.region_singapore,
  seoul: m.region_seoul,
  sydney: m.region_sydney,
};

const choices = <K extends string>(words: Record<K, () => string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value]() }));

/** A list's words for "none chosen", which stands for what is usual. */
const usual = "usual";
type Values = Omit<VideoOptions, "language" | "region"> & { language: string; region: string };

const shown = ({ language, region, ...rest }: VideoOptions): Values => ({
  ...rest,
  language: language ?? usual,
  region: region ?? usual,
});
const meant = ({ language, region, ...rest }: Values): VideoOptions => ({
  ...rest,
  language: language === usual ? null : (language as RoomLanguage),
  region: region === usual ? null : (region as RoomRegion),
});

function OptionsForm({ settings }: { settings: VideoSettings }) {
  const update = useMutation(updateVideoOptions);
  const form = useForm<Values>({ initialValues: shown(settings.options) });
  const refused = useRefusals(settings);
  const submit = form.onSubmit((values) =>
    update.mutate([meant(values)], {
      onSuccess: (saved) => {
        const next = shown(saved.options);
        form.setValues(next);
        form.resetDirty(next);
        // What was switched on and refused at once is told at its field; the rest was saved.
        tell(m.saved());
      },
    }),
  );
  const flag = (name: "transcription" | "screenShare" | "hideBranding") =>
    form.getInputProps(name, { type: "checkbox" });
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md" maw={520}>
        <Select
          label={m.room_language_label()}
          data={[{ value: usual, label: m.room_language_usual() }, ...choices(languages)]}
          allowDeselect={false}
          {...form.getInputProps("language")}
        />
        <Select
          label={m.region_label()}
          description={m.region_hint()}
          data={[
            { value: usual, label: m.region_usual({ region: regions[settings.usualRegion]() }) },
            ...choices(regions),
          ]}
          allowDeselect={false}
          {...form.getInputProps("region")}
        />
        <Switch label={m.screen_share_label()} {...flag("screenShare")} />
        <Select
          label={m.recording_label()}
          description={m.recording_hint()}
          data={choices(recordings)}
          allowDeselect={false}
          {...form.getInputProps("recording")}
          error={refused.recording}
        />
        <Switch
          label={m.transcription_label()}
          description={m.transcription_hint()}
          {...flag("transcription")}
          error={refused.transcription}
        />
        <Switch
          label={m.branding_label()}
          description={m.branding_hint()}
          {...flag("hideBranding")}
          error={refused.branding}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={!form.isDirty()} loading={update.isPending}>
            {m.save()}
          </Button>
        </Group>
      </Stack>
      <Unsaved changed={form.isDirty() && !update.isPending} />
    </form>
  );
}

/** What the plan refuses, in words, by feature. */
function useRefusals({ refused }: VideoSettings): Partial<Record<PaidFeature, string>> {
  const words = useTimeWords(useToday());
  return Object.fromEntries(
    refused.map(({ feature, since }) => [
      feature,
      `${planRefusedWords(feature)} ${m.plan_refused_since({ when: words.moment(since) })}`,
    ]),
  );
}
