import { Select } from "@mantine/core";
import { m } from "@/paraglide/messages.js";

type Props = {
  zones: string[];
  value?: string;
  onChange: (zone: string) => void;
  error?: React.ReactNode;
};

const said = (zone: string) => zone.replaceAll("_", " ");
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replaceAll(/[_/]/g, " ")
    .toLowerCase();

export function ZoneSelect({ zones, value = "", onChange, error }: Props) {
  return (
    <Select
      label={m.zone_label()}
      description={m.zone_description()}
      data={(zones.includes(value) || !value ? zones : [value, ...zones]).map((zone) => ({
        value: zone,
        label: said(zone),
      }))}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      searchable
      limit={80}
      maxDropdownHeight={240}
      nothingFoundMessage={m.zone_none()}
      filter={({ options, search, limit }) =>
        options.filter((option) => "label" in option && plain(option.label).includes(plain(search))).slice(0, limit)
      }
      error={error}
    />
  );
}
