import { Select } from "@mantine/core";
import { m } from "@/paraglide/messages.js";
import { plain } from "@/text/search";

type Props = {
  zones: string[];
  value?: string;
  onChange: (zone: string) => void;
  error?: React.ReactNode;
  /** What it is for; the coach's own hours unless said. */
  description?: string;
  placeholder?: string;
  /** Whether there may be none: an empty text. */
  clearable?: boolean;
};

const said = (zone: string) => zone.replaceAll("_", " ");

/** "America/New_York" → "New York" */
export const placeOf = (zone: string) => said(zone.split("/").at(-1) ?? zone);

const plainZone = (text: string) => plain(text).replaceAll(/[_/]/g, " ");

export function ZoneSelect({ zones, value = "", onChange, error, description, placeholder, clearable }: Props) {
  return (
    <Select
      label={m.zone_label()}
      description={description ?? m.zone_description()}
      placeholder={placeholder}
      clearable={clearable}
      clearButtonProps={{ "aria-label": m.zone_clear() }}
      data={(zones.includes(value) || !value ? zones : [value, ...zones]).map((zone) => ({
        value: zone,
        label: said(zone),
      }))}
      value={value || null}
      onChange={(zone) => (zone || clearable) && onChange(zone ?? "")}
      searchable
      limit={80}
      maxDropdownHeight={240}
      nothingFoundMessage={m.zone_none()}
      filter={({ options, search, limit }) =>
        options
          .filter((option) => "label" in option && plainZone(option.label).includes(plainZone(search)))
          .slice(0, limit)
      }
      error={error}
    />
  );
}
