import { Anchor, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import { session } from "@/api/session";
import { Page } from "@/components/page";
import { m } from "@/paraglide/messages.js";
import { guides, pictureOf } from "@/text/guide";
import { useCivil } from "@/time/civil";
import classes from "./help.module.css";

const LicencesWindow = lazy(() => import("./licences-window"));

/** Where a chapter is, from its title. */
const anchor = (title: string) => title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");

const components: Components = {
  // The page has this title already.
  h1: () => null,
  h2: ({ children }) => (
    <Title order={2} id={anchor(String(children))} tabIndex={-1} className={classes.chapter}>
      {children}
    </Title>
  ),
  // The window opens no address: it says which one it is.
  a: ({ children, href }) => (
    <span>
      {children} ({href})
    </span>
  ),
  img: ({ src, alt }) => <img src={pictureOf(String(src))} alt={alt ?? ""} className={classes.picture} />,
};

/** The user guide, as it stands in the documentation, and what this program is. */
export default function Help() {
  const { language } = useCivil();
  const { data } = useQuery(session);
  const [licences, setLicences] = useState(false);
  const text = guides[language];
  const chapters = useMemo(() => [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title ?? ""), [text]);
  const go = (title: string) => {
    const chapter = document.getElementById(anchor(title));
    chapter?.scrollIntoView();
    chapter?.focus({ preventScroll: true });
  };
  return (
    <Page title={m.nav_help()}>
      <div className={classes.columns}>
        <nav aria-label={m.help_chapters()} className={classes.chapters}>
          {chapters.map((title) => (
            <Anchor key={title} component="button" type="button" size="sm" onClick={() => go(title)}>
              {title}
            </Anchor>
          ))}
        </nav>
        <article className={`card ${classes.guide}`}>
          <ReactMarkdown components={components}>{text}</ReactMarkdown>
          <Title order={2} className={classes.chapter}>
            {m.about_title()}
          </Title>
          <Group gap="md">
            <Text span>{m.about_version({ version: data?.version ?? "" })}</Text>
            <Anchor component="button" type="button" onClick={() => setLicences(true)}>
              {m.about_licences()}
            </Anchor>
          </Group>
        </article>
      </div>
      <Suspense>{licences && <LicencesWindow onClose={() => setLicences(false)} />}</Suspense>
    </Page>
  );
}
