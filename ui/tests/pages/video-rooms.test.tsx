// The video account and its rooms: trying it, choosing options, what is owed, who is in the room and who came.
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import { agenda, type Failures } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

type Full = ReturnType<typeof agendas.full>;

async function openVideoTab(change: (full: Full) => void = () => undefined, failures: Failures = {}) {
  const full = agendas.full();
  change(full);
  const { user } = await openWindow("/settings?tab=video", full, failures);
  const panel = await screen.findByRole("tabpanel", { name: m.tab_video() });
  await within(panel).findByRole("heading", { name: m.options_title() });
  return { user, panel };
}

async function openDetails(pick: (full: Full) => string | undefined, change: (full: Full) => void, failures = {}) {
  const full = agendas.full();
  change(full);
  const { user } = await openWindow(`/clients?appointment=${pick(full)}`, full, failures);
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText("Type de rendez-vous");
  return { user, dialog };
}

const running = (full: Full) =>
  full.appointments.find(
    ({ person, status }) => person.kind === "client" && person.id === "c-1" && status === "scheduled",
  );

/** The same session, an hour earlier: it is over, and nobody said how it went. */
function end(full: Full) {
  const one = running(full);
  if (one) Object.assign(one, { start: "2026-11-24T07:00:00Z", end: "2026-11-24T08:00:00Z" });
}

it("tells the result of each step of a test", async () => {
  const { user, panel } = await openVideoTab();
  await user.click(within(panel).getByRole("button", { name: "Lancer le test" }));
  expect(await within(panel).findByText("Créer une salle : réussi")).toBeVisible();
  expect(within(panel).getByText("Votre configuration fonctionne.")).toBeVisible();
  await expectAccessible();
});

it("tells which step of a test failed and why, and what was not tried", async () => {
  const { user, panel } = await openVideoTab((full) => {
    full.videoTest = {
      steps: [
        { step: "key", tried: true, problem: null },
        { step: "account", tried: true, problem: "daily_unreachable" },
        { step: "room", tried: false, problem: null },
        { step: "link", tried: false, problem: null },
        { step: "removal", tried: false, problem: null },
      ],
      without: ["recording"],
      clockAheadMin: -12,
    };
  });
  await user.click(within(panel).getByRole("button", { name: "Lancer le test" }));
  expect(await within(panel).findByText("Joindre votre compte Daily.co : échoué")).toBeVisible();
  expect(within(panel).getByText(/Daily.co est injoignable. Votre agenda/)).toBeVisible();
  expect(within(panel).getByText("Créer une salle : non essayé")).toBeVisible();
  expect(within(panel).getByText("Votre configuration ne fonctionne pas encore.")).toBeVisible();
  expect(within(panel).getByText("Votre offre Daily.co ne permet pas l’enregistrement.")).toBeVisible();
  expect(within(panel).getByText(/retarde de 12 min/)).toBeVisible();
});

it("saves the options, all of what costs being off before", async () => {
  const { user, panel } = await openVideoTab();
  const recording = await within(panel).findByRole("combobox", { name: "Enregistrement" });
  expect(recording).toHaveValue("Aucun");
  expect(within(panel).getByRole("combobox", { name: "Région où l’appel est traité" })).toHaveValue(
    "Par défaut : Union européenne (Francfort)",
  );
  await user.click(recording);
  await user.click(await screen.findByRole("option", { name: "Son seul, quand je le lance" }));
  await user.click(within(panel).getByRole("switch", { name: /^Transcription/ }));
  await user.click(within(panel).getByRole("button", { name: "Enregistrer" }));
  expect(await screen.findByText("C’est enregistré.")).toBeVisible();
  expect(agenda.options).toMatchObject({ recording: "sound_on_demand", transcription: true, hideBranding: false });
  await expectAccessible();
});

it("says at its field what the plan refuses", async () => {
  const { user, panel } = await openVideoTab((full) => {
    full.planRefused = ["branding"];
  });
  const branding = await within(panel).findByRole("switch", { name: /^Masquer la marque/ });
  await user.click(branding);
  await user.click(within(panel).getByRole("button", { name: "Enregistrer" }));
  expect(await within(panel).findByText(/ne permet pas de masquer sa marque/)).toBeVisible();
  await expect.poll(() => (branding as HTMLInputElement).checked).toBe(false);
});

it("lists what is owed, why and since when, and tries again", async () => {
  const { panel } = await openVideoTab((full) => {
    const cancelled = full.appointments.find((one) => one.status === "cancelled");
    full.owed = [
      {
        appointment: cancelled?.id ?? "",
        person: "Jean Petit",
        start: "2026-11-25T09:00:00Z",
        need: "removal",
        since: "2026-11-24T08:00:00Z",
        attempts: 3,
        problem: "unreachable",
        nextTryAt: "2026-11-24T09:00:00Z",
      },
    ];
  });
  const owed = await within(panel).findByRole("region", { name: "En attente chez Daily.co" });
  expect(within(owed).getByText(/Salle à supprimer : Jean Petit, mercredi 25 novembre/)).toBeVisible();
  expect(within(owed).getByText(/Depuis mardi 24 novembre, 09:00\. Daily.co est injoignable/)).toBeVisible();
  expect(within(owed).getByRole("button", { name: "Réessayer maintenant" })).toBeEnabled();
  await expectAccessible();
});

