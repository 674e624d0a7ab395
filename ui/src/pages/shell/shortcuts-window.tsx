import { Kbd, Modal, Table, Title } from "@mantine/core";
import { m } from "@/paraglide/messages.js";
import { isMac } from "./shortcuts";

export default function ShortcutsWindow({ onClose }: { onClose: () => void }) {
  const groups = [
    {
      title: m.shortcuts_everywhere(),
      rows: [
        [isMac ? m.keys_palette_mac() : m.keys_palette(), m.shortcut_palette()],
        [m.keys_new(), m.shortcut_new()],
        [m.keys_pages(), m.shortcut_pages()],
        [m.keys_help(), m.shortcuts()],
        [m.keys_escape(), m.shortcut_escape()],
      ],
    },
    {
      title: m.nav_planning(),
      rows: [
        [m.keys_views(), m.shortcut_views()],
        [m.keys_period(), m.shortcut_period()],
        [m.keys_today(), m.shortcut_today()],
        [m.keys_open(), m.shortcut_open()],
        [isMac ? m.keys_move_mac() : m.keys_move(), m.shortcut_move()],
      ],
    },
  ];
  return (
    <Modal opened onClose={onClose} title={m.shortcuts()} size="lg" closeButtonProps={{ "aria-label": m.close() }}>
      {groups.map(({ title, rows }) => (
        <section key={title} aria-label={title}>
          <Title order={2} mt="sm" mb={4}>
            {title}
          </Title>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {rows.map(([keys, what]) => (
                <Table.Tr key={what}>
                  <Table.Td w={200}>
                    <Kbd>{keys}</Kbd>
                  </Table.Td>
                  <Table.Td>{what}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </Modal>
  );
}
