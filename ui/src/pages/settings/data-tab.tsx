// Where the agenda is kept, its copies, and the way back to one.
import { Anchor, Button, Code, Group, Text, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconCopyPlus, IconDownload, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Backup, backupNow, backups, deleteBackup, restoreBackup } from "@/api/backups";
import { BackupList } from "@/components/backup-list";
import { tell } from "@/components/notice";
import { Window } from "@/components/window";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { sizeWords } from "@/time/wording";
import { DeleteWindow } from "./delete-window";
import { Loaded } from "./loaded";
import { Section } from "./section";

export function DataTab() {
  const found = useQuery(backups);
  return (
    <Loaded of={found} sections>
      {({ folder, backups: list }) => (
        <>
          <Backups list={list} />
          <Section title={m.data_place_title()}>
            <Text size="sm">{m.data_place()}</Text>
            <Code block mt="xs" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {folder}
            </Code>
          </Section>
          <WholeExport />
          <Section title={m.data_people_title()}>
            <Text size="sm" mb="xs">
              {m.data_people()}
            </Text>
            <Anchor size="sm" component={Link} to="/clients">
              {m.data_people_open()}
            </Anchor>
          </Section>
        </>
      )}
    </Loaded>
  );
}

function WholeExport() {
  const { openExport } = useWindows();
  const today = useToday();
  return (
    <Section
      title={m.export_title()}
      hint={m.data_export()}
      action={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => openExport({ period: "all", day: today })}
        >
          {m.data_export_all()}
        </Button>
      }
    >
      {null}
    </Section>
  );
}

function Backups({ list }: { list: readonly Backup[] }) {
  const { language } = useCivil();
  const words = useTimeWords(useToday());
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const [deleting, setDeleting] = useState<Backup | null>(null);
  const make = useMutation(backupNow);
  const remove = useMutation(deleteBackup);
  const now = (
    <Button
      flex="none"
      leftSection={<IconCopyPlus size={16} aria-hidden />}
      loading={make.isPending}
      onClick={() => make.mutate([], { onSuccess: () => tell(m.backup_made()) })}
    >
      {m.backup_now()}
    </Button>
  );
  return (
    <Section title={m.backups_title()} hint={m.backups_hint()} action={now}>
      <BackupList
        backups={list}
        moment={words.moment}
        size={(kib) => sizeWords(kib, language)}
        actions={(one) => (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size={15} aria-hidden />}
              aria-label={m.backup_restore_of({ when: words.moment(one.madeAt) })}
              onClick={() => setRestoring(one)}
            >
              {m.backup_restore()}
            </Button>
            <Tooltip label={m.backup_delete_of({ when: words.moment(one.madeAt) })}>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                c="var(--mantine-color-error)"
                aria-label={m.backup_delete_of({ when: words.moment(one.madeAt) })}
                onClick={() => setDeleting(one)}
              >
                <IconTrash size={15} aria-hidden />
              </Button>
            </Tooltip>
          </Group>
        )}
      />
      {restoring && <RestoreWindow backup={restoring} onClose={() => setRestoring(null)} />}
      {deleting && (
        <DeleteWindow
          title={m.backup_delete_title()}
          text={m.backup_delete_text({ when: words.moment(deleting.madeAt) })}
          pending={remove.isPending}
          onDelete={() => remove.mutate([deleting.name], { onSettled: () => setDeleting(null) })}
          onClose={() => setDeleting(null)}
        />
      )}
    </Section>
  );
}

/** What was done since is out of sight afterwards, so it is asked. */
function RestoreWindow({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const words = useTimeWords(useToday());
  const { mutate, isPending } = useMutation(restoreBackup);
  const when = words.moment(backup.madeAt);
  const restore = () =>
    mutate([backup.name], {
      onSuccess: () => {
        tell(m.backup_restored({ when }));
        onClose();
      },
    });
  return (
    <Window onClose={onClose} title={m.backup_restore_title()} size={520}>
      <Text mb="lg">{m.backup_restore_text({ when })}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {m.cancel()}
        </Button>
        <Button onClick={restore} loading={isPending}>
          {m.backup_restore_confirm()}
        </Button>
      </Group>
    </Window>
  );
}
