import { Button } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asFailure } from "@/api/failure";
import { statistics } from "@/api/statistics";
import { Empty } from "@/components/empty";
import { FailureScreen } from "@/components/failure-screen";
import { Page } from "@/components/page";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { fieldErrors } from "@/text/field-problem";
import { useCivil } from "@/time/civil";
import { useToday } from "@/time/today";
import { periodWords } from "@/time/wording";
import { Figures, FiguresWaiting } from "./figures";
import { SaveTable } from "./panel";
import { PeriodChoice } from "./period-choice";
import { datesOf, type PeriodName } from "./periods";
import { Sides } from "./sides";

export default function Statistics() {
  const { language } = useCivil();
  const today = useToday();
  const { openBooking } = useWindows();
  const [{ name, dates }, setPeriod] = useState(() => ({
    name: "this_month" as PeriodName,
    dates: datesOf("this_month", today),
  }));
  const { data, error, refetch } = useQuery({
    ...statistics(dates.from, dates.to),
    placeholderData: keepPreviousData,
  });
  const refused = error ? fieldErrors(asFailure(error).fields) : {};
  const wrong = refused.from ?? refused.to;
  // Of two periods without appointments there is nothing to compare: nine times nothing says nothing.
  const some = data && data.current.tally.total + data.before.tally.total > 0;
  const period = (it: { from: string; to: string }) => periodWords(it.from, it.to, language);
  return (
    <Page
      title={m.nav_statistics()}
      subtitle={data && m.stats_compared({ period: period(data.current), before: period(data.before) })}
      actions={data && <SaveTable table="summary" title={m.stats_figures()} dates={dates} />}
    >
      <PeriodChoice
        name={name}
        dates={dates}
        today={today}
        error={wrong}
        onChange={(next, chosen) => setPeriod({ name: next, dates: chosen })}
      />
      {error && !wrong && <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />}
      {!data && !error && <FiguresWaiting />}
      {data && some && !error && <Figures current={data.current} before={data.before} />}
      {data && !error && data.current.tally.total === 0 && (
        <div className="card">
          <Empty
            icon={<IconChartBar size={32} stroke={1.4} />}
            title={m.stats_empty()}
            order={2}
            action={<Button onClick={() => openBooking()}>{m.new_appointment()}</Button>}
          >
            {m.stats_empty_hint()}
          </Empty>
        </div>
      )}
      {data && !error && data.current.tally.total > 0 && <Sides statistics={data} dates={dates} />}
    </Page>
  );
}
