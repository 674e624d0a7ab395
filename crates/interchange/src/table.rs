//! CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, without which Excel reads accents wrongly; and no cell
//! that a spreadsheet would compute, whoever typed it.

use crate::{Progress, Stopped, progress::look};

/// A table with its heading.
pub fn table(heading: &[String], rows: &[Vec<String>], progress: &dyn Progress) -> Result<Vec<u8>, Stopped> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Memory takes whatever is written to it.
    let _ = writer.write_record(heading);
    for (done, row) in rows.iter().enumerate() {
        look(progress, done, rows.len())?;
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    Ok(writer.into_inner().unwrap_or_default())
}

/// A cell that begins like a formula gets an apostrophe, as <https://owasp.org/www-community/attacks/CSV_Injection> advises.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[&[&str]]) -> String {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(ToString::to_string).collect())
            .collect();
        String::from_utf8(table(&["Qui".into(), "Où".into()], &rows, &()).unwrap()).unwrap()
    }

    #[test]
    fn separators_quotes_and_lines_stay_inside_their_cell() {
        assert_eq!(
            written(&[&["Dupuis, Léa", "dit \"ici\""], &["a\nb", ""]]),
            "\u{feff}Qui,Où\r\n\"Dupuis, Léa\",\"dit \"\"ici\"\"\"\r\n\"a\nb\",\r\n"
        );
    }

    #[test]
    fn nothing_is_a_formula() {
        for cell in ["=1+1", "+33 6 12", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            let file = written(&[&[cell, ""]]);
            let row = file.split_once("\r\n").unwrap().1;
            assert!(
                row.trim_start_matches('"').starts_with('\''),
                "{cell:?} became {row:?}"
            );
        }
        assert!(
            written(&[&["a=b", "x-y"]]).ends_with("a=b,x-y\r\n"),
            "only a first sign counts"
        );
    }

    struct Unwanted;
    impl Progress for Unwanted {
        fn at(&self, _: usize, _: usize) -> bool {
            false
        }
    }

    #[test]
    fn a_table_nobody_wants_any_more_is_not_made() {
        assert_eq!(table(&[], &[vec![]], &Unwanted), Err(Stopped));
    }
}
