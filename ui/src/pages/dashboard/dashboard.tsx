import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { session } from "@/api/session";
import { Page } from "@/components/page";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { AttentionList } from "./attention-list";
import classes from "./dashboard.module.css";
import { NextAppointment } from "./next-appointment";
import { TodayWidget } from "./today-widget";

export default function Dashboard() {
  const today = useToday();
  const words = useTimeWords(today);
  const { openBooking } = useWindows();
  const { data } = useQuery(session);
  return (
    <Page
      title={m.nav_dashboard()}
      subtitle={
        <span className="first-capital" style={{ display: "inline-block" }}>
          {data?.coach ? m.dashboard_hello({ name: data.coach.name, date: words.date(today) }) : words.date(today)}
        </span>
      }
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openBooking()}>
          {m.new_appointment()}
        </Button>
      }
    >
      <div className={classes.grid}>
        <div className={classes.column}>
          <TodayWidget />
          <AttentionList />
        </div>
        <NextAppointment />
      </div>
    </Page>
  );
}
