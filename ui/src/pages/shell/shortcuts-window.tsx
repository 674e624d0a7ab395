import { Kbd, Table, Title } from "@mantine/core";
import { Window } from "@/components/window";
import { m } from "@/paraglide/messages.js";
import { isMac } from "./shortcuts";

export default function ShortcutsWindow({ onClose }: { onClose: () => void }) {
  const groups: { title: string; rows: [keys: string, what: string][] }[] = [
    {
      title: m.shortcuts_everywhere(),
      rows: [
        [isMac ? m.keys_palette_mac() : m.keys_palette(), m.shortcut_palette()],
        [m.keys_new(), m.shortcut_new()],
        [m.keys_pages(), m.shortcut_pages()],
        [m.keys_help(), m.shortcuts()],
        [isMac ? m.keys_undo_mac() : m.keys_undo(), m.shortcut_undo()],
        [isMac ? m.keys_zoom_mac() : m.keys_zoom(), m.shortcut_zoom()],
        [m.keys_escape(), m.shortcut_escape()],
      ],
    },
    {
      title: m.nav_planning(),
      rows: [
        [m.keys_views(), m.shortcut_views()],
        [m.keys_period(), m.shortcut_period()],
        [m.keys_today(), m.shortcut_today()],
        [m.keys_day(), m.shortcut_day()],
        [m.keys_new(), m.shortcut_new_on_day()],
      ],
    },
    {
      title: m.shortcuts_on_appointment(),
      rows: [
        [m.keys_walk(), m.shortcut_walk()],
        [m.keys_open(), m.shortcut_open()],
        [isMac ? m.keys_move_mac() : m.keys_move(), m.shortcut_move()],
        [isMac ? m.keys_resize_mac() : m.keys_resize(), m.shortcut_resize()],
        [m.keys_menu(), m.shortcut_menu()],
        [m.keys_delete(), m.shortcut_delete()],
      ],
    },
  ];
  return (
    <Window onClose={onClose} title={m.shortcuts()} size={640}>
      {groups.map(({ title, rows }) => (
        <section key={title} aria-label={title}>
          <Title order={2} mt="sm" mb={4}>
            {title}
          </Title>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {rows.map(([keys, what]) => (
                <Table.Tr key={keys + what}>
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
    </Window>
  );
}
