import { Kbd, UnstyledButton } from "@mantine/core";
import {
  IconCalendar,
  IconChartBar,
  IconHelpCircle,
  IconKeyboard,
  IconLayoutDashboard,
  IconSearch,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { lazy, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";
import { session } from "@/api/session";
import { Brand } from "@/components/brand";
import { OwnScript } from "@/components/own-script";
import { Window, WindowWaiting } from "@/components/window";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import { useErrands } from "./errands";
import { Notices } from "./notices";
import { Offline } from "./offline";
import { openPalette } from "./open-palette";
import classes from "./shell.module.css";
import { isMac, useNoBrowserMenu, useShortcuts } from "./shortcuts";
import { useZoomKeys } from "./zoom-keys";

const Palette = lazy(() => import("./palette"));
const ShortcutsWindow = lazy(() => import("./shortcuts-window"));

export function Shell({ children }: { children: ReactNode }) {
  useCivil();
  const { data } = useQuery(session);
  const [help, setHelp] = useState(false);
  useErrands();
  const onHelp = useCallback(() => setHelp(true), []);
  useShortcuts({ onHelp });
  useNoBrowserMenu();
  useZoomKeys();
  const main = useTopOfPage();
  const shortcuts = { onClose: () => setHelp(false), title: m.shortcuts() };
  return (
    <div className={classes.window}>
      <UnstyledButton className={classes.skip} onClick={() => document.getElementById("main")?.focus()}>
        {m.skip_to_content()}
      </UnstyledButton>
      <aside className={classes.sidebar}>
        <div className={classes.brand}>
          <Brand />
          <span>{m.app_name()}</span>
        </div>
        <Sidebar />
        <div className={classes.foot}>
          {data?.demo && (
            <div className={classes.demo} title={m.demo_notice()}>
              <span className={classes.demoLong}>{m.demo_notice()}</span>
              <span className={classes.demoShort} aria-hidden>
                {m.demo_short()}
              </span>
            </div>
          )}
          <UnstyledButton
            className={classes.footButton}
            onClick={openPalette}
            aria-keyshortcuts={isMac ? "Meta+K" : "Control+K"}
          >
            <IconSearch size={17} aria-hidden />
            {m.search()}
            <Kbd size="xs" aria-hidden>
              {isMac ? m.keys_palette_mac() : m.keys_palette()}
            </Kbd>
          </UnstyledButton>
          <Link to="/help" className={classes.footButton}>
            <IconHelpCircle size={17} aria-hidden />
            {m.nav_help()}
          </Link>
          <UnstyledButton className={classes.footButton} onClick={() => setHelp(true)} aria-keyshortcuts="?">
            <IconKeyboard size={17} aria-hidden />
            {m.shortcuts()}
            <Kbd size="xs" aria-hidden>
              {m.keys_help()}
            </Kbd>
          </UnstyledButton>
        </div>
      </aside>
      <div className={classes.content}>
        <Offline />
        <main ref={main} id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
        <Notices />
      </div>
      {/* Whoever has no search by keys has the pages all the same. */}
      <OwnScript frame={() => null}>
        <Palette />
      </OwnScript>
      {help && (
        <OwnScript frame={(words) => <Window {...shortcuts}>{words}</Window>} waiting={<WindowWaiting size={640} />}>
          <ShortcutsWindow onClose={shortcuts.onClose} />
        </OwnScript>
      )}
    </div>
  );
}

/** A page begins at its top, however far down the one before was read. */
function useTopOfPage() {
  const main = useRef<HTMLElement>(null);
  const page = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what it is about
  useLayoutEffect(() => {
    if (main.current) main.current.scrollTop = 0;
  }, [page]);
  return main;
}

function Sidebar() {
  const entries = [
    { to: "/dashboard", icon: IconLayoutDashboard, label: m.nav_dashboard() },
    { to: "/planning", icon: IconCalendar, label: m.nav_planning() },
    { to: "/clients", icon: IconUsers, label: m.nav_clients() },
    { to: "/statistics", icon: IconChartBar, label: m.nav_statistics() },
    { to: "/settings", icon: IconSettings, label: m.nav_settings() },
  ] as const;
  return (
    <nav className={classes.links} aria-label={m.nav_label()}>
      {entries.map(({ to, icon: Icon, label }) => (
        <Link key={to} to={to} className={classes.link} activeOptions={{ includeSearch: false }}>
          <Icon size={18} stroke={1.8} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  );
}
