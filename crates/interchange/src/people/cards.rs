//! vCard 2.1, 3 and 4 (RFC 6350), as address books write them.

use calcard::{
    Entry, Parser,
    vcard::{VCard, VCardEntry, VCardProperty, VCardValue},
};

use super::{Column, MOST_ROWS, Meaning, PeopleFile, PeopleFormat, PeopleProblem, PeopleRow};

const COLUMNS: [Meaning; 4] = [Meaning::Name, Meaning::Email, Meaning::Phone, Meaning::Notes];

/// Whether the text is cards rather than a table.
pub(super) fn are_in(text: &str) -> bool {
    text.trim_start()
        .get(..11)
        .is_some_and(|it| it.eq_ignore_ascii_case("BEGIN:VCARD"))
}

pub(super) fn read(text: &str) -> Result<PeopleFile, PeopleProblem> {
    let mut rows = Vec::new();
    for (number, card) in (1..).zip(each(text)) {
        if rows.len() == MOST_ROWS {
            return Err(PeopleProblem::TooLarge);
        }
        rows.push(PeopleRow {
            line: number,
            cells: parsed(card).map_or_else(nobody, |card| cells(&card)),
        });
    }
    let column = |meaning| Column {
        title: String::new(),
        meaning: Some(meaning),
    };
    Ok(PeopleFile {
        format: PeopleFormat::VCard,
        encoding: "",
        columns: COLUMNS.into_iter().map(column).collect(),
        rows,
    })
}

/// The texts of all cards. Each is parsed for itself: of a card that was cut short the parser would make one with the
/// next, and the next person would be lost without a word.
fn each(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let mut lines = rest.split_inclusive('\n');
        let mut length = lines.next()?.len();
        length += lines
            .take_while(|line| !are_in(line))
            .map(str::len)
            .sum::<usize>();
        let (card, next) = rest.split_at(length);
        rest = next;
        Some(card)
    })
}

fn parsed(text: &str) -> Option<VCard> {
    match Parser::new(text).entry() {
        Entry::VCard(card) => Some(card),
        _ => None,
    }
}

/// Whoever cannot be read is a row all the same, which is refused where the coach sees it.
fn nobody() -> Vec<String> {
    vec![String::new(); COLUMNS.len()]
}

fn cells(card: &VCard) -> Vec<String> {
    let first = |property| {
        let mut texts = card.properties(property).map(text);
        texts.find(|it| !it.is_empty()).unwrap_or_default()
    };
    let formatted = first(&VCardProperty::Fn);
    let name = if formatted.is_empty() {
        name_in_parts(card)
    } else {
        formatted
    };
    let phone = first(&VCardProperty::Tel);
    vec![
        name,
        first(&VCardProperty::Email),
        phone.strip_prefix("tel:").unwrap_or(&phone).to_owned(),
        first(&VCardProperty::Note),
    ]
}

/// "Dupuis;Léa;;;" is Léa Dupuis.
fn name_in_parts(card: &VCard) -> String {
    let Some(entry) = card.property(&VCardProperty::N) else {
        return String::new();
    };
    let parts: Vec<String> = entry.values.iter().map(value).collect();
    let part = |at: usize| parts.get(at).map(String::as_str).unwrap_or_default();
    format!("{} {}", part(1), part(0)).trim().to_owned()
}

fn text(entry: &VCardEntry) -> String {
    entry
        .values
        .iter()
        .map(value)
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

fn value(value: &VCardValue) -> String {
    match value {
        VCardValue::Component(parts) => parts.join(" "),
        other => other.as_text().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::people::people;

    fn read_cells(text: &str) -> Vec<Vec<String>> {
        people(text.as_bytes())
            .unwrap()
            .rows
            .into_iter()
            .map(|row| row.cells)
            .collect()
    }

    #[test]
    fn cards_of_each_version_are_read() {
        let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Léa Dupuis\r\nN:Dupuis;Léa;;;\r\n\
            EMAIL;TYPE=INTERNET:lea@exemple.fr\r\nTEL;TYPE=CELL:06 12 34 56 78\r\n\
            NOTE:Le matin\\, plutôt.\\nEt jamais le lundi\r\n  matin.\r\nEND:VCARD\r\n\
            BEGIN:VCARD\r\nVERSION:4.0\r\nN:Petit;Marc;;;\r\nTEL;VALUE=uri:tel:+33-7-12-34-56-78\r\nEND:VCARD\r\n\
            BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;=C3=89lo=C3=AFse;;;\r\n\
            TEL;CELL:0612345678\r\nEND:VCARD\r\n";
        assert_eq!(
            read_cells(text),
            [
                [
                    "Léa Dupuis",
                    "lea@exemple.fr",
                    "06 12 34 56 78",
                    "Le matin, plutôt.\nEt jamais le lundi matin."
                ],
                ["Marc Petit", "", "+33-7-12-34-56-78", ""],
                ["Éloïse Lefèvre", "", "0612345678", ""],
            ]
        );
    }

    #[test]
    fn a_card_without_an_end_does_not_swallow_the_next() {
        let text = "BEGIN:VCARD\r\nFN:Léa\r\nbegin:vcard\r\nFN:Marc\r\nBEGIN:VCARD\r\nN:;;;;\r\nBEGIN:VCARD\r\nFN:In";
        let names: Vec<String> = read_cells(text)
            .into_iter()
            .map(|cells| cells[0].clone())
            .collect();
        assert_eq!(names, ["Léa", "Marc", "", "In"]);
    }

    #[test]
    fn a_broken_card_does_not_hide_the_next() {
        let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Léa\r\nrubbish\r\n:::\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Marc\r\nEND:VCARD";
        let names: Vec<String> = read_cells(text)
            .into_iter()
            .map(|cells| cells[0].clone())
            .collect();
        assert_eq!(names, ["Léa", "Marc"]);
    }
}
