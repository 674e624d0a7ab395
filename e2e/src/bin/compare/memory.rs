//! What all processes of a program hold in memory.

use std::fs;

use e2e::{Outcome, Trouble, tree_of};

/// In kibibytes, summed over all processes.
pub(crate) struct Memory {
    processes: usize,
    /// Everything in memory; what several processes share is counted for each.
    resident: u64,
    /// What is shared is divided among those who share it.
    proportional: u64,
}

impl Memory {
    /// Of a process and all it started.
    pub(crate) fn of(root: u32) -> Outcome<Self> {
        let tree = tree_of(root);
        let mut memory = Self {
            processes: tree.len(),
            resident: 0,
            proportional: 0,
        };
        for id in tree {
            let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
            memory.resident += kibibytes(&text, "Rss:");
            memory.proportional += kibibytes(&text, "Pss:");
        }
        if memory.resident == 0 {
            return Err(Trouble::new("the program ended while its memory was counted"));
        }
        Ok(memory)
    }
}

fn kibibytes(rollup: &str, name: &str) -> u64 {
    let line = rollup.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.trim().strip_suffix("kB")?.trim().parse().ok())
        .unwrap_or_default()
}

/// The rows of the table: of several readings of each the middle one, and how far apart they are.
pub(crate) fn tell(empty: &[Memory], ours: &[Memory]) {
    let sorted = |of: fn(&Memory) -> u64, all: &[Memory]| {
        let mut held: Vec<f64> = all.iter().map(|one| mebibytes(of(one))).collect();
        held.sort_by(f64::total_cmp);
        held
    };
    let rows = |what: &str, of: fn(&Memory) -> u64| {
        let [floor, held] = [sorted(of, empty), sorted(of, ours)];
        let middle = |all: &[f64]| all.get(all.len() / 2).copied().unwrap_or_default();
        println!(
            "| {what} | {:.0} MiB | {:.0} MiB | **{:.2}** | ≤ 1.3 |",
            middle(&floor),
            middle(&held),
            middle(&held) / middle(&floor)
        );
        let ends = |all: &[f64]| match all {
            [first, .., last] => format!("{first:.0}–{last:.0} MiB"),
            _ => String::new(),
        };
        println!(
            "| … smallest and largest | {} | {} | | |",
            ends(&floor),
            ends(&held)
        );
    };
    let processes = ours.first().map_or(0, |one| one.processes);
    let said = format!(
        "memory of all {processes} processes, planning open, median of {}",
        ours.len()
    );
    rows(&format!("{said} (PSS)"), |one| one.proportional);
    rows("… what is shared counted each time (RSS)", |one| one.resident);
}

#[expect(clippy::cast_precision_loss, reason = "shown without decimals")]
fn mebibytes(kibibytes: u64) -> f64 {
    kibibytes as f64 / 1024.0
}

#[cfg(test)]
mod tests {
    use super::kibibytes;

    #[test]
    fn numbers_are_read_from_the_kernels_words() {
        let text =
            "55d0-7ffe ---p 00000000 00:00 0 [rollup]\nRss:   1234 kB\nPss:    567 kB\nPss_Dirty: 8 kB\n";
        assert_eq!((kibibytes(text, "Rss:"), kibibytes(text, "Pss:")), (1234, 567));
        assert_eq!(kibibytes("", "Rss:"), 0);
    }
}
