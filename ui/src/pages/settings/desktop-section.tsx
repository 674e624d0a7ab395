import { Stack, Switch } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { desktop, setKeepInTray, setStartAtLogin } from "@/api/desktop";
import { m } from "@/paraglide/messages.js";
import { Section } from "./section";

/** How the program lives on this computer; what one chooses holds at once. */
export function DesktopSection() {
  const { data } = useQuery({ ...desktop, staleTime: 0 });
  const keep = useMutation(setKeepInTray);
  const start = useMutation(setStartAtLogin);
  if (!data) return null;
  return (
    <Section title={m.desktop_title()}>
      <Stack gap="md">
        <Switch
          label={m.start_at_login()}
          description={m.start_at_login_hint()}
          checked={data.startAtLogin}
          disabled={start.isPending}
          onChange={(event) => start.mutate([event.currentTarget.checked])}
        />
        <Switch
          label={m.keep_in_tray()}
          description={data.hasTray ? m.keep_in_tray_hint() : m.no_tray_hint()}
          checked={data.hasTray && data.keepInTray}
          disabled={!data.hasTray || keep.isPending}
          onChange={(event) => keep.mutate([event.currentTarget.checked])}
        />
      </Stack>
    </Section>
  );
}
