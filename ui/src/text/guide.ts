// The user guide of the documentation, with its pictures, for the page that shows it.
import english from "@docs/guide/en.md?raw";
import french from "@docs/guide/fr.md?raw";

/** The guide in each language, in Markdown. */
export const guides = { fr: french, en: english };

const pictures: Record<string, string> = import.meta.glob(
  [
    "../../../docs/screenshots/settings-availability-*-light.png",
    "../../../docs/screenshots/booking-3-when-*-light.png",
    "../../../docs/screenshots/planning-month-*-light.png",
    "../../../docs/screenshots/appointment-??-light.png",
    "../../../docs/screenshots/settings-video-*-light.png",
    "../../../docs/screenshots/client-??-light.png",
  ],
  { eager: true, query: "?url", import: "default" },
);

/** Where a picture of the guide is in the window, from where it is in the documentation. */
export function pictureOf(address: string): string | undefined {
  return pictures[`../../../docs/screenshots/${address.split("/").at(-1)}`];
}