it("shows who is in the room while it is open", async () => {
  const { dialog } = await openDetails(
    (full) => running(full)?.id,
    (full) => {
      full.presence = [
        { visitor: "coach", name: "Camille", since: "2026-11-24T08:50:00Z" },
        { visitor: "client", name: "Amélie", since: null },
      ];
    },
  );
  const room = await within(dialog).findByRole("region", { name: "Dans la salle" });
  expect(within(room).getByText("Vous · depuis 09:50")).toBeVisible();
  expect(within(room).getByText("Amélie (par le lien du client)")).toBeVisible();
  await expectAccessible();
});

it("proposes what attendance suggests and sets it only when told to", async () => {
  const { user, dialog } = await openDetails(
    (full) => running(full)?.id,
    (full) => {
      end(full);
      full.attendance = {
        people: [
          { visitor: "coach", name: "Camille", since: "2026-11-24T07:00:00Z", seconds: 900 },
          { visitor: "guest", name: "Paul", since: "2026-11-24T07:05:00Z", seconds: 20 },
        ],
        ongoing: false,
        proposal: "no_show",
      };
    },
  );
  const came = await within(dialog).findByRole("region", { name: "Qui est venu" });
  expect(within(came).getByText("Vous · arrivée à 08:00, 15 min dans la salle")).toBeVisible();
  expect(within(came).getByText(/Paul \(sans lien, admis par vous\) · arrivée à 08:05, 1 min/)).toBeVisible();
  const id = running(agenda)?.id;
  const status = () => agenda.appointments.find((one) => one.id === id)?.status;
  expect(status(), "nothing is set by itself").toBe("scheduled");
  await user.click(within(came).getByRole("button", { name: "Noter absent" }));
  await expect.poll(status).toBe("no_show");
});

it("says why attendance cannot be read", async () => {
  const { dialog } = await openDetails((full) => running(full)?.id, end, { getAttendance: "daily_unreachable" });
  expect(
    await within(dialog).findByText(/Les présences n’ont pas pu être lues. Daily.co est injoignable/),
  ).toBeVisible();
});

it("tells on the way in what the plan refuses, and that the session goes on", async () => {
  const { user, dialog } = await openDetails(
    (full) => running(full)?.id,
    (full) => {
      full.planRefused = ["recording"];
    },
  );
  await user.click(within(dialog).getByRole("button", { name: "Rejoindre" }));
  const told = await screen.findByText("Votre offre Daily.co ne permet pas l’enregistrement.");
  expect(told).toBeVisible();
  expect(screen.getByText(/Vos séances ont lieu sans/)).toBeVisible();
});

it("drafts an e-mail to the client, or says why not", async () => {
  const { user, dialog } = await openDetails(
    (full) => running(full)?.id,
    () => undefined,
    { draftClientLink: "no_email" },
  );
  await user.click(within(dialog).getByRole("button", { name: "Préparer un e-mail" }));
  expect(await screen.findByText("Cette personne n’a pas d’adresse e-mail.")).toBeVisible();
});

it("says that the room of a cancelled appointment is still to be deleted", async () => {
  const cancelled = (full: Full) =>
    full.appointments.find((one) => one.status === "cancelled" && one.room.state === "removed");
  const { dialog } = await openDetails(
    (full) => cancelled(full)?.id,
    (full) => {
      const one = cancelled(full);
      if (!one) return;
      full.owed = [
        {
          appointment: one.id,
          person: one.person.name,
          start: one.start,
          need: "removal",
          since: "2026-11-24T08:00:00Z",
          attempts: 1,
          problem: "key_refused",
          nextTryAt: "2026-11-24T09:00:00Z",
        },
      ];
    },
  );
  expect(await within(dialog).findByText("Salle à supprimer depuis mardi 24 novembre, 09:00")).toBeVisible();
  expect(within(dialog).getByText(/elle se ferme d’elle-même/)).toBeVisible();
  expect(within(dialog).getByRole("button", { name: "Réessayer maintenant" })).toBeVisible();
});

it("leads to the settings where a room waits for the key, and not to another try", async () => {
  const { dialog } = await openDetails(
    (full) => running(full)?.id,
    (full) => {
      const room = { state: "owed", owedSince: null, problem: "no_key", attempts: 0, nextTryAt: null } as const;
      Object.assign(running(full) ?? {}, { room, join: null });
    },
  );
  expect(await within(dialog).findByRole("link", { name: "Ouvrir les réglages de la visio" })).toBeVisible();
  expect(within(dialog).queryByRole("button", { name: "Réessayer maintenant" })).toBeNull();
});
