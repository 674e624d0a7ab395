//! The same day for a coach who speaks English and types everything wrongly first: each field says what it lacks.

use e2e::{By, Outcome, Window};

use crate::daily::KEY;
use crate::play::{COACH, MORNING, Play};

const NEEDED: &str = "This field is needed.";
const PROSPECT: &str = "Nadia Benali";

#[test]
fn each_field_says_in_english_what_it_lacks_and_nothing_is_saved_half() -> Outcome {
    let play = Play::new("english")?;
    let app = play.open_speaking(MORNING, "en_GB.UTF-8")?;
    let window = &app.window;
    introduce(window)?;
    enter_key(window)?;
    enter_client(window)?;
    book(window)?;
    cancel(window)?;
    change_settings(window)
}

fn introduce(window: &Window) -> Outcome {
    window.find(&By::role("heading", "Welcome"))?;
    window.click(&By::button("Continue"))?;
    window.wait_text(NEEDED)?;
    window.step("name-missing")?;
    window.fill(&By::field("Your name"), COACH)?;
    window.click(&By::button("Continue"))?;
    window.find(&By::role("heading", "Video meetings")).map(drop)
}

fn enter_key(window: &Window) -> Outcome {
    window.fill(&By::field("Daily.co key"), "a key")?;
    window.click(&By::button("Check and save"))?;
    window.wait_text("This does not look like a Daily.co key.")?;
    window.step("no-key")?;
    window.fill(
        &By::field("Daily.co key"),
        "0000000000000000000000000000000000000000",
    )?;
    window.click(&By::button("Check and save"))?;
    window.wait_text("Daily.co does not accept this key.")?;
    window.step("key-refused")?;
    window.fill(&By::field("Daily.co key"), KEY)?;
    window.click(&By::button("Check and save"))?;
    window.find(&By::role("heading", "Dashboard")).map(drop)
}

fn enter_client(window: &Window) -> Outcome {
    go(window, "Clients")?;
    window.click(&By::button("New client"))?;
    let form = By::any("dialog");
    window.fill(&By::field("E-mail address").inside(&form), "lea@")?;
    window.fill(&By::field("Phone number").inside(&form), "call me")?;
    window.click(&By::button("Add").inside(&form))?;
    for words in [
        NEEDED,
        "This e-mail address is incomplete.",
        "No telephone has this number.",
    ] {
        window.wait_text(words)?;
    }
    window.step("client-refused")?;
    window.press(&[e2e::keys::ESCAPE])?;
    window.wait_gone(&form)?;
    window.wait_text("You have no clients yet.")
}

fn book(window: &Window) -> Outcome {
    go(window, "Planning")?;
    window.click(&By::button("New appointment"))?;
    let form = By::any("dialog");
    window.click(&By::text("Prospect").inside(&form))?;
    window.fill(&By::field("E-mail address").inside(&form), "nadia@")?;
    window.click(&By::button("Continue").inside(&form))?;
    window.wait_text(NEEDED)?;
    window.wait_text("This e-mail address is incomplete.")?;
    window.step("prospect-refused")?;
    window.fill(&By::field("Name").inside(&form), PROSPECT)?;
    window.fill(&By::field("E-mail address").inside(&form), "nadia@example.com")?;
    window.click(&By::button("Continue").inside(&form))?;
    window.click(&By::role_with("radio", "Session"))?;
    window.click(&By::text("Video").inside(&By::role("radiogroup", "Meeting kind")))?;
    window.fill(&By::field("Title").inside(&form), &"t".repeat(201))?;
    window.click(&By::button("Continue").inside(&form))?;
    window.wait_text("200 characters at most.")?;
    window.step("title-refused")?;
    window.fill(&By::field("Title").inside(&form), "First talk")?;
    window.click(&By::button("Continue").inside(&form))?;
    window.find(&By::role("group", "Afternoon"))?;
    window.click(&By::button("Tuesday 2 March"))?;
    window.click(&By::button("14:00"))?;
    window.click(&By::button("Create the appointment"))?;
    window.wait_text(&format!("Booked: {PROSPECT}, Tuesday 2 March, 14:00."))
}

fn cancel(window: &Window) -> Outcome {
    go(window, "Dashboard")?;
    window.click(&By::role_with("button", PROSPECT).inside(&By::role("region", "Today’s appointments")))?;
    window.find(&By::role_with("dialog", PROSPECT))?;
    window.click(&By::button("Cancel…"))?;
    window.click(&By::button("Cancel the appointment"))?;
    window.wait_text(NEEDED)?;
    window.step("reason-missing")?;
    window.fill(&By::field("Reason for cancelling"), "She is ill")?;
    window.click(&By::button("Cancel the appointment"))?;
    window.wait_text(&format!("{PROSPECT}’s appointment is cancelled."))?;
    window.press(&[e2e::keys::ESCAPE])?;
    window.wait_gone(&By::any("dialog"))
}

fn change_settings(window: &Window) -> Outcome {
    go(window, "Settings")?;
    window.click(&By::button("New type"))?;
    let form = By::any("dialog");
    window.fill(&By::field("Duration (minutes)").inside(&form), "4")?;
    window.fill(&By::field("Colour").inside(&form), "blue")?;
    window.click(&By::button("Add").inside(&form))?;
    for words in [NEEDED, "Between 5 and 1440.", "This is not a colour."] {
        window.wait_text(words)?;
    }
    window.step("type-refused")?;
    window.press(&[e2e::keys::ESCAPE])?;
    leave(window)?;
    window.wait_gone(&form)?;

    window.click(&By::role("tab", "Availability"))?;
    window.fill(&By::field("Monday, range 2: start"), "11")?;
    window.click(&By::button("Save the hours"))?;
    window.wait_text("These ranges overlap.")?;
    window.step("hours-refused")?;

    window.click(&By::role("tab", "General"))?;
    leave(window)?;
    window.fill(&By::field("Your name"), " ")?;
    window.fill(&By::field("Slot step (minutes)"), "3")?;
    window.click(&By::button("Save"))?;
    window.wait_text(NEEDED)?;
    window.wait_text("Between 5 and 240.")?;
    window.step("general-refused")
}

/// What is not saved is not left without a word.
fn leave(window: &Window) -> Outcome {
    window.click(&By::button("Leave without saving"))
}

fn go(window: &Window, page: &str) -> Outcome {
    window.click(&By::link(page).inside(&By::role("navigation", "Main navigation")))?;
    window.find(&By::role("heading", page)).map(drop)
}
