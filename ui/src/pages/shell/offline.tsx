// Above every page while Daily does not answer: what does not work meanwhile, and that all else does. Rust knows, from its
// own calls; what the system says of the network is only a reason to look.
import { Button, Text } from "@mantine/core";
import { IconWifiOff } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { checkConnection, connection } from "@/api/connection";
import { m } from "@/paraglide/messages.js";
import classes from "./offline.module.css";

export function Offline() {
  const { data } = useQuery(connection);
  const { mutate, isPending } = useMutation(checkConnection);
  useEffect(() => {
    const look = () => mutate([]);
    if (!navigator.onLine) look();
    for (const name of ["online", "offline"]) window.addEventListener(name, look);
    return () => {
      for (const name of ["online", "offline"]) window.removeEventListener(name, look);
    };
  }, [mutate]);
  return (
    <div role="status">
      {data?.dailyAnswers === false && (
        <div className={classes.banner}>
          <IconWifiOff size={18} stroke={1.8} className={classes.sign} aria-hidden />
          <Text size="sm" className={classes.said}>
            <strong>{m.offline_what()}</strong> {m.offline_still()}
          </Text>
          <Button variant="default" size="compact-sm" loading={isPending} onClick={() => mutate([])}>
            {m.try_again()}
          </Button>
        </div>
      )}
    </div>
  );
}
