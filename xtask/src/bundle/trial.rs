//! The `.deb` in a Debian where nothing else is: installed, started, removed and purged.
//!
//! The Debian is made by debootstrap in a temporary folder and goes with the trial; what happens inside is `.ci/try-deb`,
//! which the release workflow runs in a container.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Outcome, command, place};

/// The oldest Debian that the packages are for.
const SUITE: &str = "bookworm";
/// Where the trial leaves its picture and its log, also inside.
const KEPT: &str = "trial";

/// Tries the package.
pub fn run(packages: &[PathBuf]) -> Outcome {
    // Those of older versions lie beside it.
    let made = |package: &&PathBuf| fs::metadata(package).and_then(|file| file.modified()).ok();
    let package = packages.iter().max_by_key(made).ok_or("no package was made")?;
    let system = System::new()?;
    let told = |error: std::io::Error| format!("{}: {error}", system.root.display());
    fs::copy(package, system.root.join("package.deb")).map_err(told)?;
    fs::copy(place::root().join(".ci/try-deb"), system.root.join("try-deb")).map_err(told)?;
    let tried = command::run(command::command("chroot").arg(&system.root).args([
        "/try-deb",
        "/package.deb",
        "/trial",
    ]));
    keep(&system.root.join(KEPT)).map_err(told)?;
    tried
}

/// What the trial left to look at.
fn keep(left: &Path) -> std::io::Result<()> {
    let folder = place::target().join("release/bundle").join(KEPT);
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(left)? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    println!("  its picture and log are in {}", folder.display());
    Ok(())
}

/// A Debian in a folder, gone when it goes out of scope.
struct System {
    root: PathBuf,
}

/// What programs expect of a running system, from the one around it.
const SHARED: [&str; 2] = ["proc", "dev"];

impl System {
    fn new() -> Outcome<Self> {
        let root = std::env::temp_dir().join(format!("virtus-planning-debian-{}", std::process::id()));
        fs::create_dir_all(&root).map_err(|error| format!("{}: {error}", root.display()))?;
        let system = Self { root };
        println!("  making a Debian in {}", system.root.display());
        command::ask(
            command::command("debootstrap")
                .args(["--variant=minbase", SUITE])
                .arg(&system.root),
        )?;
        for name in SHARED {
            command::run(
                command::command("mount")
                    .args(["--rbind", "--make-rslave"])
                    .arg(Path::new("/").join(name))
                    .arg(system.root.join(name)),
            )?;
        }
        Ok(system)
    }

    /// Whether nothing of the system around is inside any more.
    fn is_alone(&self) -> bool {
        let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        let root = self.root.to_string_lossy();
        !mounts.lines().any(|line| line.contains(&*root))
    }
}

impl Drop for System {
    fn drop(&mut self) {
        for name in SHARED {
            let _ = command::ask(
                command::command("umount")
                    .args(["--recursive", "--lazy"])
                    .arg(self.root.join(name)),
            );
        }
        // Never while the devices of this computer are in it.
        if self.is_alone() {
            let _ = fs::remove_dir_all(&self.root);
        } else {
            println!(
                "  {} is still in use; remove it after a restart",
                self.root.display()
            );
        }
    }
}
