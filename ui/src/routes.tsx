// Where pages meet: which address shows which page, and the windows that open over any of them.
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { lazy } from "react";
import { asFailure } from "@/api/failure";
import { FailureScreen } from "@/components/failure-screen";
import { OwnScript, openAnew } from "@/components/own-script";
import { PageWaiting } from "@/components/page";
import { patience } from "@/components/waiting";
import { Window, WindowWaiting } from "@/components/window";
import { readWindows, useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { Shell } from "./pages/shell/shell";

const AppointmentWindow = lazy(() => import("./pages/appointments/appointment-window"));
const BookingWindow = lazy(() => import("./pages/appointments/booking-window"));
const ExportWindow = lazy(() => import("./pages/planning/export-window"));

const root = createRootRoute({
  validateSearch: readWindows,
  component: function Root() {
    const { appointment, act, booking, exporting } = root.useSearch();
    const { close } = useWindows();
    const frame = {
      onClose: close,
      title: booking ? m.new_appointment() : exporting ? m.export_title() : m.appointment(),
      size: booking ? 720 : 640,
    };
    return (
      <Shell>
        <Outlet />
        <OwnScript
          key={JSON.stringify([appointment, booking, exporting])}
          waiting={<WindowWaiting size={frame.size} />}
          frame={(words) => <Window {...frame}>{words}</Window>}
        >
          {appointment && <AppointmentWindow key={appointment} id={appointment} act={act} />}
          {booking && <BookingWindow key={JSON.stringify(booking)} given={booking} />}
          {exporting && <ExportWindow given={exporting} />}
        </OwnScript>
      </Shell>
    );
  },
});

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/dashboard" });
  },
});

const dashboard = createRoute({
  getParentRoute: () => root,
  path: "/dashboard",
  component: lazyRouteComponent(() => import("./pages/dashboard/dashboard")),
});

const planning = createRoute({
  getParentRoute: () => root,
  path: "/planning",
  validateSearch: (search: Record<string, unknown>): { date?: string } =>
    typeof search.date === "string" ? { date: search.date } : {},
  component: lazyRouteComponent(() => import("./pages/planning/planning")),
});

const clients = createRoute({
  getParentRoute: () => root,
  path: "/clients",
  component: lazyRouteComponent(() => import("./pages/clients/clients")),
});

const client = createRoute({
  getParentRoute: () => root,
  path: "/clients/$id",
  component: lazyRouteComponent(() => import("./pages/clients/client-profile")),
  remountDeps: ({ params }) => params.id,
});

const statistics = createRoute({
  getParentRoute: () => root,
  path: "/statistics",
  component: lazyRouteComponent(() => import("./pages/statistics/statistics")),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  validateSearch: (search: Record<string, unknown>): { tab?: string } =>
    typeof search.tab === "string" ? { tab: search.tab } : {},
  component: lazyRouteComponent(() => import("./pages/settings/settings")),
});

const help = createRoute({
  getParentRoute: () => root,
  path: "/help",
  component: lazyRouteComponent(() => import("./pages/help/help")),
});

export const router = createRouter({
  routeTree: root.addChildren([home, dashboard, planning, clients, client, statistics, settings, help]),
  history: createHashHistory(),
  defaultPreload: "intent",
  // A page whose script is there in a moment is drawn at once; until then stands the one before.
  defaultPendingMs: patience,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PageWaiting,
  scrollRestoration: false,
  defaultErrorComponent: ({ error }) => <FailureScreen {...failureWords(asFailure(error).code)} onRetry={openAnew} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
