//! The stage itself, without the app: a failure here says that the tools are missing, not that the app is wrong.

use std::process::Command;

use e2e::{By, Outcome, Stage, Trouble, While};

/// WebKitGTK's own example browser, shipped with the library that the app needs anyway.
const BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

const PAGE: &str = r#"<label>Nom <input></label><button aria-label="Valider">v</button><p></p><script>
const [field, button, answer] = ['input', 'button', 'p'].map((tag) => document.querySelector(tag))
button.onclick = () => { answer.textContent = `Bonjour ${field.value}` }
</script>"#;

#[test]
fn a_secret_is_kept_and_found_again() -> Outcome {
    let stage = Stage::new("stage-keyring")?;
    let keyring = stage.keyring.as_ref().ok_or_else(|| Trouble::new("no keyring"))?;
    keyring.store("purpose", "test", "s3cret")?;
    assert_eq!(keyring.lookup("purpose", "test")?.as_deref(), Some("s3cret"));
    assert_eq!(keyring.lookup("purpose", "other")?, None);
    Ok(())
}

#[test]
fn a_notification_is_written_down() -> Outcome {
    let stage = Stage::without_keyring("stage-notifications")?;
    let status = Command::new("gdbus")
        .args(["call", "--session", "--dest", "org.freedesktop.Notifications"])
        .args([
            "--object-path",
            "/org/freedesktop/Notifications",
            "--method",
            "org.freedesktop.Notifications.Notify",
        ])
        .args([
            "Virtus",
            "0",
            "",
            "Séance",
            "avec Léa",
            "['join', 'Rejoindre']",
            "{}",
            "0",
        ])
        .envs(stage.environment())
        .status()
        .during("starting gdbus")?;
    assert!(status.success(), "the service must answer the call");
    let shown = stage.notifications.wait_for("any", |_| true)?;
    assert_eq!(
        (shown.summary.as_str(), shown.body.as_str()),
        ("Séance", "avec Léa")
    );
    assert_eq!(shown.actions, ["join", "Rejoindre"]);
    stage.notifications.press(shown.id, "join")
}

#[test]
fn a_window_is_driven_by_role_and_name() -> Outcome {
    let stage = Stage::without_keyring("stage-window")?;
    if !std::path::Path::new(BROWSER).exists() {
        return Ok(()); // Another processor's folder: the app's own tests show the same.
    }
    let page = stage.artefacts.folder().join("page.html");
    std::fs::write(&page, PAGE).during("writing the page")?;
    let app = stage.open_program(BROWSER, &["--automation".to_owned()], &[])?;
    app.window.open(&format!("file://{}", page.display()))?;
    app.window.fill(&By::field("Nom"), "Zoé")?;
    app.window.click(&By::button("Valider"))?;
    app.window.wait_text("Bonjour Zoé")?;
    app.window.step("greeted")?;
    app.kill()
}
