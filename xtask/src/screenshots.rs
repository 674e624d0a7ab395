//! Pictures of the real window for the documentation.

use crate::{Outcome, command, e2e, place};

/// Takes them all, on a virtual screen, with the demonstration's data.
pub fn take() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("The pictures are taken on Linux only, on a virtual screen.".to_owned());
    }
    e2e::build()?;
    let folder = place::root().join("docs").join("screenshots");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    command::run(
        command::command(place::program("screenshots"))
            .arg(&folder)
            .env("VIRTUS_E2E_APP", place::program("virtus-planning")),
    )
}
