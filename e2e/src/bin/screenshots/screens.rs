//! The way through the main screens.

use std::time::Duration;

use e2e::{By, Outcome, Trouble, Window};
use serde_json::{Value, json};

use crate::words::Words;

/// Goes from screen to screen, calling `seen` at each with its name; how many there were.
pub(crate) fn visit(
    window: &Window,
    words: &Words,
    mut seen: impl FnMut(&Window, &str) -> Outcome,
) -> Outcome<usize> {
    let mut count = 0;
    let mut show = |screen: &str| {
        settle(window)?;
        count += 1;
        seen(window, screen)
    };
    go(window, words, "nav_dashboard")?;
    show("dashboard")?;
    window.click(&By::css("main section button[class*='compact']"))?;
    window.find(&By::any("dialog"))?;
    show("appointment")?;
    window.press(&[e2e::keys::ESCAPE])?;
    window.wait_gone(&By::any("dialog"))?;

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

    book(window, words, &mut show)?;

    go(window, words, "nav_clients")?;
    window.find(&By::css("main li a"))?;
    show("clients")?;
    window.click(&By::css("main li a"))?;
    window.find(&By::role("heading", words.get("contact_title")?))?;
    show("client")?;

    go(window, words, "nav_settings")?;
    settings(window, &mut show)?;
    Ok(count)
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
    let start = By::css("fieldset button[aria-pressed]").inside(&By::any("dialog"));
    window.find(&start)?;
    show("booking-3-when")?;
    window.click(&start)?;
    window.find(&By::button(words.get("create_appointment")?))?;
    show("booking-4-check")?;
    window.press(&[e2e::keys::ESCAPE])?;
    window.click(&By::button(words.get("leave_discard")?))?;
    window.wait_gone(&By::any("dialog"))
}

/// Every tab, named as the address names it: the same in every language.
fn settings(window: &Window, show: &mut impl FnMut(&str) -> Outcome) -> Outcome {
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
    }
    Ok(())
}

fn go(window: &Window, words: &Words, page: &str) -> Outcome {
    window.click(&By::link(words.get(page)?).inside(&By::role("navigation", words.get("nav_label")?)))?;
    window.find(&By::role("heading", words.get(page)?)).map(drop)
}

/// Waits until nothing changes any more: no data on its way, no animation, no message at the edge of the window.
fn settle(window: &Window) -> Outcome {
    let calm = "const moving = document.getAnimations().some((one) => one.playState === 'running' &&
            one.effect.getComputedTiming().iterations !== Infinity);
        return [moving || document.fonts.status !== 'loaded', document.body.innerHTML.length]";
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
