//! What a script in the window may not do, tried from a script in the window.

use e2e::{By, Outcome, Window};
use serde_json::json;

use crate::daily::KEY;
use crate::play::{MORNING, Play};

/// Each returns, or resolves to, what it achieved; `null` is nothing.
const ATTEMPTS: [(&str, &str); 11] = [
    (
        "call out",
        "return fetch('https://example.com/').then(() => 'called', () => null)",
    ),
    (
        "call a server on this computer",
        "return fetch('http://127.0.0.1:9/').then(() => 'called', (e) => null)",
    ),
    (
        "open a socket",
        "return new Promise((done) => { try {
            const socket = new WebSocket('wss://example.com/');
            socket.onopen = () => done('open'); socket.onerror = () => done(null);
        } catch { done(null) } setTimeout(() => done(null), 2000) })",
    ),
    (
        "run an inline script",
        "const script = document.createElement('script'); script.textContent = 'window.broken = 1';
         document.head.append(script); return window.broken ?? null",
    ),
    (
        "run text as code",
        "try { return eval('1 + 1') } catch { return null }",
    ),
    (
        "load a remote script",
        "return new Promise((done) => { const script = document.createElement('script');
            script.src = 'https://example.com/x.js'; script.onload = () => done('loaded');
            script.onerror = () => done(null); document.head.append(script) })",
    ),
    (
        "load a remote picture, which tells its server of us",
        "return new Promise((done) => { const image = new Image();
            image.onload = () => done('loaded'); image.onerror = () => done(null);
            image.src = 'https://example.com/x.png' })",
    ),
    (
        "frame another page",
        "return new Promise((done) => { const frame = document.createElement('iframe');
            frame.src = 'https://example.com/'; document.body.append(frame);
            setTimeout(() => { let inside = null;
                try { inside = frame.contentDocument?.body?.innerText || null } catch { inside = 'framed' }
                frame.remove(); done(inside) }, 500) })",
    ),
    (
        "open an address",
        "return window.__TAURI_INTERNALS__.invoke('plugin:opener|open_url', { url: 'https://example.com/' })
            .then(() => 'opened', () => null)",
    ),
    (
        "write the clipboard",
        "return window.__TAURI_INTERNALS__.invoke('plugin:clipboard-manager|write_text', { text: 'x' })
            .then(() => 'written', () => null)",
    ),
    (
        "change what every object is made of",
        "try { Object.prototype.broken = 1 } catch {} return ({}).broken ?? null",
    ),
];

#[test]
fn a_script_in_the_window_reaches_nothing_outside_it() -> Outcome {
    let play = Play::new("confined")?;
    let app = play.open_ready(MORNING)?;
    let window = &app.window;
    for (attempt, script) in ATTEMPTS {
        let achieved = window.run(script, &json!([]))?;
        assert!(achieved.is_null(), "a script could {attempt}: {achieved}");
    }
    stays_where_it_is(window)?;
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
fn stays_where_it_is(window: &Window) -> Outcome {
    let _ = window.run(
        "location.assign('https://example.com/'); window.open('https://example.com/')",
        &json!([]),
    );
    std::thread::sleep(std::time::Duration::from_secs(2));
    window.find(&By::role("heading", "Tableau de bord"))?;
    let place = window.run("return location.origin", &json!([]))?;
    assert_eq!(place, "tauri://localhost");
    Ok(())
}
