//! Every screen of the demonstration in the real window, examined by axe: names, roles, order, target sizes, contrast.

use std::fs;

use e2e::{Demonstration, Outcome, Stage, While, Window, Words, tour};
use serde_json::{Value, json};

/// What WCAG 2.2 AA asks, and what axe's authors hold to be good practice.
const EXAMINE: &str = "return axe.run(document.body, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
    }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`)))";

#[test]
fn axe_finds_nothing_on_any_screen_in_light_and_french() -> Outcome {
    examine("axe-light", "fr", "light")
}

#[test]
fn axe_finds_nothing_on_any_screen_in_dark_and_english() -> Outcome {
    examine("axe-dark", "en", "dark")
}

#[test]
fn axe_finds_nothing_on_a_first_start() -> Outcome {
    for (language, desktop) in [("fr", "Adwaita"), ("en", "Adwaita:dark")] {
        let stage = Stage::new(&format!("axe-first-start-{language}"))?;
        let app = stage.open(&[], &[("LANG", language), ("GTK_THEME", desktop)])?;
        app.window.run(&axe()?, &json!([]))?;
        let mut found = Vec::new();
        tour::first_start(&app.window, &Words::read(language)?, |window, screen| {
            found.extend(violations(window, screen)?);
            Ok(())
        })?;
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
    Ok(())
}

fn axe() -> Outcome<String> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/node_modules/axe-core/axe.min.js"
    );
    fs::read_to_string(file).during("reading axe, which `npm ci` puts there")
}

fn examine(test: &str, language: &str, theme: &str) -> Outcome {
    let demonstration = Demonstration::open(test, language)?;
    demonstration.wear(language, theme)?;
    let window = &demonstration.app.window;
    window.resize(1440, 900)?;
    window.run(&axe()?, &json!([]))?;
    let mut found = Vec::new();
    let screens = tour::visit(&demonstration, &Words::read(language)?, |window, screen| {
        found.extend(violations(window, screen)?);
        Ok(())
    })?;
    assert!(screens >= 40, "the tour is shorter than the application");
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// What axe finds on the screen; keeps a picture of it then.
fn violations(window: &Window, screen: &str) -> Outcome<Vec<String>> {
    let found = window.run(EXAMINE, &json!([]))?;
    let text = |value: &Value| format!("{screen}: {}", value.as_str().unwrap_or_default());
    let found: Vec<String> = found
        .as_array()
        .map(|list| list.iter().map(text).collect())
        .unwrap_or_default();
    if !found.is_empty() {
        window.step(screen)?;
    }
    Ok(found)
}
