import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { m } from "@/paraglide/messages.js";
import classes from "./help.module.css";
import written from "./licence-texts.json";

/** Who holds the rights to a part, and the place of the text that holds for it. */
type Notices = Record<string, [string, number][]>;

const { texts } = written;
const notices = written.parts as unknown as Notices;

/** The notices and licence texts of one part, as its authors wrote them. */
export default function LicenceText({ part, onBack }: { part: string; onBack: () => void }) {
  return (
    <>
      <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>
        {m.about_all_parts()}
      </Button>
      {notices[part]?.map(([holders, place]) => (
        // Written in English, whatever the window speaks.
        <pre key={`${place} ${holders}`} lang="en" className={classes.licence}>
          {[holders, texts[place]].filter(Boolean).join("\n\n")}
        </pre>
      ))}
    </>
  );
}
