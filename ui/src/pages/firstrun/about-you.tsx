import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { asFailure } from "@/api/failure";
import { type Coach, changeSettings, type Language, type Session, setUpCoach } from "@/api/session";
import { useFirstWrong } from "@/components/first-wrong";
import { LanguageChoice } from "@/components/language-choice";
import { ZoneSelect } from "@/components/zone-select";
import { m } from "@/paraglide/messages.js";
import { all, atMost, required } from "@/text/check";
import { fieldErrors, fieldProblemWords } from "@/text/field-problem";
import { isZone } from "@/time/zone";

type Props = {
  /** Who was set up already, and came back to change something. */
  coach: Coach | null;
  system: Session["system"];
  zones: string[];
  language: Language;
  onLanguage: (language: Language) => void;
  onDone: () => void;
};

export function AboutYou({ coach, system, zones, language, onLanguage, onDone }: Props) {
  const setUp = useMutation(setUpCoach);
  const change = useMutation(changeSettings);
  const form = useForm({
    initialValues: { name: coach?.name ?? "", zone: coach?.zone ?? system.zone },
    validate: {
      name: all(required, atMost(120)),
      zone: (zone) => (isZone(zone) ? null : fieldProblemWords("not_a_zone")),
    },
  });
  const { form: place } = useFirstWrong();
  const submit = form.onSubmit(({ name, zone }) => {
    const about = { name: name.trim(), zone, language };
    const then = {
      onSuccess: onDone,
      onError: (error: Error) => form.setErrors(fieldErrors(asFailure(error).fields)),
    };
    if (coach) change.mutate(about, then);
    else setUp.mutate([about], then);
  });
  const changeLanguage = (chosen: Language) => {
    form.clearErrors();
    onLanguage(chosen);
  };
  return (
    <form ref={place} noValidate onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={m.coach_name()}
          autoComplete="name"
          autoFocus
          data-autofocus
          {...form.getInputProps("name")}
        />
        <ZoneSelect zones={zones} {...form.getInputProps("zone")} />
        <LanguageChoice label={m.language_label()} value={language} onChange={changeLanguage} />
        <Group justify="flex-end" mt="xs">
          <Button type="submit" loading={setUp.isPending || change.isPending}>
            {m.continue()}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
