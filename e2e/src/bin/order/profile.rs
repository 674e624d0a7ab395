//! What Callgrind wrote: which instructions were executed, of which file.

use std::collections::BTreeSet;

/// The addresses of the instructions that were executed of this program, as they are in its file.
pub(crate) fn executed(profile: &str, program: &str) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    let mut of_program = false;
    for line in profile.lines() {
        if let Some(object) = line.strip_prefix("ob=") {
            of_program = object == program;
        } else if of_program && let Some(rest) = line.strip_prefix("0x") {
            let digits = rest.split(' ').next().unwrap_or_default();
            found.extend(u64::from_str_radix(digits, 16));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::executed;

    #[test]
    fn only_the_programs_own_instructions_count() {
        let profile = "positions: instr line\n\nob=/lib/libc.so\nfn=malloc\n0x1100 0 1\n\nob=/app\nfn=0xb7\n0xb74010 0 3\ncob=/lib/libc.so\n\
                       cfn=malloc\ncalls=1 0x1100 0\n0xb74015 0 9\n\nob=/lib/libc.so\nfn=free\n0x2200 0 1\n";
        assert_eq!(
            executed(profile, "/app").into_iter().collect::<Vec<_>>(),
            [0xb7_4010, 0xb7_4015]
        );
    }
}
