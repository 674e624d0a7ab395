import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { exportAgenda, stopExport } from "@/api/export";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";

/** An export, and the way to end it. What became of it is said even where its window is closed by then. */
export function useExport() {
  // The shell gives no file either when the coach thought better of it in the system's dialog: of that nothing is said.
  const stopped = useRef(false);
  const save = useMutation({
    ...exportAgenda,
    onMutate: () => {
      stopped.current = false;
    },
    onSuccess: (done) => {
      if (done) tell(m.export_done({ name: done.fileName, count: done.appointments }));
      else if (stopped.current) tell(m.export_stopped());
    },
  });
  const end = useMutation(stopExport);
  const stop = () => {
    stopped.current = true;
    end.mutate([]);
  };
  return { save, stop };
}
