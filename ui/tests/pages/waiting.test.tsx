// What every screen shows while what it is made of is being read.
import { MantineProvider } from "@mantine/core";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import { agendas, expectAccessible, hold, openWindow } from "../window";

vi.mock("@fullcalendar/react", () => ({ default: () => null }));

beforeEach(() => localStorage.setItem("planning-view", JSON.stringify("month")));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  localStorage.clear();
});

/** Said to whoever does not see the page, too. */
const told = () => screen.queryAllByText(m.loading()).filter((one) => one.closest("[role=status]"));

it("shows nothing for a fifth of a second, then the shape of what comes, and says so", () => {
  vi.useFakeTimers();
  render(
    <MantineProvider env="test">
      <Waiting rows={2} />
    </MantineProvider>,
  );
  const shape = screen.getByRole("status").querySelector("[aria-hidden]");
  act(() => vi.advanceTimersByTime(199));
  expect(told()).toHaveLength(0);
  expect(shape, "its room is kept from the beginning").not.toBeVisible();
  act(() => vi.advanceTimersByTime(1));
  expect(told()).toHaveLength(1);
  expect(shape).toBeVisible();
});

const appointment = agendas.full().appointments.find(({ status }) => status === "scheduled")?.id;

it.each([
  ["/dashboard", "getAppointmentsForDate"],
  ["/dashboard", "getUpcomingAppointments"],
  ["/planning", "getCoachAppointments"],
  ["/planning", "getAppointmentsForDate"],
  ["/clients", "listClients"],
  ["/clients/c-2", "getClient"],
  ["/clients/c-2", "getClientAppointments"],
  ["/statistics", "getStatistics"],
  ["/settings?tab=types", "getConfiguration"],
  ["/settings?tab=reasons", "getConfiguration"],
  ["/settings?tab=availability", "getAvailability"],
  ["/settings?tab=availability", "listBusyFeeds"],
  ["/settings?tab=video", "getVideoAccount"],
  ["/settings?tab=reminders", "getSettings"],
  ["/settings?tab=general", "getSettings"],
  ["/settings?tab=data", "getBackups"],
  [`/clients?appointment=${appointment}`, "getAppointment"],
  [`/clients?appointment=${appointment}&act=move`, "getAvailableSlotsForPeriod"],
] as const)("waits in %s for %s, and for nothing after that", async (path, command) => {
  const go = hold(command);
  await openWindow(path, agendas.full());
  await waitFor(() => expect(told()).toHaveLength(1));
  await expectAccessible();
  go();
  await waitFor(() => expect(told()).toHaveLength(0));
});

it("takes no month for a free one, and no number for known, while it is being read", async () => {
  const go = hold("getCoachAppointments");
  await openWindow("/planning", agendas.full());
  const table = await screen.findByRole("table", { name: "novembre 2026" });
  await waitFor(() => expect(table.closest("[aria-busy=true]")).not.toBeNull());
  const counts = screen.getByRole("group", { name: m.counts_label() });
  expect(counts).not.toHaveTextContent(/\d/);
  go();
  await waitFor(() => expect(counts).toHaveTextContent(/\d/));
  expect(table.closest("[aria-busy=true]")).toBeNull();
});

it("says of no one that there is no client yet while they are being read", async () => {
  const { user } = await openWindow("/dashboard", agendas.full());
  const go = hold("listClients");
  await user.click(await screen.findByRole("button", { name: m.new_appointment() }));
  const dialog = await screen.findByRole("dialog");
  await waitFor(() => expect(told()).toHaveLength(1));
  expect(within(dialog).queryByText(m.clients_none_yet())).toBeNull();
  go();
  expect(await within(dialog).findByRole("button", { name: /Thomas Bernard/ })).toBeVisible();
});
