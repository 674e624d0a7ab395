// What the window is asked to show from outside: by a click on a notification, the tray, a link.
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { type Errand, followErrands, takeErrand } from "@/api/notices";

export function useErrands(): void {
  const navigate = useNavigate();
  const { mutateAsync: take } = useMutation(takeErrand);
  useEffect(() => {
    const show = (errand: Errand) => {
      const { kind } = errand;
      if (kind === "appointment") return navigate({ to: "/planning", search: { appointment: errand.id } });
      if (kind === "book") return navigate({ to: "/planning", search: { booking: {} } });
      return navigate({ to: "/dashboard", search: {} });
    };
    const fetch = async () => {
      for (let errand = await take([]); errand; errand = await take([])) await show(errand);
    };
    // One that failed was told already; what waits is fetched with the next.
    const start = () => void fetch().catch(() => undefined);
    start();
    return followErrands(start);
  }, [navigate, take]);
}
