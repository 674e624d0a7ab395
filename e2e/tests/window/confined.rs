//! What a script in the window may not do, tried from a script in the window.

mod attempts;
mod outside;

use e2e::{By, Outcome, Window};
use serde_json::json;

use self::attempts::{CALLS, CODE, COMMANDS, FILES};
use self::outside::Outside;
use crate::daily::KEY;
use crate::play::{MORNING, Play};

#[test]
fn a_script_in_the_window_reaches_nothing_outside_it() -> Outcome {
    let (play, outside) = (Play::new("confined")?, Outside::open()?);
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    for (attempt, script) in CALLS.iter().chain(&CODE).chain(&FILES) {
        let script = script.replace("HERE", outside.address());
        let achieved = window.run(&script, &json!([]))?;
        assert!(achieved.is_null(), "a script could {attempt}: {achieved}");
    }
    for (command, arguments) in COMMANDS {
        let script = format!(
            "return window.__TAURI_INTERNALS__.invoke('{command}', {arguments}).then(() => 'done', (why) => String(why))"
        );
        let answer = window.run(&script, &json!([]))?;
        let answer = answer.as_str().unwrap_or_default();
        assert!(
            answer.contains("not allowed") || answer.contains("not found"),
            "{command} was not refused for want of a permission: {answer}"
        );
    }
    stays_where_it_is(window, outside.address())?;
    assert_eq!(outside.asked(), Vec::<String>::new(), "no server was asked");
    assert_eq!(play.stage.opened(), Vec::<String>::new(), "no browser was opened");
    let told = window.run(
        "return window.__TAURI_INTERNALS__.invoke('get_video_account').then((it) => JSON.stringify(it))",
        &json!([]),
    )?;
    let told = told.as_str().unwrap_or_default();
    assert!(told.contains("set"), "it is told that there is a key: {told}");
    assert!(!told.contains(KEY), "and not which");
    Ok(())
}

/// The window is led nowhere, and opens no other.
fn stays_where_it_is(window: &Window, address: &str) -> Outcome {
    for way in [
        "location.assign('http://HERE/assign')",
        "window.open('http://HERE/open')",
        "const link = document.createElement('a'); link.href = 'http://HERE/link'; link.click()",
        "const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = '0;url=http://HERE/meta';
         document.head.append(meta)",
        "location.href = 'data:text/html,<h1>elsewhere</h1>'",
    ] {
        let _ = window.run(&way.replace("HERE", address), &json!([]));
    }
    std::thread::sleep(std::time::Duration::from_secs(2));
    window.find(&By::role("heading", "Tableau de bord"))?;
    let place = window.run("return location.origin", &json!([]))?;
    assert_eq!(place, "tauri://localhost");
    Ok(())
}
