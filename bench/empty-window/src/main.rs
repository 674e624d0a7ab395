//! A Tauri window with nothing in it: no commands, no plugins, no script.
//!
//! `cargo xtask bench` measures Virtus Planning against it, on the same machine and in the same run: what is left is ours,
//! and what both take is the web view's.

// As the application itself.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
