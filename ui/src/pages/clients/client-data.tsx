// What the law lets a client ask for: their data, or to be forgotten.
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Client, eraseClient, exportClient } from "@/api/clients";
import { tell } from "@/components/notice";
import { Window } from "@/components/window";
import { m } from "@/paraglide/messages.js";
import classes from "./client-profile.module.css";

export function ClientData({ client }: { client: Client }) {
  const [erasing, setErasing] = useState(false);
  const { mutate, isPending, data } = useMutation(exportClient);
  return (
    <section className={`card ${classes.section}`} aria-labelledby="data-title">
      <Title order={2} id="data-title" mb="sm">
        {m.client_data_title()}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {m.client_data_intro()}
      </Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={isPending}
          onClick={() => mutate([client.id])}
        >
          {m.client_export()}
        </Button>
        <Button
          variant="subtle"
          color="red"
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => setErasing(true)}
        >
          {m.client_erase()}
        </Button>
      </Group>
      <Text size="sm" mt={data ? "sm" : 0} role="status" style={{ overflowWrap: "anywhere" }}>
        {data && m.client_exported({ files: data.files.join(", "), folder: data.folder })}
      </Text>
      {erasing && <EraseWindow client={client} onClose={() => setErasing(false)} />}
    </section>
  );
}

/** It goes for good, so it is asked. */
function EraseWindow({ client, onClose }: { client: Client; onClose: () => void }) {
  const navigate = useNavigate();
  const { mutateAsync, isPending } = useMutation(eraseClient);
  const { name, upcomingCount: count } = client;
  // A promise: the profile behind this window notices first that nobody is there any more, and takes the window along.
  const erase = () =>
    mutateAsync([client.id]).then(
      () => {
        onClose();
        void navigate({ to: "/clients" });
        tell(m.client_erased({ name }));
      },
      () => undefined,
    );
  return (
    <Window onClose={onClose} title={m.client_erase_title({ name })} size={520}>
      <Stack gap="sm">
        <Text>{m.client_erase_what()}</Text>
        {count > 0 && <Text fw={600}>{m.client_erase_upcoming({ count })}</Text>}
        <Text>{m.client_erase_backups()}</Text>
        <Group justify="flex-end" mt="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {m.keep()}
          </Button>
          <Button color="red.9" onClick={erase} loading={isPending}>
            {m.client_erase_confirm()}
          </Button>
        </Group>
      </Stack>
    </Window>
  );
}
