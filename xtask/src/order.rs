//! `cargo xtask order`: what a start calls, for the linker to put together.

use crate::{Outcome, bench, command, e2e, place};

/// Builds the release, watches it start, and writes the names down. To be done after dependencies or Rust changed: a name holds
/// a mark of the version it was built from, and one that is in no program any more puts nothing anywhere.
pub fn write() -> Outcome {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err("The order is written on Linux on x86-64, and serves that system alone.".to_owned());
    }
    if command::ask(command::command("valgrind").arg("--version")).is_err() {
        return Err("Valgrind watches the start, and is not there: `apt-get install valgrind`.".to_owned());
    }
    e2e::build()?;
    let map = place::target().join("xtask").join("link.map");
    command::run(bench::release().env("VIRTUS_LINK_MAP", &map))?;
    let order = place::root()
        .join("src-tauri")
        .join("order")
        .join("x86_64-unknown-linux-gnu.txt");
    command::run(
        command::command(place::program("order"))
            .arg(&map)
            .arg(&order)
            .env("VIRTUS_E2E_APP", bench::released("virtus-planning")),
    )
}
