//! Every screen of the demonstration in the real window, examined by axe: names, roles, order, target sizes, contrast.

use std::fs;

use e2e::{Demonstration, Outcome, While, Window, Words, tour};
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

fn examine(test: &str, language: &str, theme: &str) -> Outcome {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/node_modules/axe-core/axe.min.js"
    );
    let axe = fs::read_to_string(file).during("reading axe, which `npm ci` puts there")?;
    let demonstration = Demonstration::open(test, language)?;
    demonstration.wear(language, theme)?;
    let window = &demonstration.app.window;
    window.resize(1440, 900)?;
    window.run(&axe, &json!([]))?;
    let mut found = Vec::new();
    let screens = tour::visit(window, &Words::read(language)?, |window, screen| {
        let violations = violations(window)?;
        if !violations.is_empty() {
            window.step(screen)?;
        }
        found.extend(violations.into_iter().map(|one| format!("{screen}: {one}")));
        Ok(())
    })?;
    assert!(screens >= 20, "the tour is shorter than the application");
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

fn violations(window: &Window) -> Outcome<Vec<String>> {
    let found = window.run(EXAMINE, &json!([]))?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Ok(found
        .as_array()
        .map(|list| list.iter().map(text).collect())
        .unwrap_or_default())
}
