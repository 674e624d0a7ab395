//! Tables: RFC 4180 as spreadsheets bend it.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{
    Column, MOST_COLUMNS, MOST_ROWS, Meaning, PeopleFile, PeopleFormat, PeopleProblem, PeopleRow,
    meaning::{announced, each_once, looks_like},
};

const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Records that are looked at to tell what parts the cells.
const LOOKED_AT: usize = 50;

pub(super) fn read(text: &str) -> Result<PeopleFile, PeopleProblem> {
    let (separator, text, above) = separator_of(text);
    let (mut rows, mut lines) = (Vec::new(), Lines::of(text));
    for record in records(text, separator) {
        if rows.len() > MOST_ROWS || record.len() > MOST_COLUMNS {
            return Err(PeopleProblem::TooLarge);
        }
        if record.iter().any(|cell| !cell.is_empty()) {
            let begins = record.position().map_or(0, csv::Position::byte);
            rows.push(PeopleRow {
                line: above + lines.at(usize::try_from(begins).unwrap_or_default()),
                cells: record.iter().map(as_typed).collect(),
            });
        }
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    for row in &mut rows {
        row.cells.resize(width, String::new());
    }
    let columns = columns(&mut rows, width);
    if rows.len() > MOST_ROWS {
        return Err(PeopleProblem::TooLarge);
    }
    Ok(PeopleFile {
        format: PeopleFormat::Csv(char::from(separator)),
        encoding: "",
        columns,
        rows,
    })
}

/// Which line a record stands on. The reader counts line ends it has passed, and two characters may be one.
struct Lines<'a> {
    text: &'a str,
    passed: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            passed: 0,
            line: 1,
        }
    }

    /// The line of the first character from that byte on that ends no line. Bytes are asked for in order.
    fn at(&mut self, byte: usize) -> u32 {
        let rest = self.text.get(byte..).unwrap_or_default();
        let begins = self.text.len() - rest.trim_start_matches(['\r', '\n']).len();
        let between = self.text.get(self.passed..begins).unwrap_or_default();
        let ends =
            between.matches('\n').count() + between.matches('\r').count() - between.matches("\r\n").count();
        self.passed = begins;
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.line
    }
}

/// What no parser would refuse: quotes are as they come, rows as long as they are.
fn records(text: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .trim(Trim::All)
        .from_reader(text.as_bytes())
        .into_records()
        .map_while(Result::ok)
}

/// What parts the cells, the text that is a table, and how many lines stand above it. Excel takes a first line
/// "sep=;" for an order.
fn separator_of(text: &str) -> (u8, &str, u32) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some([separator]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        return (*separator, rest, 1);
    }
    let best = SEPARATORS
        .into_iter()
        .max_by_key(|it| (regularity(text, *it), *it == b';'));
    (best.unwrap_or(b';'), text, 0)
}

/// How many of the first records have as many cells as the first, and more than one.
fn regularity(text: &str, separator: u8) -> usize {
    let lengths: Vec<usize> = records(text, separator)
        .take(LOOKED_AT)
        .map(|it| it.len())
        .collect();
    match lengths.first() {
        Some(first) if *first > 1 => lengths.iter().filter(|it| *it == first).count() * 100 + first,
        _ => 0,
    }
}

/// Takes the titles away from the rows, if there are any.
fn columns(rows: &mut Vec<PeopleRow>, width: usize) -> Vec<Column> {
    let has_titles = rows
        .first()
        .is_some_and(|row| row.cells.iter().all(|cell| looks_like(cell).is_none()));
    let titles = if has_titles && rows.len() > 1 {
        rows.remove(0).cells
    } else {
        vec![String::new(); width]
    };
    let announced = each_once(titles.iter().map(|title| announced(title)).collect());
    let meanings = if announced.iter().any(Option::is_some) {
        announced
    } else {
        each_once(seen(rows, width))
    };
    let column = |(title, meaning)| Column { title, meaning };
    titles.into_iter().zip(meanings).map(column).collect()
}

/// What is in each column; the first that is neither address nor number is the name.
fn seen(rows: &[PeopleRow], width: usize) -> Vec<Option<Meaning>> {
    let of = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.cells.get(column));
        cells
            .filter(|it| !it.is_empty())
            .find_map(|cell| looks_like(cell))
    };
    let mut found: Vec<Option<Meaning>> = (0..width).map(of).collect();
    if let Some(name) = found.iter_mut().find(|it| it.is_none()) {
        *name = Some(Meaning::Name);
    }
    found
}

