//! Any bytes as a list of people: reading must end, and what is read must be whole rows. A table and a card around the
//! same bytes reach further in. Start it with the real ones in `seeds`:
//! `cargo +nightly fuzz run people CORPUS seeds -- -dict=people.dict`.
#![no_main]

use interchange::{MOST_COLUMNS, MOST_ROWS, PeopleFile, people};
use libfuzzer_sys::fuzz_target;

fn holds(file: &PeopleFile) {
    assert!((1..=MOST_ROWS).contains(&file.rows.len()));
    assert!((1..=MOST_COLUMNS).contains(&file.columns.len()));
    assert!(file.rows.iter().all(|row| row.cells.len() == file.columns.len()));
    assert!(file.rows.is_sorted_by(|one, next| one.line < next.line));
}

fuzz_target!(|bytes: &[u8]| {
    let table = [b"Nom;E-mail;Notes\n".as_slice(), bytes].concat();
    let card = [b"BEGIN:VCARD\n".as_slice(), bytes, b"\nEND:VCARD\nBEGIN:VCARD\nFN:Marc\nEND:VCARD\n"].concat();
    for file in [bytes, &table] {
        if let Ok(file) = people(file) {
            holds(&file);
        }
    }
    if let Ok(file) = people(&card) {
        holds(&file);
        let marc = file.rows.last().map(|row| row.cells[0].as_str());
        assert_eq!(marc, Some("Marc"), "whatever came before, the next person is there");
    }
});
