import { ActionIcon, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useId, useState } from "react";
import { TimeField } from "@/components/time-field";
import { m } from "@/paraglide/messages.js";
import type { DraftRange } from "./day-ranges";
import classes from "./settings.module.css";

type Props = {
  /** Whose ranges these are, for the names of the fields: "lundi". */
  owner: string;
  ranges: DraftRange[];
  problems: Record<number, string>;
  /** The id of what is said to be wrong with all of them together. */
  told?: string | undefined;
  onChange: (ranges: DraftRange[]) => void;
};

export function RangesEditor({ owner, ranges, problems, told, onChange }: Props) {
  return (
    <div className={classes.ranges}>
      {ranges.length === 0 && <span className={classes.closed}>{m.closed()}</span>}
      {ranges.map((range, index) => (
        <RangeFields
          key={range.key}
          owner={owner}
          number={index + 1}
          range={range}
          problem={problems[index]}
          told={told}
          onChange={(part) => onChange(ranges.map((one) => (one === range ? { ...one, ...part } : one)))}
          onRemove={() => onChange(ranges.filter((one) => one !== range))}
        />
      ))}
    </div>
  );
}

type RangeProps = Pick<Props, "owner" | "told"> & {
  number: number;
  range: DraftRange;
  problem: string | undefined;
  onChange: (part: Partial<DraftRange>) => void;
  onRemove: () => void;
};

/** What is wrong is said under the whole of it: a field as wide as a time would break the words into many short lines. */
function RangeFields({ owner, number, range, problem, told, onChange, onRemove }: RangeProps) {
  const id = useId();
  const [left, setLeft] = useState({ startMin: false, endMin: false });
  const isUnread = (["startMin", "endMin"] as const).some((part) => left[part] && range[part] === null);
  const words = isUnread ? m.time_not_understood() : problem;
  const isMissing = range.startMin === null || range.endMin === null;
  const elsewhere = (part: "startMin" | "endMin") => ({
    // Where one of the two is missing, the other is not wrong.
    told: words ? (isMissing && range[part] !== null ? undefined : id) : told,
    onLeave: () => setLeft((before) => ({ ...before, [part]: true })),
  });
  return (
    <div>
      <div className={classes.range}>
        <TimeField
          hideLabel
          label={m.range_start({ owner, number })}
          value={range.startMin}
          elsewhere={elsewhere("startMin")}
          onChange={(startMin) => onChange({ startMin })}
          width={68}
        />
        <span className={classes.dash} aria-hidden>
          –
        </span>
        <TimeField
          hideLabel
          label={m.range_end({ owner, number })}
          value={range.endMin}
          elsewhere={elsewhere("endMin")}
          onChange={(endMin) => onChange({ endMin })}
          width={68}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={m.range_remove({ owner, number })}
          onClick={onRemove}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </div>
      {words && (
        <Text id={id} size="xs" c="var(--mantine-color-error)" role="alert">
          {words}
        </Text>
      )}
    </div>
  );
}
