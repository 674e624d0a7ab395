// The agenda cannot be read. Nothing is lost that a copy has: the coach chooses one, or begins anew, and the damaged file
// is set aside.
import { Alert, Button, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { backups, replaceDamaged } from "@/api/backups";
import { asFailure } from "@/api/failure";
import { BackupList } from "@/components/backup-list";
import { FailureScreen } from "@/components/failure-screen";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { systemLanguage } from "@/text/language";
import { momentWords, sizeWords } from "@/time/wording";
import { dateIn } from "@/time/zone";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export default function Damaged({ onRetry }: { onRetry: () => void }) {
  const { data } = useQuery(backups);
  const { mutate, isPending, error } = useMutation(replaceDamaged);
  const [anew, setAnew] = useState(false);
  const language = systemLanguage();
  const replace = (name: string | null) => mutate([name], { onSuccess: onRetry });
  const list = data?.backups ?? [];
  const moment = (instant: string) => momentWords(instant, zone, language, dateIn(instant, zone));
  return (
    <Stack p="xl" maw={760} mx="auto" gap="md">
      <FailureScreen {...failureWords("database_damaged")} onRetry={onRetry} />
      <Title order={2}>{m.damaged_title()}</Title>
      <Text>{list.length > 0 ? m.damaged_choose() : m.damaged_no_backup()}</Text>
      {error && (
        <Alert color="orange" role="alert" title={failureWords(asFailure(error).code).what}>
          {failureWords(asFailure(error).code).toDo}
        </Alert>
      )}
      {list.length > 0 && (
        <BackupList
          backups={list}
          moment={moment}
          size={(kib) => sizeWords(kib, language)}
          actions={(one) => (
            <Button
              size="compact-sm"
              variant={one === list[0] ? "filled" : "default"}
              loading={isPending}
              aria-label={m.backup_restore_of({ when: moment(one.madeAt) })}
              onClick={() => replace(one.name)}
            >
              {m.backup_restore()}
            </Button>
          )}
        />
      )}
      <Text size="sm" c="dimmed">
        {m.damaged_kept({ folder: data?.folder ?? "" })}
      </Text>
      <div>
        <Button
          variant="subtle"
          color="red"
          c="var(--mantine-color-error)"
          loading={isPending}
          onClick={() => (anew ? replace(null) : setAnew(true))}
        >
          {anew ? m.damaged_anew_confirm() : m.damaged_anew()}
        </Button>
      </div>
    </Stack>
  );
}
