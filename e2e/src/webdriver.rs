//! The few calls of W3C `WebDriver` that the stage uses, in their plain form.
//!
//! No crate for it: the asynchronous ones bring a second HTTP stack with TLS for what is eight POSTs on loopback,
//! and their capabilities are made for browsers. Leaves out frames, alerts, cookies, windows.

use std::time::Duration;

use base64::Engine;
use serde_json::{Value, json};

use crate::trouble::{Outcome, Trouble, While};

/// The key under which W3C `WebDriver` hides an element's reference.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A `WebDriver` session: one window under control.
pub struct Driver {
    agent: ureq::Agent,
    session: String,
}

/// A place in the page, in CSS pixels from its upper left corner.
pub type Point = (i64, i64);

/// A reference to an element of the page, good until the page replaces it.
#[derive(Debug, Clone)]
pub struct Element(pub String);

/// A picture is taken of what is painted next, and of a page at rest nothing is: one pixel changes, to what no eye can tell.
const STIR: &str = "const stir = document.createElement('i');
    stir.id = 'stir';
    Object.assign(stir.style, { position: 'fixed', right: 0, bottom: 0, width: '1px', height: '1px', pointerEvents: 'none' });
    document.documentElement.append(stir);
    let turn = 0;
    const beat = () => {
        stir.style.background = `rgba(128, 128, 128, ${(turn = 1 - turn) ? 0.01 : 0.02})`;
        if (stir.isConnected) setTimeout(beat, 30);
    };
    beat();";
const SETTLE: &str = "document.getElementById('stir')?.remove();";

impl Driver {
    /// Asks the driver at `port` to start `binary` with `args`.
    pub fn start(port: u16, binary: &str, args: &[String]) -> Outcome<Self> {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_mins(1)))
            .http_status_as_error(false)
            .proxy(None)
            .build();
        let agent = ureq::Agent::new_with_config(config);
        let base = format!("http://127.0.0.1:{port}/session");
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": binary, "args": args }
        } } });
        let answer = post(&agent, &base, &wanted)?;
        let Some(id) = answer["sessionId"].as_str() else {
            return Err(Trouble(format!("the driver opened no session: {answer}")));
        };
        let session = format!("{base}/{id}");
        Ok(Self { agent, session })
    }

    /// Goes to an address.
    pub fn open(&self, address: &str) -> Outcome {
        self.post("url", &json!({ "url": address })).map(drop)
    }

    /// Runs the body of a function in the page; `arguments` as in JavaScript; the answer is what it returns.
    pub fn run(&self, script: &str, arguments: &Value) -> Outcome<Value> {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// A real click: scrolled into view, in the middle, refused if something covers it.
    pub fn click(&self, element: &Element) -> Outcome {
        // The driver takes what shows a pixel for what is in view, and clicks beside the window.
        let whole = "const { top, bottom } = arguments[0].getBoundingClientRect()
            if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView({ block: 'center' })";
        self.run(whole, &json!([{ ELEMENT: element.0 }]))?;
        self.post(&format!("element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// Types into an element.
    pub fn send_keys(&self, element: &Element, text: &str) -> Outcome {
        self.post(&format!("element/{}/value", element.0), &json!({ "text": text }))
            .map(drop)
    }

    /// Presses and releases keys one after the other where the focus is; special keys are `WebDriver`'s
    /// private-use characters, see [`crate::keys`].
    pub fn press(&self, keys: &[char]) -> Outcome {
        let down_up = |key: &char| {
            [
                json!({"type": "keyDown", "value": key}),
                json!({"type": "keyUp", "value": key}),
            ]
        };
        let actions: Vec<Value> = keys.iter().flat_map(down_up).collect();
        self.post(
            "actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        )
        .map(drop)
    }

    /// Presses `keys` together, releasing them in reverse order: Ctrl+K.
    pub fn chord(&self, keys: &[char]) -> Outcome {
        let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys
            .iter()
            .rev()
            .map(|key| json!({"type": "keyUp", "value": key}));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post(
            "actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        )
        .map(drop)
    }

    /// Presses the left button at the first place, goes through the others, and lets go at the last.
    pub fn drag(&self, way: &[Point]) -> Outcome {
        let to = |(x, y): &Point| json!({"type": "pointerMove", "x": x, "y": y, "duration": 60, "origin": "viewport"});
        let mut steps: Vec<Value> = way.first().map(to).into_iter().collect();
        steps.push(json!({"type": "pointerDown", "button": 0}));
        steps.extend(way.iter().skip(1).map(to));
        steps.push(json!({"type": "pointerUp", "button": 0}));
        self.point(&steps)
    }

    /// Clicks with the right button.
    pub fn right_click(&self, (x, y): Point) -> Outcome {
        self.point(&[
            json!({"type": "pointerMove", "x": x, "y": y, "origin": "viewport"}),
            json!({"type": "pointerDown", "button": 2}),
            json!({"type": "pointerUp", "button": 2}),
        ])
    }

    /// Clicks twice in a row with the left button.
    pub fn double_click(&self, (x, y): Point) -> Outcome {
        let down = json!({"type": "pointerDown", "button": 0});
        let up = json!({"type": "pointerUp", "button": 0});
        let there = json!({"type": "pointerMove", "x": x, "y": y, "origin": "viewport"});
        self.point(&[there, down.clone(), up.clone(), down, up])
    }

    fn point(&self, steps: &[Value]) -> Outcome {
        let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps });
        self.post("actions", &json!({ "actions": [mouse] })).map(drop)
    }

    /// Sets the outer size of the window, in pixels.
    pub fn resize(&self, width: u32, height: u32) -> Outcome {
        self.post("window/rect", &json!({ "width": width, "height": height }))
            .map(drop)
    }

    /// The page as the person sees it, as PNG.
    pub fn screenshot(&self) -> Outcome<Vec<u8>> {
        self.run(STIR, &json!([]))?;
        let answer = value_of(self.agent.get(format!("{}/screenshot", self.session)).call());
        self.run(SETTLE, &json!([]))?;
        let answer = answer?;
        let text = answer.as_str().unwrap_or_default();
        base64::engine::general_purpose::STANDARD
            .decode(text)
            .during("decoding a screenshot")
    }

    fn post(&self, command: &str, body: &Value) -> Outcome<Value> {
        post(&self.agent, &format!("{}/{command}", self.session), body)
            .map_err(|trouble| Trouble(format!("{trouble} (in {command})")))
    }
}

fn post(agent: &ureq::Agent, address: &str, body: &Value) -> Outcome<Value> {
    value_of(agent.post(address).send_json(body))
}

fn value_of(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Outcome<Value> {
    let mut answer = answer.during("speaking to the driver")?;
    let refused = !answer.status().is_success();
    // A screenshot in base64 is larger than the reader's usual bound.
    let mut body: Value = answer
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_json()
        .during("reading the driver's answer")?;
    let value = body["value"].take();
    if refused {
        let word = |name: &str| value[name].as_str().unwrap_or("?").to_owned();
        return Err(Trouble(format!(
            "the driver refused: {}: {}",
            word("error"),
            word("message")
        )));
    }
    Ok(value)
}
