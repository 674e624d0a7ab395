import { ActionIcon, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useId } from "react";
import { TimeField } from "@/components/time-field";
import { m } from "@/paraglide/messages.js";
import type { DraftRange } from "./day-ranges";
import classes from "./settings.module.css";

type Props = {
  /** Whose ranges these are, for the names of the fields: "lundi". */
  owner: string;
  ranges: DraftRange[];
  problems: Record<number, string>;
  onChange: (ranges: DraftRange[]) => void;
};

export function RangesEditor({ owner, ranges, problems, onChange }: Props) {
  const id = useId();
  const change = (key: number, part: Partial<DraftRange>) =>
    onChange(ranges.map((range) => (range.key === key ? { ...range, ...part } : range)));
  return (
    <div className={classes.ranges}>
      {ranges.length === 0 && <span className={classes.closed}>{m.closed()}</span>}
      {ranges.map((range, index) => {
        const problem = problems[index];
        const message = problem ? `${id}-${index}` : undefined;
        // Where one of the two is missing, the other is not wrong.
        const missing = range.startMin === null || range.endMin === null;
        return (
          <div key={range.key}>
            <div className={classes.range}>
              <TimeField
                hideLabel
                label={m.range_start({ owner, number: index + 1 })}
                value={range.startMin}
                told={missing && range.startMin !== null ? undefined : message}
                onChange={(startMin) => change(range.key, { startMin })}
                width={68}
              />
              <span className={classes.dash} aria-hidden>
                –
              </span>
              <TimeField
                hideLabel
                label={m.range_end({ owner, number: index + 1 })}
                value={range.endMin}
                told={missing && range.endMin !== null ? undefined : message}
                onChange={(endMin) => change(range.key, { endMin })}
                width={68}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={m.range_remove({ owner, number: index + 1 })}
                onClick={() => onChange(ranges.filter((other) => other.key !== range.key))}
              >
                <IconX size={15} aria-hidden />
              </ActionIcon>
            </div>
            {problem && (
              <Text id={message} size="xs" c="var(--mantine-color-error)" role="alert">
                {problem}
              </Text>
            )}
          </div>
        );
      })}
    </div>
  );
}
