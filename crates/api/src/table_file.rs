//! Tables as files a spreadsheet opens by a double click: UTF-8 with a mark that says so, the separator and the decimal
//! sign that spreadsheets of that language expect.

use crate::{Error, ErrorCode, Language, Result};

/// A file to be written where the coach finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// Its name, without a folder and without its ending.
    pub stem: String,
    /// What is in it.
    pub content: String,
}

/// Spreadsheets take a file for one of an old encoding unless it begins with this.
const UTF8_MARK: &str = "\u{feff}";

impl TableFile {
    /// Writes rows, the first of them the titles.
    pub(crate) fn new(stem: String, language: Language, rows: &[Vec<String>]) -> Result<Self> {
        let broken = |error: String| Error::of(ErrorCode::Internal, error);
        let separator = match language {
            Language::Fr => b';',
            Language::En => b',',
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(separator)
            .terminator(csv::Terminator::CRLF)
            .from_writer(UTF8_MARK.as_bytes().to_vec());
        for row in rows {
            writer
                .write_record(row.iter().map(|cell| harmless(cell)))
                .map_err(|error| broken(error.to_string()))?;
        }
        let content = writer.into_inner().map_err(|error| broken(error.to_string()))?;
        let content = String::from_utf8(content).map_err(|error| broken(error.to_string()))?;
        Ok(Self { stem, content })
    }
}

/// A text that a spreadsheet would run as a formula gets a sign before it that makes it a text. Negative numbers never
/// occur in our tables.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// A number with at most two decimals, as that language writes it.
pub(crate) fn decimal(number: f64, language: Language) -> String {
    let text = format!("{number:.2}");
    match language {
        Language::Fr => text.replace('.', ","),
        Language::En => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(language: Language, cells: &[&str]) -> String {
        let rows = [cells.iter().map(|cell| (*cell).to_owned()).collect()];
        TableFile::new("a".into(), language, &rows).unwrap().content
    }

    #[test]
    fn a_spreadsheet_of_each_language_splits_it_into_columns() {
        assert_eq!(text(Language::Fr, &["Léa", "1,50"]), "\u{feff}Léa;1,50\r\n");
        assert_eq!(
            text(Language::En, &["Léa, Marc", "1.50"]),
            "\u{feff}\"Léa, Marc\",1.50\r\n"
        );
    }

    #[test]
    fn a_name_is_never_run_as_a_formula() {
        assert_eq!(
            text(Language::En, &["=HYPERLINK(1)"]),
            "\u{feff}'=HYPERLINK(1)\r\n"
        );
    }

    #[test]
    fn decimals_have_the_sign_of_their_language() {
        assert_eq!(
            (decimal(1.5, Language::Fr), decimal(1.5, Language::En)),
            ("1,50".into(), "1.50".into())
        );
    }
}
