import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type ClientFileView, chooseClientFile } from "@/api/client-import";
import { m } from "@/paraglide/messages.js";
import { ImportWindow } from "./import-window";

/** The shell asks which file; what is in it comes back to be looked at. */
export function ImportButton() {
  const [file, setFile] = useState<ClientFileView | null>(null);
  const choose = useMutation(chooseClientFile);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        loading={choose.isPending}
        onClick={() => choose.mutate([], { onSuccess: setFile })}
      >
        {m.import_clients()}
      </Button>
      {file && <ImportWindow file={file} onClose={() => setFile(null)} />}
    </>
  );
}
