//! Lists of people, whatever is in them: nothing that is read is lost, and nothing that cannot be read breaks anything.

use interchange::{
    MOST_COLUMNS, MOST_ROWS, PeopleFile, PeopleFormat, PeopleProblem, Separator, people, table,
};
use proptest::prelude::*;

fn holds(file: &PeopleFile) -> Result<(), TestCaseError> {
    prop_assert!((1..=MOST_ROWS).contains(&file.rows.len()));
    prop_assert!((1..=MOST_COLUMNS).contains(&file.columns.len()));
    for row in &file.rows {
        prop_assert_eq!(row.cells.len(), file.columns.len());
    }
    prop_assert!(
        file.rows.is_sorted_by(|one, next| one.line < next.line),
        "each row has a line of its own"
    );
    Ok(())
}

/// Pieces of which files that break readers are made.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "BEGIN:VCARD", "END:VCARD", "FN:", "N:;;", "EMAIL", "TEL;VALUE=uri:tel:", "NOTE;ENCODING=QUOTED-PRINTABLE:=",
            "NOTE;ENCODING=b:", "VERSION:2.1", "sep=;", "sep=\"", "Nom", "E-mail", ";", ",", "\t", "|", "\"", "\n", "\r",
            "\r\n", " ", "\u{feff}", "é", "=1+1", "'+33", "06 12 34 56 78", "lea@exemple.fr", "\\n", "\\", ":", "=", "\0",
        ])
        .prop_map(|it| it.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A cell as people fill them: separators, quotes, lines and formulas included.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Zéèàç0-9 ;,\"|@.=+-]{0,12}".prop_map(|it| it.trim().to_owned()),
        Just("deux\nlignes".to_owned()),
        Just("=SUM(A1)".to_owned()),
    ]
}

fn card(name: &str, note: &str, ended: bool) -> String {
    let escaped = note
        .replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace(',', "\\,")
        .replace(';', "\\;");
    let end = if ended { "END:VCARD\r\n" } else { "" };
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nNOTE:{escaped}\r\n{end}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_file_holds_it_is_read_or_refused(bytes in pieces()) {
        match people(&bytes) {
            Ok(file) => holds(&file)?,
            Err(problem) => prop_assert_eq!(problem, PeopleProblem::NoPeople, "so little is never too large"),
        }
    }

    #[test]
    fn what_our_own_tables_say_is_read_back(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..20),
        comma in any::<bool>(),
    ) {
        let titles = ["Nom", "E-mail", "Notes"].map(str::to_owned).to_vec();
        let all: Vec<_> = std::iter::once(titles).chain(rows.iter().cloned()).collect();
        let separator = if comma { Separator::Comma } else { Separator::Semicolon };
        let written = table(separator, &all, &()).unwrap();
        let said: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        match people(written.as_bytes()) {
            Ok(file) => {
                let read: Vec<_> = file.rows.into_iter().map(|row| row.cells).collect();
                prop_assert_eq!(read, said);
            }
            Err(problem) => prop_assert!(said.is_empty(), "{}", problem),
        }
    }

    #[test]
    fn each_card_is_somebody(
        cards in prop::collection::vec(("[A-Za-zéèà]{1,9}", "[a-zé ,;\\\\\n]{0,20}", any::<bool>()), 1..20),
    ) {
        let text: String = cards.iter().map(|(name, note, ended)| card(name, note, *ended)).collect();
        let file = people(text.as_bytes()).unwrap();
        prop_assert_eq!(file.format, PeopleFormat::VCard);
        let read: Vec<_> = file.rows.iter().map(|row| (row.cells[0].as_str(), row.cells[3].as_str())).collect();
        let said: Vec<_> = cards.iter().map(|(name, note, _)| (name.as_str(), note.trim())).collect();
        prop_assert_eq!(read, said);
    }
}
