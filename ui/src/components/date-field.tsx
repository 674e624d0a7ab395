// A date in a form: said in words, chosen in a month. The web views of the three systems disagree on what an input of
// type "date" is; one of them makes it a line of text.
import { InputBase, Popover } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { MonthGrid } from "./month-grid";

type Props = {
  label: string;
  /** Empty: none chosen yet. */
  value: string;
  onChange: (date: string) => void;
  /** The month shown while none is chosen. */
  around?: string;
  isDisabled?: (date: string) => boolean;
  error?: ReactNode;
  width?: number;
};

export function DateField({ label, value, onChange, around, isDisabled, error, width }: Props) {
  const today = useToday();
  const words = useTimeWords(today);
  const [month, setMonth] = useState<string | null>(null);
  const begin = value || around || today;
  return (
    <Popover
      opened={month !== null}
      onChange={(opened) => !opened && setMonth(null)}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <InputBase
          component="button"
          type="button"
          label={label}
          w={width}
          pointer
          error={error}
          rightSection={<IconCalendar size={16} aria-hidden />}
          rightSectionPointerEvents="none"
          onClick={() => setMonth(month === null ? begin : null)}
        >
          {value ? (
            words.shortDate(value)
          ) : (
            <span style={{ color: "var(--mantine-color-placeholder)" }}>{m.choose_date()}</span>
          )}
        </InputBase>
      </Popover.Target>
      <Popover.Dropdown>
        <MonthGrid
          label={label}
          month={month ?? begin}
          onMonth={setMonth}
          chosen={value ? [value] : []}
          isDisabled={isDisabled}
          onPick={(date) => {
            setMonth(null);
            onChange(date);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
