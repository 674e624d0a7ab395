//! The way through the screens, by the words of the interface's own message files, so that a changed wording does not
//! break it: those of the demonstration, and those of a first start, which a demonstration does not have.

use std::time::Duration;

use serde_json::{Value, json};

use crate::by::By;
use crate::demonstration::Demonstration;
use crate::keys;
use crate::trouble::{Outcome, Trouble, While};
use crate::window::Window;
use crate::words::Words;

/// A file of clients as another program writes it: somebody new, somebody known, a number that cannot be.
const CLIENT_FILE: &str = "Nom;Prénom;Courriel;Téléphone\nVasseur;Noé;noe.vasseur@exemple.fr;06 12 98 12 34\n\
    Lambert;Élodie;;\nMorel;Luc;luc.morel@exemple.fr;06 99\n";

/// Goes from screen to screen of a first start, calling `seen` at each with its name.
pub fn first_start(
    window: &Window,
    words: &Words,
    mut seen: impl FnMut(&Window, &str) -> Outcome,
) -> Outcome {
    window.find(&By::role("heading", words.get("firstrun_title")?))?;
    settle(window)?;
    seen(window, "first-run-1")?;
    window.fill(&By::field(words.get("coach_name")?), "Camille Martin")?;
    window.fill(&By::field(words.get("zone_label")?), "Paris")?;
    window.click(&By::role("option", "Europe/Paris"))?;
    window.click(&By::button(words.get("continue")?))?;
    window.find(&By::role("heading", words.get("firstrun_video_title")?))?;
    settle(window)?;
    seen(window, "first-run-2")
}

/// Goes from screen to screen of the demonstration, calling `seen` at each with its name; how many there were.
pub fn visit(
    demonstration: &Demonstration,
    words: &Words,
    mut seen: impl FnMut(&Window, &str) -> Outcome,
) -> Outcome<usize> {
    let window = &demonstration.app.window;
    demonstration.wait_for_rooms()?;
    let mut count = 0;
    let mut show = |screen: &str| {
        settle(window)?;
        count += 1;
        seen(window, screen)
    };
    go(window, words, "nav_dashboard")?;
    show("dashboard")?;
    window.click(&By::css("main section button[class*='compact']"))?;
    // What is in it comes a moment after the window itself.
    window.find(&By::css("[role=dialog] dl"))?;
    show("appointment")?;
    for (action, screen) in [
        ("edit", "appointment-edit"),
        ("move", "appointment-move"),
        ("cancel_appointment", "appointment-cancel"),
    ] {
        window.click(&By::button(words.get(action)?).inside(&By::any("dialog")))?;
        if action == "move" {
            window.find(&slot())?;
        }
        show(screen)?;
        leave(window)?;
        window.click(&By::css("main section button[class*='compact']"))?;
    }
    leave(window)?;
    window.chord(&[keys::CONTROL, 'k'])?;
    window.find(&By::css("[role=dialog] input"))?;
    show("palette")?;
    leave(window)?;
    window.click(&By::css("[aria-keyshortcuts='?']"))?;
    window.find(&By::any("dialog"))?;
    show("shortcuts")?;
    leave(window)?;

    go(window, words, "nav_planning")?;
    for (name, key) in [
        ("month", "view_month"),
        ("week", "view_week"),
        ("day", "view_day"),
        ("list", "view_list"),
    ] {
        window.click(&By::text(words.get(key)?).inside(&By::role("radiogroup", words.get("view_label")?)))?;
        show(&format!("planning-{name}"))?;
    }
    window.click(
        &By::text(words.get("view_month")?).inside(&By::role("radiogroup", words.get("view_label")?)),
    )?;
    // The driver lets the right button go as if it were the left one, which would open the appointment too.
    window.run(
        "document.querySelector('.month-line').dispatchEvent(
            new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))",
        &json!([]),
    )?;
    window.find(&By::any("menuitem"))?;
    show("planning-menu")?;
    window.press(&[keys::ESCAPE])?;
    window.wait_gone(&By::any("menuitem"))?;

    window.click(&By::button(words.get("export")?))?;
    window.find(&By::any("dialog"))?;
    show("planning-export")?;
    leave(window)?;

    book(window, words, &mut show)?;
    clients(demonstration, words, &mut show)?;

    go(window, words, "nav_statistics")?;
    window.find(&By::css("main dl"))?;
    show("statistics")?;
    window.click(
        &By::text(words.get("stats_year")?).inside(&By::role("radiogroup", words.get("stats_period")?)),
    )?;
    show("statistics-year")?;
    for title in ["stats_months", "stats_weekdays", "stats_hours"] {
        let table = words.get("stats_table_of")?.replace("{title}", words.get(title)?);
        window.click(&By::button(&table))?;
        // It unfolds, and what is under it is not yet where it will be.
        settle(window)?;
    }
    show("statistics-tables")?;

    go(window, words, "nav_settings")?;
    settings(window, words, &mut show)?;

    window.click(&By::link(words.get("nav_help")?))?;
    window.find(&By::role("heading", words.get("nav_help")?))?;
    show("help")?;
    window.click(&By::button(words.get("about_licences")?))?;
    window.find(&By::any("dialog"))?;
    show("help-licences")?;
    leave(window)?;
    Ok(count)
}

/// A time on offer in the window in front.
fn slot() -> By {
    By::css("fieldset button[aria-pressed]").inside(&By::any("dialog"))
}

