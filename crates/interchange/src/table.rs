//! Tables as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, without which Excel reads accents wrongly; and
//! no cell that a spreadsheet would compute, whoever typed it.

use crate::{Progress, Stopped, progress::look};

/// What stands between two cells: spreadsheets expect a semicolon where the decimal sign is a comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
}

/// A table, its heading being the first row.
pub fn table(separator: Separator, rows: &[Vec<String>], progress: &dyn Progress) -> Result<String, Stopped> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(match separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
        })
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for (done, row) in rows.iter().enumerate() {
        look(progress, done, rows.len())?;
        // Memory takes whatever is written to it.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    // Made of texts only.
    Ok(String::from_utf8(bytes).unwrap_or_default())
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

    fn written(separator: Separator, rows: &[&[&str]]) -> String {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(ToString::to_string).collect())
            .collect();
        table(separator, &rows, &()).unwrap()
    }

    #[test]
    fn separators_quotes_and_lines_stay_inside_their_cell() {
        assert_eq!(
            written(
                Separator::Comma,
                &[&["Qui", "Où"], &["Dupuis, Léa", "dit \"ici\""], &["a\nb", ""]]
            ),
            "\u{feff}Qui,Où\r\n\"Dupuis, Léa\",\"dit \"\"ici\"\"\"\r\n\"a\nb\",\r\n"
        );
    }

    #[test]
    fn where_a_comma_is_the_decimal_sign_columns_are_told_apart_by_a_semicolon() {
        assert_eq!(
            written(Separator::Semicolon, &[&["Léa", "1,50"]]),
            "\u{feff}Léa;1,50\r\n"
        );
    }

    #[test]
    fn nothing_is_a_formula() {
        for cell in ["=1+1", "+33 6 12", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            let file = written(Separator::Comma, &[&["Qui", "Où"], &[cell, ""]]);
            let row = file.split_once("\r\n").unwrap().1;
            assert!(
                row.trim_start_matches('"').starts_with('\''),
                "{cell:?} became {row:?}"
            );
        }
        assert!(
            written(Separator::Comma, &[&["a=b", "x-y"]]).ends_with("a=b,x-y\r\n"),
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
        assert_eq!(table(Separator::Comma, &[vec![]], &Unwanted), Err(Stopped));
    }
}
