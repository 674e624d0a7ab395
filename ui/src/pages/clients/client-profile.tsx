import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { IconArchive, IconArrowBackUp, IconPencil } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { archiveClient, type Client, client as clientQuery } from "@/api/clients";
import { asFailure } from "@/api/failure";
import { FailureScreen } from "@/components/failure-screen";
import { tell, tellWithUndo } from "@/components/notice";
import { Page } from "@/components/page";
import { Bars, Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil } from "@/time/civil";
import { ClientData } from "./client-data";
import { ClientNotes } from "./client-notes";
import classes from "./client-profile.module.css";
import { ClientWindow } from "./client-window";
import { PlanningSection } from "./planning-section";

export default function ClientProfile() {
  useCivil();
  const { id } = useParams({ from: "/clients/$id" });
  const { data: client, error, refetch } = useQuery(clientQuery(id));
  const [editing, setEditing] = useState(false);
  const back = (
    <Anchor size="sm" renderRoot={(props) => <Link to="/clients" {...props} />}>
      {m.all_clients()}
    </Anchor>
  );
  if (error) {
    return (
      <Page title={m.client()} before={back}>
        <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!client) {
    return (
      <Page title={m.client()} before={back}>
        <Waiting>
          <div className={classes.grid}>
            <Stack gap="md">
              <div className={`card ${classes.section}`}>
                <Bars rows={3} height={34} />
              </div>
              <div className={`card ${classes.section}`}>
                <Bars rows={1} height={190} />
              </div>
            </Stack>
            <div className={`card ${classes.section} ${classes.planning}`}>
              <Bars rows={5} height={65} />
            </div>
          </div>
        </Waiting>
      </Page>
    );
  }
  return (
    <Page
      title={client.name}
      subtitle={client.archived && m.client_is_archived()}
      before={back}
      actions={<Actions client={client} onEdit={() => setEditing(true)} />}
    >
      <div className={classes.grid}>
        <Stack gap="md">
          <Contact client={client} />
          <ClientNotes key={client.id} client={client} />
        </Stack>
        <PlanningSection client={client} />
        <ClientData client={client} />
      </div>
      {editing && <ClientWindow client={client} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Actions({ client, onEdit }: { client: Client; onEdit: () => void }) {
  const { mutate, isPending } = useMutation(archiveClient);
  const { id, name } = client;
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
        {m.edit()}
      </Button>
      {client.archived ? (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          loading={isPending}
          onClick={() => mutate([id, false], { onSuccess: () => tell(m.client_restored({ name })) })}
        >
          {m.restore()}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconArchive size={16} aria-hidden />}
          loading={isPending}
          onClick={() =>
            mutate([id, true], {
              onSuccess: () => tellWithUndo(m.client_archived({ name }), () => mutate([id, false])),
            })
          }
        >
          {m.archive()}
        </Button>
      )}
    </>
  );
}

function Contact({ client }: { client: Client }) {
  const rows = [
    [m.email_label(), client.email],
    [m.phone_label(), client.phoneWritten],
    [m.zone_label(), client.zone?.replaceAll("_", " ")],
  ] as const;
  const some = rows.some(([, value]) => value);
  return (
    <section className={`card ${classes.section}`} aria-labelledby="contact-title">
      <Title order={2} id="contact-title" mb="sm">
        {m.contact_title()}
      </Title>
      <dl className={classes.contact}>
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="figures">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {!some && <Text c="dimmed">{m.contact_none()}</Text>}
    </section>
  );
}