fn book(window: &Window, words: &Words, show: &mut impl FnMut(&str) -> Outcome) -> Outcome {
    window.click(&By::button(words.get("new_appointment")?))?;
    let person = By::css("li button[aria-pressed]").inside(&By::any("dialog"));
    window.find(&person)?;
    show("booking-1-who")?;
    window.click(&person)?;
    window.find(&By::any("radio").inside(&By::any("dialog")))?;
    show("booking-2-what")?;
    window.click(&By::button(words.get("continue")?))?;
    let start = slot();
    window.find(&start)?;
    show("booking-3-when")?;
    let outside = By::role_with("checkbox", words.get("outside_choice")?);
    window.click(&outside)?;
    window.find(&By::field(words.get("start_time")?))?;
    show("booking-3-outside")?;
    window.click(&outside)?;
    window.click(&start)?;
    window.find(&By::button(words.get("create_appointment")?))?;
    show("booking-4-check")?;
    window.click(&By::button(words.get("back")?).inside(&By::any("dialog")))?;
    window.click(&By::field(words.get("repeat_label")?))?;
    window.click(&By::role("option", words.get("repeat_week")?))?;
    window.click(&start)?;
    window.click(&By::button(words.get("continue")?))?;
    window.find(&By::role_with("button", words.get("series_skip")?))?;
    show("booking-3-series")?;
    window.press(&[keys::ESCAPE])?;
    window.find(&By::button(words.get("leave_discard")?))?;
    show("booking-unsaved")?;
    window.click(&By::button(words.get("leave_discard")?))?;
    window.wait_gone(&By::any("dialog"))
}

fn clients(demonstration: &Demonstration, words: &Words, show: &mut impl FnMut(&str) -> Outcome) -> Outcome {
    let window = &demonstration.app.window;
    go(window, words, "nav_clients")?;
    window.find(&By::css("main li a"))?;
    show("clients")?;
    window.click(&By::button(words.get("new_client")?))?;
    window.find(&By::any("dialog"))?;
    show("client-new")?;
    leave(window)?;
    window.click(&By::css(
        "main button[aria-haspopup=dialog]:has(.tabler-icon-copy-check)",
    ))?;
    window.find(&By::any("radio").inside(&By::any("dialog")))?;
    show("client-duplicates")?;
    leave(window)?;
    let file = demonstration.stage.home("clients.csv");
    std::fs::write(&file, CLIENT_FILE).during("writing a file of clients")?;
    demonstration
        .stage
        .choose_file(window, &By::button(words.get("import_clients")?), &file)?;
    window.find(&By::any("dialog"))?;
    show("client-import")?;
    leave(window)?;
    window.click(&By::css("main li a"))?;
    window.find(&By::role("heading", words.get("contact_title")?))?;
    show("client")?;
    window.click(&By::button(words.get("take_appointment")?))?;
    window.find(&By::css("form fieldset button[aria-pressed]"))?;
    show("client-booking")?;
    window.click(&By::button(words.get("cancel")?))
}

/// Every tab, named as the address names it: the same in every language.
fn settings(window: &Window, words: &Words, show: &mut impl FnMut(&str) -> Outcome) -> Outcome {
    let tabs = window.texts(&By::any("tab"))?;
    if tabs.is_empty() {
        return show("settings");
    }
    for tab in tabs {
        window.click(&By::role("tab", &tab))?;
        let hash = window.run("return location.hash", &json!([]))?;
        let hash = hash.as_str().unwrap_or_default();
        let name = hash.split_once("tab=").map_or("first", |(_, rest)| rest);
        show(&format!(
            "settings-{}",
            name.trim_matches(|letter: char| !letter.is_alphanumeric())
        ))?;
        for (opens, screen) in [
            ("new_type", "settings-type"),
            ("new_exception", "settings-exception"),
            ("holidays_button", "settings-holidays"),
            ("feed_add", "settings-calendar"),
        ] {
            let button = By::button(words.get(opens)?);
            if window.shows(&button)? {
                window.click(&button)?;
                window.find(&By::any("dialog"))?;
                show(screen)?;
                leave(window)?;
            }
        }
    }
    Ok(())
}

/// Closes what is in front, layer by layer: a list of choices, the form, its window.
fn leave(window: &Window) -> Outcome {
    let dialog = By::any("dialog");
    window.wait_for("the dialog to close", Duration::from_secs(10), || {
        window.press(&[keys::ESCAPE]).ok()?;
        std::thread::sleep(Duration::from_millis(400));
        window.all(&dialog).ok()?.is_empty().then_some(())
    })
}

/// Goes to the page that the navigation calls so.
pub fn go(window: &Window, words: &Words, page: &str) -> Outcome {
    window.click(&By::link(words.get(page)?).inside(&By::role("navigation", words.get("nav_label")?)))?;
    window.find(&By::role("heading", words.get(page)?)).map(drop)
}

/// Waits until nothing changes any more and all is painted: no data on its way, no animation, no picture half read.
fn settle(window: &Window) -> Outcome {
    let calm = "const moving = document.getAnimations().some((one) => one.playState === 'running' &&
            one.effect.getComputedTiming().iterations !== Infinity);
        const waiting = document.querySelector('.mantine-Skeleton-root, [aria-busy=true], [data-loading=true]') !== null ||
            [...document.images].some((one) => !one.complete);
        const state = [moving || waiting || document.fonts.status !== 'loaded', document.body.innerHTML.length];
        return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted(state))))";
    let mut last: Option<Value> = None;
    let mut still = 0;
    window
        .wait_for("the screen to be still", Duration::from_secs(10), || {
            let now = window.run(calm, &json!([])).ok()?;
            still = if now[0] == json!(false) && last.as_ref() == Some(&now) {
                still + 1
            } else {
                0
            };
            last = Some(now);
            (still >= 4).then_some(())
        })
        .map_err(|trouble| Trouble(format!("{trouble}\n(looked at {last:?})")))
}
