//! What the program is started with.

use std::path::PathBuf;

use clap::Parser;

/// Virtus Planning: the planner for coaches.
#[derive(Debug, Clone, Parser)]
#[command(version, about)]
pub(crate) struct Args {
    /// Keep the agenda in this folder instead of the system's place for application data.
    #[arg(long, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,

    /// Show a throwaway agenda full of examples; the key is held in memory.
    #[arg(long, requires = "data_dir")]
    pub(crate) demo: bool,

    /// Start in the tray, without a window; with one where there is no tray.
    #[arg(long)]
    pub(crate) hidden: bool,

    /// Show what this link leads to: `virtus-planning://appointment/ID`.
    #[arg(value_name = "LINK")]
    pub(crate) link: Option<String>,
}

impl Args {
    pub(crate) fn of_this_run() -> Self {
        Self::parse()
    }

    /// What another start was given; none when nobody could understand it.
    pub(crate) fn of_another_start(words: &[String]) -> Option<Self> {
        Self::try_parse_from(words).ok()
    }

    /// Whether this is the coach's agenda in its usual place, of which only one window makes sense.
    pub(crate) fn is_the_coachs_own(&self) -> bool {
        self.data_dir.is_none()
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_options_are_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_demo_never_touches_the_coachs_own_agenda() {
        assert!(Args::try_parse_from(["virtus-planning", "--demo"]).is_err());
        let args = Args::try_parse_from(["virtus-planning", "--demo", "--data-dir", "x"]).unwrap();
        assert!(!args.is_the_coachs_own());
    }
}
