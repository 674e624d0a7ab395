import { Button, Group, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { clients, mostFound } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { Empty } from "@/components/empty";
import { FailureScreen } from "@/components/failure-screen";
import { Page } from "@/components/page";
import { Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil } from "@/time/civil";
import { ClientList } from "./client-list";
import { ClientWindow } from "./client-window";
import { DuplicatesButton } from "./duplicates";

export default function Clients() {
  useCivil();
  const [search, setSearch] = useState("");
  const [archived, setArchived] = useState(false);
  const [adding, setAdding] = useState(false);
  const [asked] = useDebouncedValue(search.trim(), 80);
  const { data, error, refetch } = useQuery({ ...clients(asked), placeholderData: keepPreviousData });
  const shown = data?.filter((client) => client.archived === archived);
  const someArchived = archived || data?.some((client) => client.archived);
  const add = (
    <>
      <DuplicatesButton />
      <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
        {m.new_client()}
      </Button>
    </>
  );
  return (
    <Page title={m.nav_clients()} subtitle={shown && m.clients_count({ count: shown.length })} actions={add}>
      <Group>
        <TextInput
          aria-label={m.find_client()}
          placeholder={m.find_client()}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={320}
          type="search"
        />
        {someArchived && (
          <SegmentedControl
            size="xs"
            aria-label={m.clients_which()}
            value={archived ? "archived" : "active"}
            onChange={(which) => setArchived(which === "archived")}
            data={[
              { value: "active", label: m.clients_active() },
              { value: "archived", label: m.clients_archived() },
            ]}
          />
        )}
      </Group>
      {error && <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />}
      {!shown && !error && <Waiting rows={6} />}
      {shown && shown.length > 0 && <ClientList clients={shown} />}
      {data && data.length >= mostFound && <Text c="dimmed">{m.clients_more({ count: mostFound })}</Text>}
      {shown?.length === 0 && (
        <div className="card">
          {asked || archived ? (
            <Empty icon={<IconSearch size={30} stroke={1.4} />} title={m.clients_no_match()}>
              {asked && m.clients_none_found({ search: asked })}
            </Empty>
          ) : (
            <Empty
              icon={<IconUsers size={32} stroke={1.4} />}
              title={m.clients_none_yet()}
              action={<Button onClick={() => setAdding(true)}>{m.clients_first()}</Button>}
            >
              {m.clients_none_hint()}
            </Empty>
          )}
        </div>
      )}
      {adding && <ClientWindow client={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}
