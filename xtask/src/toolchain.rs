//! Is the Rust compiler new enough?

use crate::{Outcome, cargo, command};

const LEAST: (u32, u32) = (1, 94);

/// Says in a sentence if it is not.
pub fn check() -> Outcome {
    let said = command::ask(cargo::cargo().arg("--version"))?;
    let version = said.split_whitespace().nth(1).unwrap_or_default().to_owned();
    match parse(&version) {
        Some(found) if found >= LEAST => Ok(()),
        _ => Err(format!(
            "Virtus Planning needs Rust {}.{} or newer; this is {version}. `rustup update stable` brings it.",
            LEAST.0, LEAST.1
        )),
    }
}

/// Major and minor of `1.95.0-beta.2` or `v20.20.2`.
pub fn parse(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().trim_start_matches('v').split(['.', '-']);
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn versions_are_read_as_numbers() {
        assert_eq!(parse("1.95.0-beta.2"), Some((1, 95)));
        assert_eq!(parse("v20.20.2\n"), Some((20, 20)));
        assert!(parse("1.100.0") > parse("1.94.0"), "a version is not a text");
        assert_eq!(parse("nightly"), None);
    }
}
