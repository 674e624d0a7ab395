import type { ColumnMeaning } from "./bindings";
import { read, write } from "./call";

export type { ClientFileView, ColumnMeaning, FileColumn, ImportReport, JudgedRow, RowOutcome } from "./bindings";

/** Asks which file; gives nothing when that was declined. No path and no file ever comes here. */
export const chooseClientFile = write("chooseClientFile");
/**
 * Of the file that was chosen last, so what was heard of another is not kept, nor waited for: `chosenAt` tells the
 * files apart, in milliseconds.
 */
export const previewClientImport = (chosenAt: number, columns: (ColumnMeaning | null)[]) => ({
  ...read("previewClientImport", columns),
  queryKey: ["previewClientImport", columns, chosenAt],
  gcTime: 0,
  staleTime: 0,
});
/** The import is over: the file is kept no longer. */
export const forgetClientFile = write("forgetClientFile");
export const importClients = write("importClients", ["invalid_input"]);
