import { Button, Group, SegmentedControl, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch, IconSortDescending, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ClientOrder, clients, mostFound } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { Empty } from "@/components/empty";
import { FailureScreen } from "@/components/failure-screen";
import { Page } from "@/components/page";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil } from "@/time/civil";
import { ClientList, ClientListWaiting } from "./client-list";
import { ClientWindow } from "./client-window";
import { DuplicatesButton } from "./duplicates";
import { ImportButton } from "./import-button";

const orders = ["name", "next", "newest"] as const satisfies readonly ClientOrder[];
const orderWords = { name: m.clients_by_name, next: m.clients_by_next, newest: m.clients_by_age };

export default function Clients() {
  useCivil();
  const [search, setSearch] = useState("");
  const [archived, setArchived] = useState(false);
  const [adding, setAdding] = useState(false);
  const [asked] = useDebouncedValue(search.trim(), 80);
  const [order, setOrder] = useState<ClientOrder>("name");
  const {
    data: shown,
    error,
    refetch,
  } = useQuery({
    ...clients(asked, archived, order),
    placeholderData: keepPreviousData,
  });
  const full = (shown?.length ?? 0) >= mostFound;
  const some = archived || search !== "" || asked !== "" || shown?.length !== 0;
  const add = (
    <>
      <DuplicatesButton />
      <ImportButton />
      <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
        {m.new_client()}
      </Button>
    </>
  );
  return (
    <Page
      title={m.nav_clients()}
      // Its line is kept while the count is not known, so that nothing below moves.
      subtitle={some && (shown ? (full ? m.clients_count_many : m.clients_count)({ count: shown.length }) : "\u00a0")}
      actions={add}
    >
      <Group>
        {some && (
          <TextInput
            aria-label={m.find_client()}
            placeholder={m.find_client()}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            w={320}
            type="search"
          />
        )}
        {some && (
          <SegmentedControl
            size="sm"
            aria-label={m.clients_which()}
            value={archived ? "archived" : "active"}
            onChange={(which) => setArchived(which === "archived")}
            data={[
              { value: "active", label: m.clients_active() },
              { value: "archived", label: m.clients_archived() },
            ]}
          />
        )}
        {some && (
          <Select
            aria-label={m.clients_order()}
            value={order}
            allowDeselect={false}
            onChange={(next) => next && setOrder(next)}
            data={orders.map((one) => ({ value: one, label: orderWords[one]() }))}
            leftSection={<IconSortDescending size={16} stroke={1.8} aria-hidden />}
            w={210}
          />
        )}
      </Group>
      {error && <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />}
      {!shown && !error && <ClientListWaiting />}
      {shown && shown.length > 0 && <ClientList key={`${asked} ${archived} ${order}`} clients={shown} />}
      {full && <Text c="dimmed">{m.clients_more({ count: mostFound })}</Text>}
      {shown?.length === 0 && (
        <div className="card">
          {asked || archived ? (
            <Empty icon={<IconSearch size={30} stroke={1.4} />} title={m.clients_no_match()} order={2}>
              {asked && m.clients_none_found({ search: asked })}
            </Empty>
          ) : (
            <Empty
              icon={<IconUsers size={32} stroke={1.4} />}
              title={m.clients_none_yet()}
              order={2}
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
