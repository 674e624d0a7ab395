//! Tables as files a spreadsheet opens by a double click: the separator and the decimal sign that spreadsheets of that
//! language expect.

use interchange::{Progress, Separator, Stopped};

use crate::Language;

/// A file to be written where the coach finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// Its name, without a folder and without its ending.
    pub stem: String,
    /// What is in it.
    pub content: String,
}

/// The rows of a table, the first of them its titles, as a file's content.
pub(crate) fn content(
    language: Language,
    rows: &[Vec<String>],
    progress: &dyn Progress,
) -> Result<String, Stopped> {
    let separator = match language {
        Language::Fr => Separator::Semicolon,
        Language::En => Separator::Comma,
    };
    interchange::table(separator, rows, progress)
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

    #[test]
    fn a_spreadsheet_of_each_language_splits_it_into_columns_and_reads_its_decimals() {
        let text = |language| {
            let rows = [vec!["Léa".to_owned(), decimal(1.5, language)]];
            content(language, &rows, &()).unwrap()
        };
        assert_eq!(text(Language::Fr), "\u{feff}Léa;1,50\r\n");
        assert_eq!(text(Language::En), "\u{feff}Léa,1.50\r\n");
    }
}
