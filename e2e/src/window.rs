//! The real window in the hands of a test. Everything waits: for the element to be there, to take the click.
//! A failure says what was wanted and what the page said, and leaves a picture among the artefacts.

use std::time::Duration;

use serde_json::{Value, json};

use crate::artefacts::Artefacts;
use crate::by::By;
use crate::keys;
use crate::process::wait_until;
use crate::trouble::{Outcome, Trouble};
use crate::webdriver::{Driver, ELEMENT, Element, Point};

const FIND: &str = include_str!("find.js");
const PATIENCE: Duration = Duration::from_secs(15);

/// Keeps what the page complains about from now on, for the message of a failed test.
const LISTEN: &str = "const heard = window.complaints = []
    const write = (one) => heard.push(String(one?.stack ? `${one}\\n${one.stack}` : one).slice(0, 600))
    const plain = console.error
    console.error = (...all) => { all.forEach(write); plain(...all) }
    addEventListener('error', (event) => write(event.error ?? event.message))
    addEventListener('unhandledrejection', (event) => write(event.reason))";

/// The window of a running app.
pub struct Window {
    driver: Driver,
    artefacts: Artefacts,
}

impl Window {
    pub(crate) fn new(driver: Driver, artefacts: Artefacts) -> Self {
        let window = Self { driver, artefacts };
        // A page that cannot be listened to yet fails its test by other means.
        let _ = window.driver.run(LISTEN, &json!([]));
        window
    }

    /// All that fit now, without waiting.
    pub fn all(&self, by: &By) -> Outcome<Vec<Element>> {
        let found = self.driver.run(FIND, &json!([by.spec()]))?;
        let reference = |value: &Value| value[ELEMENT].as_str().map(|id| Element(id.to_owned()));
        Ok(found
            .as_array()
            .map(|list| list.iter().filter_map(reference).collect())
            .unwrap_or_default())
    }

    /// Whether anything fits now.
    pub fn shows(&self, by: &By) -> Outcome<bool> {
        Ok(!self.all(by)?.is_empty())
    }

    /// The first that fits, waited for.
    pub fn find(&self, by: &By) -> Outcome<Element> {
        let found = wait_until(PATIENCE, &by.to_string(), || {
            self.all(by).ok()?.into_iter().next()
        });
        found.map_err(|trouble| self.explain(&trouble))
    }

    /// Waits until nothing fits any more.
    pub fn wait_gone(&self, by: &By) -> Outcome {
        let gone = wait_until(PATIENCE, &format!("{by} to go"), || {
            self.all(by).ok().filter(Vec::is_empty).map(drop)
        });
        gone.map_err(|trouble| self.explain(&trouble))
    }

    /// Waits for a text to be seen.
    pub fn wait_text(&self, text: &str) -> Outcome {
        self.find(&By::text(text)).map(drop)
    }

    /// Waits until `check` answers something.
    pub fn wait_for<T>(
        &self,
        what: &str,
        patience: Duration,
        check: impl FnMut() -> Option<T>,
    ) -> Outcome<T> {
        wait_until(patience, what, check).map_err(|trouble| self.explain(&trouble))
    }

    /// Clicks. Tries again while something covers the element or the page replaces it, as a person would.
    pub fn click(&self, by: &By) -> Outcome {
        self.insist(by, |element| self.driver.click(element))
    }

    /// Replaces what a field holds, as a person does: click, select all, type. The driver's own "clear" leaves the field
    /// afterwards, and a field with suggestions then takes its old value back.
    pub fn fill(&self, by: &By, text: &str) -> Outcome {
        self.insist(by, |element| {
            self.driver.click(element)?;
            self.driver.chord(&[keys::CONTROL, 'a'])?;
            self.driver.press(&[keys::BACKSPACE])?;
            self.driver.send_keys(element, text)
        })
    }

    /// Types into an element, after what it holds.
    pub fn type_into(&self, by: &By, text: &str) -> Outcome {
        self.insist(by, |element| self.driver.send_keys(element, text))
    }

    /// Presses keys where the focus is.
    pub fn press(&self, keys: &[char]) -> Outcome {
        self.driver.press(keys)
    }

    /// Presses keys together: `&[keys::CONTROL, 'k']`.
    pub fn chord(&self, keys: &[char]) -> Outcome {
        self.driver.chord(keys)
    }

    /// Drags with the left button: pressed at the first place, let go at the last.
    pub fn drag(&self, way: &[Point]) -> Outcome {
        self.driver.drag(way)
    }

    /// Clicks with the right button.
    pub fn right_click(&self, at: Point) -> Outcome {
        self.driver.right_click(at)
    }

    /// Clicks twice in a row with the left button.
    pub fn double_click(&self, at: Point) -> Outcome {
        self.driver.double_click(at)
    }

