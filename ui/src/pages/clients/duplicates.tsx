// Clients who may be one person. The coach looks at each pair and says which profile stays.
import { Badge, Button, Group, Radio, Stack, Text } from "@mantine/core";
import { IconCopyCheck } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import {
  type Client,
  clientDuplicates,
  type Duplicate,
  mergeClients,
  mostDuplicates,
  tellClientsApart,
} from "@/api/clients";
import { asFailure } from "@/api/failure";
import { tell } from "@/components/notice";
import { Window, WindowFoot } from "@/components/window";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { fieldErrors } from "@/text/field-problem";
import { sameWord } from "@/text/same";
import classes from "./duplicates.module.css";

/** Nothing while there are none: a list of clients without duplicates needs no button. */
export function DuplicatesButton() {
  const { data = [] } = useQuery(clientDuplicates());
  const [open, setOpen] = useState(false);
  if (data.length === 0 && !open) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopyCheck size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {(data.length < mostDuplicates ? m.duplicates_open : m.duplicates_open_many)({ count: data.length })}
      </Button>
      {open && <DuplicatesWindow pairs={data} onClose={() => setOpen(false)} />}
    </>
  );
}

function DuplicatesWindow({ pairs, onClose }: { pairs: readonly Duplicate[]; onClose: () => void }) {
  const { place, settled } = useFocusOnNext(pairs);
  return (
    <Window onClose={onClose} title={m.duplicates_title()} size={640}>
      <Stack gap="md" ref={place} tabIndex={-1}>
        {pairs.length > 0 && (
          <Text size="sm" c="dimmed">
            {m.duplicates_intro()}
          </Text>
        )}
        {pairs.length === 0 && (
          <>
            <Text role="status">{m.duplicates_none()}</Text>
            <WindowFoot>
              <Button onClick={onClose}>{m.duplicates_back()}</Button>
            </WindowFoot>
          </>
        )}
        {pairs.map((pair, index) => (
          <Pair key={`${pair.first.id}${pair.other.id}`} pair={pair} onSettle={() => settled(index)} />
        ))}
      </Stack>
    </Window>
  );
}

/** A pair that was settled takes the focus along: the one that comes to its place has it then, or what says that none is left. */
function useFocusOnNext(pairs: readonly Duplicate[]) {
  const place = useRef<HTMLDivElement>(null);
  const at = useRef(0);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const left = place.current?.querySelectorAll("section");
    const next = left?.[Math.min(at.current, pairs.length - 1)];
    (next?.querySelector("input") ?? place.current)?.focus();
  }, [pairs]);
  const settled = (index: number) => {
    at.current = index;
  };
  return { place, settled };
}

/** A failure has its own notice. The pair is gone from the list, and its callbacks with it, before the answer is here. */
const told = () => undefined;

/** The one in use and, of two, the one known longer: it has the history. An id begins with the time it was made. */
function keptRather({ first, other }: Duplicate): Client {
  if (first.archived !== other.archived) return first.archived ? other : first;
  return first.id < other.id ? first : other;
}

function Pair({ pair, onSettle }: { pair: Duplicate; onSettle: () => void }) {
  const { first, other, same } = pair;
  const [kept, setKept] = useState(() => keptRather(pair).id);
  const { mutateAsync, isPending, error } = useMutation(mergeClients);
  const apart = useMutation(tellClientsApart);
  const failure = error && asFailure(error);
  const said = failure && (Object.values(fieldErrors(failure.fields))[0] ?? failureWords(failure.code).what);
  const [stays, goes] = kept === first.id ? [first, other] : [other, first];
  const merge = () => {
    onSettle();
    mutateAsync([stays.id, goes.id]).then(({ name }) => tell(m.duplicates_merged({ name })), told);
  };
  const tellApart = () => {
    onSettle();
    apart.mutateAsync([first.id, other.id]).then(() => tell(m.duplicates_told_apart()), told);
  };
  return (
    <section
      className={`card ${classes.pair}`}
      aria-label={m.duplicates_pair({ first: first.name, other: other.name })}
    >
      <Group gap={6} mb={8}>
        {same.map((reason) => (
          <Badge key={reason} variant="light" tt="none" fw={550}>
            {sameWord(reason)}
          </Badge>
        ))}
      </Group>
      <Radio.Group label={m.duplicates_keep()} value={kept} onChange={setKept} error={said}>
        <Stack gap={8} my={8}>
          {[first, other].map((client) => (
            <Radio key={client.id} value={client.id} label={client.name} description={aboutOf(client)} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm">
        {stays.name === goes.name
          ? m.duplicates_goes_namesake()
          : m.duplicates_goes({ stays: stays.name, goes: goes.name })}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button size="xs" variant="default" loading={apart.isPending} onClick={tellApart}>
          {m.duplicates_two_people()}
        </Button>
        <Button size="xs" loading={isPending} onClick={merge}>
          {m.duplicates_merge()}
        </Button>
      </Group>
    </section>
  );
}

function aboutOf(client: Client): string {
  const known = [client.email, client.phoneWritten, m.upcoming_count({ count: client.upcomingCount })];
  return [...known, client.archived && m.client_is_archived()].filter(Boolean).join(" · ");
}
