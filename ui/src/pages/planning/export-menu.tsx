import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { m } from "@/paraglide/messages.js";
import type { View } from "./calendar-events";
import { ExportWindow } from "./export-window";

type Props = { view: View; selected: string };

export function ExportMenu({ view, selected }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDownload size={15} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {m.export()}
      </Button>
      {opened && <ExportWindow view={view} selected={selected} onClose={() => setOpened(false)} />}
    </>
  );
}
