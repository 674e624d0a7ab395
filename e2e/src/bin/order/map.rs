//! What the linker (LLD) wrote about a program: which function lies where.

use std::collections::BTreeSet;

/// Before the names stand two addresses, a size and an alignment, each as wide as it can be.
const COLUMNS: usize = 49;
/// The name of a section stands at once, that of a part of it, by the file it came from, further right, that of a function furthest.
const FUNCTION: &str = "                ";

/// The names of the functions of `.text` that hold one of these addresses, in the order in which they lie.
pub(crate) fn names<'a>(map: &'a str, executed: &BTreeSet<u64>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut in_text = false;
    for line in map.lines() {
        let Some((columns, name)) = line.split_at_checked(COLUMNS) else {
            continue;
        };
        if let Some(function) = name.strip_prefix(FUNCTION) {
            if in_text && holds(columns, executed) {
                names.push(function);
            }
        } else if !name.starts_with(' ') {
            in_text = name == ".text";
        }
    }
    names
}

fn holds(columns: &str, executed: &BTreeSet<u64>) -> bool {
    let mut numbers = columns.split_whitespace();
    let mut next = || u64::from_str_radix(numbers.next()?, 16).ok();
    let (Some(start), Some(_), Some(size)) = (next(), next(), next()) else {
        return false;
    };
    executed.range(start..start + size).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::names;

    const MAP: &str = "             VMA              LMA     Size Align Out     In      Symbol
          285000           285000   533990    64 .rodata
          285000           285000       10     1         a.o:(.rodata.x)
          285000           285000       10     1                 table
          b718c0           b718c0  10aee20    64 .text
          b718c0           b718c0       40    16         a.o:(.text.first)
          b718c0           b718c0       40     1                 first
          b71900           b71900       20    16         a.o:(.text.second)
          b71900           b71900       20     1                 second
          b71920           b71920       10     1         a.o:(.text.third)
          b71920           b71920       10     1                 third
";

    #[test]
    fn a_function_is_named_that_holds_an_address() {
        let executed = [0x28_5004, 0xb7_18ff, 0xb7_1920].into();
        assert_eq!(
            names(MAP, &executed),
            ["first", "third"],
            "and no table is a function"
        );
    }
}
