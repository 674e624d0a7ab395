//! The document of figures: tables between marks, which are written anew, and words around them, which are not.

use std::fs;

use crate::{Outcome, place};

/// Puts `text` between the marks of this name.
pub fn write(name: &str, text: &str) -> Outcome {
    let file = place::root().join("docs").join("performance.md");
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    let page = fs::read_to_string(&file).map_err(told)?;
    let page =
        replaced(&page, name, text).ok_or_else(|| format!("{} has no marks for `{name}`", file.display()))?;
    fs::write(&file, page).map_err(told)
}

/// The page with another text between `<!-- measured: NAME -->` and the next `<!-- /measured -->`.
fn replaced(page: &str, name: &str, text: &str) -> Option<String> {
    let begin = format!("<!-- measured: {name} -->\n");
    let end = "<!-- /measured -->";
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}\n{text}\n\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn only_what_is_between_the_marks_is_written_anew() {
        let page = "a\n<!-- measured: x -->\nold\n<!-- /measured -->\nb\n<!-- measured: y -->\nkept\n<!-- /measured -->\n";
        let x = "a\n<!-- measured: x -->\n\nnew\n\n<!-- /measured -->\nb\n<!-- measured: y -->\nkept\n<!-- /measured -->\n";
        assert_eq!(replaced(page, "x", "new").as_deref(), Some(x));
        assert_eq!(
            replaced(x, "x", "new").as_deref(),
            Some(x),
            "and the same twice over"
        );
        assert_eq!(
            replaced(page, "z", "new"),
            None,
            "nothing is written where nothing was meant to be"
        );
    }
}
