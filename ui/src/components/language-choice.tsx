import { Input, SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { m } from "@/paraglide/messages.js";

type Language = "fr" | "en";
type Props = { value: Language; onChange: (language: Language) => void; label: string };

/** Each language is named in itself, so that it can be found from the other. */
export function LanguageChoice({ value, onChange, label }: Props) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelProps={{ id }} labelElement="div">
      <SegmentedControl
        aria-labelledby={id}
        mt={4}
        fullWidth
        value={value}
        onChange={(language) => onChange(language as Language)}
        data={[
          { value: "fr", label: m.language_french() },
          { value: "en", label: m.language_english() },
        ]}
      />
    </Input.Wrapper>
  );
}
