import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { m } from "@/paraglide/messages.js";

/** To where the Daily.co key is entered. */
export function VideoSettingsLink() {
  return (
    <Button
      size="xs"
      variant="default"
      renderRoot={(props) => <Link to="/settings" search={{ tab: "video" }} {...props} />}
    >
      {m.open_video_settings()}
    </Button>
  );
}
