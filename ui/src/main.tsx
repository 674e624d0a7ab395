import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./styles.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createCache } from "@/api/cache";
import { tellFailure } from "@/components/notice";
import { failureWords } from "@/text/failure";
import { joinedWithoutWords } from "@/text/plan";
import { Start } from "./start";
import { theme, variables, wornAtOpening } from "./theme";

const cache = createCache(
  (failure) => {
    if (failure.code === "internal") console.error(failure.message);
    tellFailure(failureWords(failure.code, failure.calendars));
  },
  (features) => tellFailure(joinedWithoutWords(features)),
);

const worn = wornAtOpening(document.documentElement);

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" colorSchemeManager={worn}>
      <QueryClientProvider client={cache}>
        <Notifications position="bottom-right" limit={4} zIndex={400} />
        <Start />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
