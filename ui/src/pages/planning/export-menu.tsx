import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import type { View } from "./calendar-events";

type Props = { view: View; selected: string };

export function ExportMenu({ view, selected }: Props) {
  const { openExport } = useWindows();
  return (
    <Button
      className="planning-export"
      variant="default"
      size="xs"
      leftSection={<IconDownload size={15} aria-hidden />}
      aria-label={m.export()}
      onClick={() => openExport({ period: view === "list" ? "month" : view, day: selected })}
    >
      <span className="planning-export-word">{m.export()}</span>
    </Button>
  );
}
