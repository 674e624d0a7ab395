// Copies of the agenda, the latest first, with what can be done with each.
import { Table, Text, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { m } from "@/paraglide/messages.js";

type Kind = "daily" | "by_hand" | "before_restore" | "before_update";
export type ListedBackup = { name: string; madeAt: string; sizeKib: number; kind: Kind };

const kinds: Record<Kind, () => string> = {
  daily: m.backup_daily,
  by_hand: m.backup_by_hand,
  before_restore: m.backup_before_restore,
  before_update: m.backup_before_update,
};

type Props<B> = {
  backups: readonly B[];
  moment: (instant: string) => string;
  size: (kib: number) => string;
  actions: (backup: B) => ReactNode;
};

export function BackupList<B extends ListedBackup>({ backups, moment, size, actions }: Props<B>) {
  if (backups.length === 0) return <Text c="dimmed">{m.backups_none()}</Text>;
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{m.backup_made_at()}</Table.Th>
            <Table.Th>{m.backup_kind()}</Table.Th>
            <Table.Th ta="end">{m.backup_size()}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{m.backup_actions()}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.map((one) => (
            <Table.Tr key={one.name}>
              <Table.Td className="first-capital">{moment(one.madeAt)}</Table.Td>
              <Table.Td>{kinds[one.kind]()}</Table.Td>
              <Table.Td ta="end">{size(one.sizeKib)}</Table.Td>
              <Table.Td ta="end">{actions(one)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
