//! The agenda as a file: how far it is, an end to it, and the whole of it in the end.

use std::fs;

use e2e::{By, Outcome, Trouble, Window};
use serde_json::json;

use crate::play::{MORNING, Play, add_client, go};

/// Books a great many appointments through the window's own commands, so that writing them down takes a moment.
const FILL: &str = "const { invoke } = window.__TAURI_INTERNALS__;
    return (async () => {
      const { types } = await invoke('get_configuration');
      const [{ id }] = await invoke('list_clients', { wanted: { search: '', order: 'name', archived: false } });
      const one = { person: { kind: 'client', id }, typeId: types[0].id, reasonId: null, kind: 'phone', title: 'Point',
        description: '', place: '', phone: '06 12 34 56 78', durationMin: 5 };
      let booked = 0;
      for (let week = 0; week < arguments[0]; week += 1) {
        const start = (n) => new Date(Date.UTC(2027, 5, 7 + 7 * week, 0, 10 * n)).toISOString().replace('.000Z', 'Z');
        const occurrences = Array.from({ length: 104 }, (_, n) => ({ start: start(n), outsideRules: true }));
        const repetition = { every: 'week', until: { kind: 'times', count: 104 } };
        booked += (await invoke('create_series', { input: { ...one, repetition, occurrences } })).length;
      }
      return booked;
    })();";

/// Ends the export as soon as the window says that it is under way, faster than any driver clicks; and keeps how far it was.
const STOP_AT_ONCE: &str = "window.howFar = [];
    new MutationObserver((_, watching) => {
      const bar = document.querySelector('[role=dialog] [role=progressbar]');
      const far = Number(bar?.getAttribute('aria-valuenow') ?? 0);
      if (!bar || far === 0) return;
      window.howFar.push(far);
      watching.disconnect();
      [...document.querySelectorAll('[role=dialog] button')].find((one) => one.textContent === 'Arrêter').click();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });";

#[test]
fn a_long_export_says_how_far_it_is_and_can_be_ended_and_a_second_one_is_whole() -> Outcome {
    let play = Play::new("exporting")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    add_client(window)?;
    let booked = window.run(FILL, &json!([15]))?;
    let booked = booked
        .as_u64()
        .ok_or_else(|| Trouble::new("nothing was booked"))?;
    assert_eq!(booked, 15 * 104);

    let file = play.stage.home("agenda.ics");
    open_export(window)?;
    window.run(STOP_AT_ONCE, &json!([]))?;
    play.stage.save_file(window, &export_button(), &file)?;
    window.wait_gone(&By::any("progressbar").inside(&By::any("dialog")))?;
    window.wait_text("Export arrêté. Aucun fichier n’a été écrit.")?;
    let far = window.run("return window.howFar", &json!([]))?;
    let far = far[0].as_u64().unwrap_or_default();
    assert!((1..100).contains(&far), "it was under way, and not done: {far}");
    window.step("ended")?;
    assert!(!file.exists(), "what was ended leaves no file");

    play.stage.save_file(window, &export_button(), &file)?;
    // Any space is one to who looks for a text.
    let grouped = format!("{} {:03}", booked / 1000, booked % 1000);
    window.wait_text(&format!("agenda.ics est enregistré : {grouped} rendez-vous."))?;
    window.step("whole")?;
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(written.matches("BEGIN:VEVENT").count() as u64, booked);
    Ok(())
}

fn open_export(window: &Window) -> Outcome {
    go(window, "Planning")?;
    window.click(&By::button("Exporter"))?;
    window.click(&By::role("radio", "Tout l’agenda"))?;
    window.step("asked")
}

fn export_button() -> By {
    By::button("Exporter").inside(&By::any("dialog"))
}
