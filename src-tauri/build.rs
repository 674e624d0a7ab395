//! Tells Tauri where the capabilities are, and keeps its generated schemas out of the project root.

use std::{error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
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
