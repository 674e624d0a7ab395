import { Modal, Table, Text } from "@mantine/core";
import { m } from "@/paraglide/messages.js";
import licences from "./licences.json";

/** What this program is made of, by others, and under which licences. Written by `cargo xtask licences`. */
export function LicencesWindow({ onClose }: { onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.about_licences()}
      size={640}
      closeButtonProps={{ "aria-label": m.close() }}
    >
      <Text size="sm" mb="sm">
        {m.about_licences_text({ count: licences.length })}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{m.about_part()}</Table.Th>
            <Table.Th>{m.about_licence()}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {licences.map(([name, licence]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{licence}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
