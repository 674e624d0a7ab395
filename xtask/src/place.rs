//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Cargo's target folder: `CARGO_TARGET_DIR`, or `target`.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Where xtask keeps what it must remember; may be deleted at any time.
pub fn memory() -> PathBuf {
    target().join("xtask")
}

/// A program of the debug profile.
pub fn program(name: &str) -> PathBuf {
    target()
        .join("debug")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The interface.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Whether a program of this name is in PATH.
pub fn in_path(name: &str) -> bool {
    find_in_path(name).is_some()
}

/// The first program of this name in PATH.
pub fn find_in_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}