    /// Gives an element the focus without clicking it, as Tab does in the end.
    pub fn focus(&self, by: &By) -> Outcome {
        let element = self.find(by)?;
        self.driver
            .run("arguments[0].focus()", &json!([{ ELEMENT: element.0 }]))
            .map(drop)
    }

    /// Where the first that fits is, once it is there: its upper left corner, then its lower right one.
    pub fn corners(&self, by: &By) -> Outcome<(Point, Point)> {
        let element = self.find(by)?;
        let script = "arguments[0].scrollIntoView({ block: 'nearest' })
            const { left, top, right, bottom } = arguments[0].getBoundingClientRect()
            return [left, top, right, bottom].map(Math.round)";
        let found = self.driver.run(script, &json!([{ ELEMENT: element.0 }]))?;
        let at = |index: usize| found[index].as_i64().unwrap_or_default();
        Ok(((at(0), at(1)), (at(2), at(3))))
    }

    /// An attribute or property of an element, as text.
    pub fn attribute(&self, by: &By, name: &str) -> Outcome<Option<String>> {
        let element = self.find(by)?;
        let script =
            "const [e, n] = arguments; return n in e && typeof e[n] !== 'object' ? e[n] : e.getAttribute(n)";
        let value = self.driver.run(script, &json!([{ ELEMENT: element.0 }, name]))?;
        Ok(match value {
            Value::Null => None,
            Value::String(text) => Some(text),
            other => Some(other.to_string()),
        })
    }

    /// The text of the first that fits, as the person reads it.
    pub fn text_of(&self, by: &By) -> Outcome<String> {
        Ok(self.attribute(by, "innerText")?.unwrap_or_default())
    }

    /// The texts of all that fit now, in the order of the page.
    pub fn texts(&self, by: &By) -> Outcome<Vec<String>> {
        let texts = self.driver.run(FIND, &json!([by.spec(), "texts"]))?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok(texts
            .as_array()
            .map(|list| list.iter().map(text).collect())
            .unwrap_or_default())
    }

    /// The text of the whole page.
    pub fn page_text(&self) -> Outcome<String> {
        let text = self.driver.run("return document.body.innerText", &json!([]))?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Goes to an address: only for programs that are browsers.
    pub fn open(&self, address: &str) -> Outcome {
        self.driver.open(address)
    }

    /// Runs a function's body in the page.
    pub fn run(&self, script: &str, arguments: &Value) -> Outcome<Value> {
        self.driver.run(script, arguments)
    }

    /// Makes the page itself `width`×`height` pixels, whatever the frame around it takes.
    pub fn resize(&self, width: u32, height: u32) -> Outcome {
        self.driver.resize(width, height)?;
        let size = "return [innerWidth, innerHeight, devicePixelRatio]";
        let wanted = json!([width, height, 1]);
        let inner = self.driver.run(size, &json!([]))?;
        if inner != wanted {
            let grown = |index: usize, outer: u32| {
                let got = u32::try_from(inner[index].as_u64().unwrap_or(0)).unwrap_or(outer);
                outer + outer.saturating_sub(got)
            };
            self.driver.resize(grown(0, width), grown(1, height))?;
        }
        // The page hears of its new size a little later than the window.
        let _ = wait_until(Duration::from_secs(2), "the new size", || {
            self.driver
                .run(size, &json!([]))
                .ok()
                .filter(|inner| *inner == wanted)
        });
        Ok(())
    }

    /// Keeps a picture of this moment among the artefacts.
    pub fn step(&self, name: &str) -> Outcome {
        self.artefacts.keep(name, &self.driver.screenshot()?)
    }

    /// A picture as PNG.
    pub fn screenshot(&self) -> Outcome<Vec<u8>> {
        self.driver.screenshot()
    }

    fn insist(&self, by: &By, act: impl Fn(&Element) -> Outcome) -> Outcome {
        let mut last = None;
        let done = wait_until(PATIENCE, &by.to_string(), || {
            let element = self.all(by).ok()?.into_iter().next()?;
            act(&element).map_err(|trouble| last = Some(trouble)).ok()
        });
        done.map_err(|trouble| match &last {
            Some(why) => self.explain(&Trouble(format!("{trouble}; last answer: {why}"))),
            None => self.explain(&trouble),
        })
    }

    fn explain(&self, trouble: &Trouble) -> Trouble {
        let page = self
            .page_text()
            .unwrap_or_else(|error| format!("(no text: {error})"));
        let picture = match self.step("failure") {
            Ok(()) => format!("picture in {}", self.artefacts.folder().display()),
            Err(error) => format!("no picture: {error}"),
        };
        let complaints = self
            .driver
            .run("return window.complaints?.join('\\n') ?? ''", &json!([]));
        let complaints = complaints
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default();
        Trouble(format!(
            "{trouble}\n{picture}\n--- the page said ---\n{page}\n--- its console ---\n{complaints}\n---"
        ))
    }
}
