import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { Page } from "@/components/page";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import { AvailabilityTab } from "./availability-tab";
import { DataTab } from "./data-tab";
import { GeneralTab } from "./general-tab";
import { ReasonsTab } from "./reasons-tab";
import { RemindersTab } from "./reminders-tab";
import { TypesTab } from "./types-tab";
import { VideoTab } from "./video-tab";

const tabs: [string, () => string, ComponentType][] = [
  ["types", m.tab_types, TypesTab],
  ["reasons", m.tab_reasons, ReasonsTab],
  ["availability", m.tab_availability, AvailabilityTab],
  ["video", m.tab_video, VideoTab],
  ["reminders", m.tab_reminders, RemindersTab],
  ["general", m.tab_general, GeneralTab],
  ["data", m.tab_data, DataTab],
];

export default function Settings() {
  useCivil();
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false });
  const shown = tabs.some(([name]) => name === tab) ? tab : "types";
  return (
    <Page title={m.nav_settings()}>
      <Tabs
        value={shown}
        onChange={(next) => next && void navigate({ to: "/settings", search: { tab: next }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map(([name, label]) => (
            <Tabs.Tab key={name} value={name}>
              {label()}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([name, , Content]) => (
          <Tabs.Panel key={name} value={name}>
            <Content />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
