//! Is Node there, and new enough?

use crate::{Outcome, command, toolchain};

const LEAST: u32 = 20;

/// Says in a sentence if it is not.
pub fn check() -> Outcome {
    let install =
        format!("Install Node {LEAST} or newer (it brings npm) from your system's packages or nodejs.org.");
    let Ok(said) = command::ask(command::command("node").arg("--version")) else {
        return Err(format!(
            "Virtus Planning needs Node to build its interface, and there is none. {install}"
        ));
    };
    match toolchain::parse(&said) {
        Some((major, _)) if major >= LEAST => {}
        _ => {
            return Err(format!(
                "Node {} is too old for Virtus Planning. {install}",
                said.trim()
            ));
        }
    }
    match command::ask(command::node_script("npm").arg("--version")) {
        Ok(_) => Ok(()),
        Err(_) => Err(format!("Node is there, but npm is not. {install}")),
    }
}
