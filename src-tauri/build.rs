//! Tells Tauri where the capabilities are and the linker what a start calls, and keeps Tauri's generated schemas out of the
//! project root.

use std::{env, error::Error, fs, path::Path, process::Command};

/// The one system whose program was watched, and where Rust links by a linker of its own that takes an order.
const ORDERED: &str = "x86_64-unknown-linux-gnu";

fn main() -> Result<(), Box<dyn Error>> {
    lay_out()?;
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=tauri.conf.json");
    tauri_build::try_build(
        tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*.json"),
    )?;
    // tauri-build always writes `gen/` beside Cargo.toml; the schemas belong with the shell.
    let generated = Path::new("gen/schemas");
    if generated.exists() {
        fs::create_dir_all("src-tauri/gen")?;
        let home = Path::new("src-tauri/gen/schemas");
        if home.exists() {
            fs::remove_dir_all(home)?;
        }
        fs::rename(generated, home)?;
        // Fails while something else lives there, and then it is not ours to remove.
        let _ = fs::remove_dir("gen");
    }
    Ok(())
}

/// In a release, what a start calls lies together: `docs/decisions/0022-what-a-start-calls-lies-together.md`.
fn lay_out() -> Result<(), Box<dyn Error>> {
    let order = Path::new(&env::var("CARGO_MANIFEST_DIR")?)
        .join("src-tauri/order")
        .join(format!("{ORDERED}.txt"));
    println!("cargo:rerun-if-changed={}", order.display());
    println!("cargo:rerun-if-env-changed=VIRTUS_LINK_MAP");
    if env::var("TARGET")? != ORDERED || env::var("PROFILE")? != "release" || !links_itself()? {
        return Ok(());
    }
    tell_linker(&format!("--symbol-ordering-file={}", order.display()));
    // A dependency that changed has functions of other names: they lie with the rest until the order is written anew.
    tell_linker("--no-warn-symbol-ordering");
    // `cargo xtask order` asks where each function lies.
    if let Ok(map) = env::var("VIRTUS_LINK_MAP") {
        tell_linker(&format!("--Map={map}"));
        tell_linker("--no-demangle");
    }
    Ok(())
}

/// Whether Rust brought its linker, as it does since 1.90 unless a distribution made it without.
fn links_itself() -> Result<bool, Box<dyn Error>> {
    let asked = Command::new(env::var("RUSTC")?)
        .args(["--print", "sysroot"])
        .output()?;
    let sysroot = String::from_utf8(asked.stdout)?;
    let tools = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(ORDERED)
        .join("bin");
    Ok(tools.join("gcc-ld/ld.lld").exists())
}

fn tell_linker(word: &str) {
    println!("cargo:rustc-link-arg-bins=-Xlinker");
    println!("cargo:rustc-link-arg-bins={word}");
}
