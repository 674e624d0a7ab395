import { Anchor, Table, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { Waiting } from "@/components/waiting";
import { Window } from "@/components/window";
import { m } from "@/paraglide/messages.js";
import licences from "./licences.json";

/** All texts are more than the rest of the page: they are read when one of them is. */
const LicenceText = lazy(() => import("./licence-text"));

/** What this program is made of, by others, under which licences, and their texts. Written by `cargo xtask licences`. */
export default function LicencesWindow({ onClose }: { onClose: () => void }) {
  const [part, setPart] = useState<string>();
  return (
    <Window onClose={onClose} title={part ?? m.about_licences()} size={720}>
      {part ? (
        <Suspense fallback={<Waiting />}>
          <LicenceText part={part} onBack={() => setPart(undefined)} />
        </Suspense>
      ) : (
        <Licences onPart={setPart} />
      )}
    </Window>
  );
}

function Licences({ onPart }: { onPart: (part: string) => void }) {
  return (
    <>
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
          {licences.map(([name = "", licence]) => (
            <Table.Tr key={name}>
              <Table.Td>
                <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onPart(name)}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>{licence}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
