//! Our PDF files, read back by poppler.

use std::{io::Write, process::Command};

use agenda::Status;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use interchange::{Layout, Meeting, Sheet, pdf};
use slots::Zone;

use crate::sample::{at, meeting};

fn sheet(layout: Layout, from: &str, to: &str) -> Sheet {
    let weekdays = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ];
    Sheet {
        layout,
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        first_weekday: Weekday::Mon,
        title: "Du 1er au 7 mars 2027".into(),
        owner: "Camille Marchand · Europe/Paris".into(),
        weekdays: weekdays.map(str::to_owned),
        nothing: "Aucun rendez-vous".into(),
        more: "autres".into(),
        language: "fr",
    }
}

const NAMES: [&str; 6] = [
    "Léa Dupuis",
    "Zoé Œuvrard",
    "François Lhéritier-Beaumarchais de la Tour",
    "Nguyễn Thị",
    "Iñaki",
    "Ø. Ström",
];

/// Six a day, with names that need accents, on every working day of March 2027.
fn busy_month() -> Vec<Meeting> {
    let working = |date: &NaiveDate| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    let first: NaiveDate = "2027-03-01".parse().unwrap();
    first
        .iter_days()
        .take(26)
        .filter(working)
        .flat_map(|date| (7..).zip(NAMES).map(move |(hour, name)| (date, hour, name)))
        .map(|(date, hour, name)| {
            let start = date.and_hms_opt(hour, 0, 0).unwrap().and_utc();
            Meeting {
                person: Some(name.to_owned()),
                start,
                end: start + TimeDelta::hours(1),
                ..meeting("2027-03-01T08:00:00Z", "Séance")
            }
        })
        .collect()
}

/// The file, kept in the folder `VIRTUS_KEEP_PDF` too for whoever wants to look at it.
fn made(sheet: &Sheet, meetings: &[Meeting]) -> tempfile::NamedTempFile {
    let bytes = pdf(sheet, meetings, &Zone::parse("Europe/Paris").unwrap(), &()).unwrap();
    if let Some(folder) = std::env::var_os("VIRTUS_KEEP_PDF") {
        let name = format!("{:?}-{}.pdf", sheet.layout, meetings.len());
        std::fs::write(std::path::Path::new(&folder).join(name), &bytes).unwrap();
    }
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&bytes).unwrap();
    file
}

fn ask(program: &str, before: &[&str], file: &tempfile::NamedTempFile, after: &[&str]) -> String {
    let done = Command::new(program)
        .args(before)
        .arg(file.path())
        .args(after)
        .output()
        .unwrap();
    assert!(done.status.success());
    assert_eq!(String::from_utf8_lossy(&done.stderr), "", "the reader complains");
    String::from_utf8(done.stdout).unwrap()
}

fn text(file: &tempfile::NamedTempFile) -> String {
    ask("pdftotext", &["-layout"], file, &["-"])
}

#[test]
fn every_appointment_of_a_week_can_be_selected_with_its_accents() {
    let week: Vec<Meeting> = busy_month().into_iter().take(30).collect();
    let said = text(&made(&sheet(Layout::Week, "2027-03-01", "2027-03-07"), &week));
    assert!(said.contains("Du 1er au 7 mars 2027"), "{said}");
    for name in ["Léa Dupuis", "Zoé Œuvrard", "Nguyễn Thị", "Iñaki", "Ø. Ström"] {
        assert_eq!(said.matches(name).count(), 5, "{name}: {said}");
    }
    assert_eq!(said.matches("08:00 – 09:00").count(), 5, "{said}");
}

#[test]
fn a_week_has_room_for_a_number_and_an_address() {
    let told = |place: &str| Meeting {
        person: Some("Léa Dupuis".into()),
        place: place.into(),
        ..meeting("2027-03-02T09:00:00Z", "Séance de découverte")
    };
    let meetings = [
        told("+33 6 12 34 56 78"),
        told("12 rue des Lilas, 75011 Paris"),
        told(&"long ".repeat(60)),
    ];
    let file = made(&sheet(Layout::Week, "2027-03-01", "2027-03-07"), &meetings);
    let said = ask("pdftotext", &[], &file, &["-"]);
    let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for whole in ["+33 6 12 34 56 78", "12 rue des Lilas, 75011 Paris"] {
        assert!(words.contains(whole), "{words}");
    }
    assert_eq!(
        words.matches('…').count(),
        1,
        "only what nobody would print: {words}"
    );
}

#[test]
fn a_day_goes_on_upon_the_next_page_and_loses_nobody() {
    let day: Vec<Meeting> = (0..40)
        .map(|number| Meeting {
            person: Some(format!("Personne {number:02}")),
            ..meeting("2027-03-02T09:00:00Z", "Séance")
        })
        .collect();
    let said = text(&made(&sheet(Layout::Day, "2027-03-02", "2027-03-02"), &day));
    for number in 0..40 {
        assert!(
            said.contains(&format!("Personne {number:02}")),
            "{number}: {said}"
        );
    }
    let tight = said.replace(' ', "");
    assert!(tight.contains("1/3") && tight.contains("3/3"), "{said}");
}

#[test]
fn a_box_of_a_month_holds_a_full_day_and_says_how_many_more_of_a_fuller_one() {
    let month = sheet(Layout::Month, "2027-03-01", "2027-03-31");
    let said = text(&made(&month, &busy_month()));
    assert!(
        said.contains("08:00 Léa Dupuis") && said.contains("mercredi"),
        "{said}"
    );
    assert!(!said.contains("autres"), "six fit: {said}");
    let twelve: Vec<Meeting> = busy_month().into_iter().take(6).cycle().take(12).collect();
    let said = text(&made(&month, &twelve));
    let shown = NAMES
        .iter()
        .map(|name| said.matches(&name[..4]).count())
        .sum::<usize>();
    assert!(
        said.contains(&format!("+ {} autres", 12 - shown)),
        "{shown}: {said}"
    );
}

#[test]
fn what_was_cancelled_is_not_on_paper_and_an_empty_day_says_so() {
    let cancelled = Meeting {
        status: Status::Cancelled,
        start: at("2027-03-02T09:00:00Z"),
        ..meeting("2027-03-02T09:00:00Z", "Séance")
    };
    let said = text(&made(
        &sheet(Layout::Day, "2027-03-02", "2027-03-02"),
        &[cancelled],
    ));
    assert!(
        !said.contains("Dupuis") && said.contains("Aucun rendez-vous"),
        "{said}"
    );
}

#[test]
fn the_font_is_inside_and_the_page_is_a4() {
    let file = made(&sheet(Layout::Week, "2027-03-01", "2027-03-07"), &busy_month());
    let fonts = ask("pdffonts", &[], &file, &[]);
    let inter: Vec<_> = fonts.lines().filter(|line| line.contains("Inter")).collect();
    assert_eq!(inter.len(), 2, "{fonts}");
    for font in inter {
        let yes = font.split_whitespace().filter(|word| *word == "yes").count();
        assert_eq!(yes, 3, "embedded, a subset, and told in Unicode: {font}");
    }
    assert!(ask("pdfinfo", &[], &file, &[]).contains("A4"));
}
