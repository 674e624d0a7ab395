import { Button, Group, SegmentedControl, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch, IconUserPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { type Client, clients } from "@/api/clients";
import { ClientFields } from "@/components/client-fields";
import { Initials } from "@/components/initials";
import { Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { bestFirst } from "@/text/search";
import { type Booking, type Errors, withOtherWho } from "./booking";
import classes from "./booking-steps.module.css";
import type { NewClient } from "./new-client";

type Props = {
  booking: Booking;
  errors: Errors;
  onChange: (booking: Booking) => void;
  newClient: NewClient;
  /** A client was chosen: on to the next step. */
  onChosen: (client: Client) => void;
};

export function WhoStep({ booking, errors, onChange, newClient, onChosen }: Props) {
  const { who } = booking;
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={m.who_label()}
        value={who.kind}
        onChange={(kind) => kind !== who.kind && onChange(withOtherWho(booking))}
        data={[
          { value: "client", label: m.client() },
          { value: "prospect", label: m.prospect() },
        ]}
      />
      {who.kind === "client" ? (
        <FindClient chosen={who.client} error={errors.client} newClient={newClient} onChosen={onChosen} />
      ) : (
        <>
          <Text c="dimmed" size="sm">
            {m.prospect_description()}
          </Text>
          <TextInput
            label={m.name_label()}
            data-autofocus
            autoFocus
            value={who.name}
            onChange={(event) => onChange({ ...booking, who: { ...who, name: event.currentTarget.value } })}
            error={errors.name}
          />
          <TextInput
            label={m.email_label()}
            type="email"
            value={who.email}
            onChange={(event) => onChange({ ...booking, who: { ...who, email: event.currentTarget.value } })}
            error={errors.email}
          />
        </>
      )}
    </Stack>
  );
}

type FindProps = {
  chosen: { id: string; name: string } | null;
  error: string | undefined;
  newClient: NewClient;
  onChosen: (client: Client) => void;
};

function FindClient({ chosen, error, newClient, onChosen }: FindProps) {
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 80);
  const list = useRef<HTMLUListElement>(null);
  const { data: found } = useQuery({ ...clients(asked, false), placeholderData: keepPreviousData });
  const cache = useQueryClient();
  // Who was chosen before stays in sight, however long the list.
  const active = bestFirst(found ?? [], asked).toSorted(
    (a, b) => Number(b.id === chosen?.id) - Number(a.id === chosen?.id),
  );
  // Of who is typed, not of who was shown before the last letter; where nothing is typed, nobody is meant.
  const pickFirst = async () => {
    const wanted = search.trim();
    const meant = await cache.fetchQuery(clients(wanted, false));
    const first = wanted ? bestFirst(meant, wanted)[0] : meant.find(({ id }) => id === chosen?.id);
    if (first) onChosen(first);
  };
  if (newClient.adding) {
    return (
      <Stack gap="md">
        <ClientFields form={newClient.form} withNotes={false} />
      </Stack>
    );
  }
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk from the field into the list
    <div onKeyDown={walk}>
      <TextInput
        label={m.find_client()}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        data-autofocus
        autoFocus
        autoComplete="off"
        error={error}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          // The one failure notice says what went wrong.
          pickFirst().catch(() => undefined);
        }}
      />
      <ul className={classes.people} ref={list} aria-label={m.nav_clients()}>
        {active.slice(0, 50).map((client) => (
          <li key={client.id}>
            <UnstyledButton
              className={classes.person}
              aria-pressed={client.id === chosen?.id}
              onClick={() => onChosen(client)}
            >
              <Initials name={client.name} />
              <span>
                {client.name}
                <Text size="xs" c="dimmed" className="figures">
                  {client.email ?? client.phoneWritten}
                </Text>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {!found && <Waiting rows={5} gap={4} />}
      {found?.length === 0 && (
        <Text c="dimmed" size="sm" my="sm" role="status">
          {asked ? m.clients_none_found({ search: asked }) : m.clients_none_yet()}
        </Text>
      )}
      <Group mt="sm">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          onClick={() => newClient.begin(search)}
        >
          {m.new_client()}
        </Button>
      </Group>
    </div>
  );
}
