// Which appointments of a series a change is for. Not asked where there is but one.
import { Radio, Stack } from "@mantine/core";
import type { SeriesPlace, SeriesScope } from "@/api/appointments";
import { m } from "@/paraglide/messages.js";

export type Scope = "one" | Extract<SeriesScope, string>;

type Props = { series: SeriesPlace | null; scope: Scope; onScope: (scope: Scope) => void };

export function ScopeChoice({ series, scope, onScope }: Props) {
  if (!series || series.others === 0) return null;
  const { following, others } = series;
  return (
    <Radio.Group
      label={m.scope_label()}
      description={m.scope_note()}
      value={scope}
      onChange={(next) => onScope(next as Scope)}
    >
      <Stack gap={6} mt={8}>
        <Radio value="one" label={m.scope_one()} />
        {following > 0 && following < others && (
          <Radio value="following" label={m.scope_following({ count: following })} />
        )}
        <Radio value="all" label={m.scope_all({ count: others })} />
      </Stack>
    </Radio.Group>
  );
}
