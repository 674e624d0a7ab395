// What is in a file of clients, what each column means, and what becomes of each row: first said, then done.
import { Button, Progress, Stack, Text } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type ClientFileView, type ColumnMeaning, importClients, previewClientImport } from "@/api/client-import";
import { asFailure } from "@/api/failure";
import { tell } from "@/components/notice";
import { Bars, useLate } from "@/components/waiting";
import { Window, WindowFoot } from "@/components/window";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { fieldErrors } from "@/text/field-problem";
import classes from "./import.module.css";
import { ImportColumns } from "./import-columns";
import { ImportReportView } from "./import-report";

type Meaning = ColumnMeaning | null;

const names: readonly Meaning[] = ["name", "first_name", "last_name"];

type Props = { file: ClientFileView; chosenAt: number; onClose: () => void };

export function ImportWindow({ file, chosenAt, onClose }: Props) {
  const [columns, setColumns] = useState<Meaning[]>(file.columns.map(({ meaning }) => meaning));
  const named = columns.some((meaning) => names.includes(meaning));
  const preview = useQuery({
    ...previewClientImport(chosenAt, columns),
    enabled: named,
    placeholderData: keepPreviousData,
  });
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const done = useMutation({
    ...importClients,
    // It is done whole or not at all, whatever becomes of the window.
    onSuccess: ({ added }) => {
      if (!here.current) tell(m.import_added({ count: added }));
    },
  });
  const failure = done.error ?? preview.error;
  const problem = failure && asFailure(failure);
  const errors = problem ? fieldErrors(problem.fields) : {};
  const report = done.data ?? (named && !preview.error ? preview.data : undefined);
  const examining = preview.isFetching && !done.isSuccess;
  const work = done.isPending
    ? m.import_running()
    : m.import_examining({ people: m.import_people({ count: file.rows }) });
  const late = useLate(done.isPending || examining);
  return (
    <Window onClose={onClose} title={m.import_title()} size={760} closeOnClickOutside={done.isSuccess}>
      <Stack gap="md">
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {aboutOf(file)}
        </Text>
        {!done.isSuccess && !file.cards && (
          <ImportColumns
            file={file}
            columns={columns}
            onChange={setColumns}
            errors={named ? errors : { columns: m.import_needs_name() }}
          />
        )}
        {problem && problem.fields.length === 0 && (
          <Text c="var(--mantine-color-error)" role="alert">
            {failureWords(problem.code).what} {failureWords(problem.code).toDo}
          </Text>
        )}
        {report && <ImportReportView report={report} cards={file.cards} done={done.isSuccess} />}
        {named && preview.isPending && (
          <div aria-hidden style={{ visibility: late ? undefined : "hidden" }}>
            <Bars rows={4} height={34} />
          </div>
        )}
        <WindowFoot>
          <div role="status" className={classes.working}>
            {late && (
              <>
                <Text size="sm">{work}</Text>
                <Progress value={100} animated size="sm" aria-hidden />
              </>
            )}
          </div>
          <Button variant="default" onClick={onClose}>
            {done.isSuccess || done.isPending ? m.close() : m.cancel()}
          </Button>
          {!done.isSuccess && (
            <Button
              loading={done.isPending}
              disabled={!report || report.added === 0 || preview.isPlaceholderData}
              onClick={() => done.mutate([columns])}
            >
              {report && report.added > 0 ? m.import_do({ count: report.added }) : m.import_clients()}
            </Button>
          )}
        </WindowFoot>
      </Stack>
    </Window>
  );
}

function aboutOf(file: ClientFileView): string {
  const separators: Record<string, string> = { "\t": m.import_tab() };
  const kind = file.cards
    ? "vCard"
    : m.import_table({ separator: separators[file.separator ?? ""] ?? file.separator ?? "" });
  return [file.name, m.import_people({ count: file.rows }), kind, file.encoding].join(" · ");
}
