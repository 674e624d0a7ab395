import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type ClientFileView, chooseClientFile, forgetClientFile } from "@/api/client-import";
import { m } from "@/paraglide/messages.js";
import { ImportWindow } from "./import-window";

/** The shell asks which file; what is in it comes back to be looked at. */
export function ImportButton() {
  const [file, setFile] = useState<ClientFileView | null>(null);
  const choose = useMutation(chooseClientFile);
  const forget = useMutation(forgetClientFile);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setFile(null);
    forget.mutate([]);
    // It had lost the focus while the system's dialog was open, so the window knows nothing to give it back to.
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        loading={choose.isPending}
        onClick={() => choose.mutate([], { onSuccess: setFile })}
      >
        {m.import_clients()}
      </Button>
      {file && <ImportWindow file={file} chosenAt={choose.submittedAt} onClose={close} />}
    </>
  );
}