/// A cell without the apostrophe that keeps a spreadsheet from computing it, as our own tables have it.
fn as_typed(cell: &str) -> String {
    let bare = cell
        .strip_prefix('\'')
        .filter(|it| it.starts_with(['=', '+', '-', '@']));
    bare.unwrap_or(cell).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::people;

    fn meanings(file: &PeopleFile) -> Vec<Option<Meaning>> {
        file.columns.iter().map(|it| it.meaning).collect()
    }

    #[test]
    fn a_table_is_read_whatever_parts_its_cells() {
        for separator in [';', ',', '\t', '|'] {
            let text =
                "Nom;Prénom;E-mail;Ville\r\nDupuis;Léa;lea@exemple.fr;\"Lyon; 3e\"\r\n\r\nPetit;Marc;;\r\n";
            let text = text
                .replace("\"Lyon; 3e\"", "@@")
                .replace(';', &separator.to_string());
            let text = text.replace("@@", &format!("\"Lyon{separator} 3e\""));
            let file = people(text.as_bytes()).unwrap();
            assert_eq!(file.format, PeopleFormat::Csv(separator));
            assert_eq!(
                meanings(&file),
                [
                    Some(Meaning::LastName),
                    Some(Meaning::FirstName),
                    Some(Meaning::Email),
                    None
                ]
            );
            assert_eq!(file.rows[0].cells[3], format!("Lyon{separator} 3e"));
            assert_eq!(
                (file.rows[1].line, file.rows.len()),
                (4, 2),
                "an empty line is nobody"
            );
        }
    }

    #[test]
    fn a_table_without_titles_is_understood_by_what_is_in_it() {
        let file =
            people("Léa Dupuis,lea@exemple.fr,06 12 34 56 78\nMarc Petit,,0712345678\n".as_bytes()).unwrap();
        assert_eq!(
            meanings(&file),
            [Some(Meaning::Name), Some(Meaning::Email), Some(Meaning::Phone)]
        );
        assert_eq!(file.rows.len(), 2);
    }

    #[test]
    fn what_our_own_tables_guard_against_is_taken_back() {
        let file = people("sep=;\r\nNom;Tél.\r\nLéa;'+33612345678\r\nL'été;'x\r\n".as_bytes()).unwrap();
        assert_eq!(file.rows[0].cells, ["Léa", "+33612345678"]);
        assert_eq!(file.rows[0].line, 3);
        assert_eq!(file.rows[1].cells, ["L'été", "'x"]);
    }

    #[test]
    fn one_column_of_names_is_a_table() {
        let file = people("Nom\nLéa\nMarc\n".as_bytes()).unwrap();
        assert_eq!((meanings(&file), file.rows.len()), (vec![Some(Meaning::Name)], 2));
    }

    #[test]
    fn too_much_is_refused_before_it_is_kept() {
        let many = "Nom;E-mail\n".to_owned() + &"Léa;\n".repeat(MOST_ROWS + 1);
        assert_eq!(people(many.as_bytes()), Err(PeopleProblem::TooLarge));
        assert_eq!(
            people("a;".repeat(MOST_COLUMNS + 1).as_bytes()),
            Err(PeopleProblem::TooLarge)
        );
        assert_eq!(
            people(&vec![b'a'; super::super::MOST_BYTES + 1]),
            Err(PeopleProblem::TooLarge)
        );
        let most = "Nom;E-mail\n".to_owned() + &"Léa;\n".repeat(MOST_ROWS);
        assert_eq!(people(most.as_bytes()).unwrap().rows.len(), MOST_ROWS);
    }

    #[test]
    fn nobody_is_told() {
        for empty in ["", "\r\n\r\n", ";;;\n;;;", "\u{feff}"] {
            assert_eq!(
                people(empty.as_bytes()),
                Err(PeopleProblem::NoPeople),
                "{empty:?}"
            );
        }
    }

    #[test]
    fn an_open_quote_loses_nobody_silently() {
        let file = people("Nom;Note\nLéa;\"ouvert\nMarc;fin\n".as_bytes()).unwrap();
        assert_eq!(file.rows[0].cells, ["Léa", "ouvert\nMarc;fin"]);
    }
}
