// Before anything can be shown: who is the coach, in which language, what time is it.
import { useMantineColorScheme } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, useEffect, useState } from "react";
import { followChanges } from "@/api/cache";
import { asFailure } from "@/api/failure";
import { type Session, session } from "@/api/session";
import { FailureScreen } from "@/components/failure-screen";
import { OwnScript } from "@/components/own-script";
import { failureWords } from "@/text/failure";
import { type Language, speak, systemLanguage } from "@/text/language";
import { CivilProvider } from "@/time/civil";
import { setClockOffset } from "@/time/now";
import { router } from "./routes";

const Damaged = lazy(() => import("./pages/damaged/damaged"));
const FirstRun = lazy(() => import("./pages/firstrun/first-run"));

export function Start() {
  const { data, error, refetch } = useQuery({ ...session, staleTime: Number.POSITIVE_INFINITY });
  if (error) {
    speak(systemLanguage());
    const { code } = asFailure(error);
    if (code === "database_damaged") {
      return (
        <OwnScript>
          <Damaged onRetry={() => void refetch()} />
        </OwnScript>
      );
    }
    const { what, toDo } = failureWords(code);
    return <FailureScreen what={what} toDo={toDo} onRetry={() => void refetch()} />;
  }
  return data ? <Started session={data} /> : null;
}

function Started({ session }: { session: Session }) {
  setClockOffset(session.clockOffsetMs);
  const [settingUp, setSettingUp] = useState(session.coach === null);
  const [chosen, setChosen] = useState<Language>(session.coach?.language ?? session.system.language);
  const language = settingUp ? chosen : (session.coach?.language ?? chosen);
  speak(language);
  useTheme(session.coach?.theme ?? "system");
  useShellNews();

  if (settingUp || !session.coach) {
    return (
      <OwnScript>
        <FirstRun session={session} language={language} onLanguage={setChosen} onDone={() => setSettingUp(false)} />
      </OwnScript>
    );
  }
  const { zone, firstWeekday } = session.coach;
  const hour12 = language === "en" && session.system.hour12;
  return (
    <CivilProvider value={{ zone, language, firstWeekday, hour12 }}>
      <RouterProvider router={router} />
    </CivilProvider>
  );
}

function useTheme(theme: "system" | "light" | "dark") {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme === "system" ? "auto" : theme), [theme, setColorScheme]);
}

function useShellNews() {
  const cache = useQueryClient();
  useEffect(() => followChanges(cache), [cache]);
}
