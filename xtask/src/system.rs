//! System packages and toolchains: installed through apt where there is apt, named exactly everywhere else.

use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::package::{PACKAGES, Package, Purpose, Sign};
use crate::{Outcome, command, node, place, toolchain};

/// Makes sure that everything for `purpose` is there.
pub fn prepare(purpose: Purpose) -> Outcome {
    toolchain::check()?;
    node::check()?;
    if cfg!(target_os = "linux") {
        packages(purpose)?;
    }
    println!("  system packages, Rust and Node are there");
    Ok(())
}

fn packages(purpose: Purpose) -> Outcome {
    let wanted = || PACKAGES.iter().filter(move |package| package.purpose <= purpose);
    if place::in_path("dpkg-query") && place::in_path("apt-get") {
        let missing: Vec<_> = wanted()
            .map(|package| package.debian)
            .filter(|name| !is_installed(name))
            .collect();
        return if missing.is_empty() {
            Ok(())
        } else {
            install(&missing)
        };
    }
    let missing: Vec<_> = wanted()
        .filter(|package| !shows(&package.sign))
        .map(name_elsewhere)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "Virtus Planning needs these, which are not installed: {}. Install them with your system's package manager \
         (the names in brackets are Debian's) and try again.",
        missing.join(", ")
    ))
}

fn is_installed(name: &str) -> bool {
    // `Status` also lists what was removed and left its configuration behind.
    command::ask(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", name]))
        .is_ok_and(|status| status.trim() == "installed")
}

fn install(missing: &[&str]) -> Outcome {
    println!("  missing on this system: {}", missing.join(" "));
    let by_hand = || format!("As root: apt-get install {}", missing.join(" "));
    let prefix = privilege().ok_or_else(|| {
        format!(
            "System packages are missing and neither root nor sudo is at hand. {}",
            by_hand()
        )
    })?;
    // `update` takes a lock that DPkg::Lock::Timeout does not wait for: ask again for a while.
    let mut tries = 0;
    while let Err(sentence) = command::run(&mut apt(&prefix, &["update"])) {
        tries += 1;
        if tries == 5 {
            return Err(format!("{sentence}. {}", by_hand()));
        }
        sleep(Duration::from_secs(10));
    }
    let mut arguments = vec![
        "install",
        "--yes",
        "--no-install-recommends",
        "-o",
        "DPkg::Lock::Timeout=600",
    ];
    arguments.extend(missing);
    command::run(&mut apt(&prefix, &arguments)).map_err(|sentence| format!("{sentence}. {}", by_hand()))
}

/// What to put before a command to run it as root; `None` if there is no way.
fn privilege() -> Option<Vec<&'static str>> {
    let is_root = command::ask(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root {
        return Some(Vec::new());
    }
    place::in_path("sudo").then(|| {
        let silent = command::ask(Command::new("sudo").args(["-n", "true"])).is_ok();
        if silent { vec!["sudo", "-n"] } else { vec!["sudo"] }
    })
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Command {
    // `env` inside sudo: sudo drops the caller's environment.
    let mut words = prefix.to_vec();
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]);
    words.extend(arguments);
    let mut command = command::command(words[0]);
    command.args(&words[1..]).stdout(Stdio::null());
    command
}

fn shows(sign: &Sign) -> bool {
    match sign {
        Sign::Program(name) => place::in_path(name),
        Sign::Library(name) => command::ask(Command::new("pkg-config").args(["--exists", name])).is_ok(),
        Sign::None => true,
    }
}

fn name_elsewhere(package: &Package) -> String {
    match package.sign {
        Sign::Program(name) => format!("the program {name} ({})", package.debian),
        Sign::Library(name) => format!("the library {name} with its headers ({})", package.debian),
        Sign::None => package.debian.to_owned(),
    }
}
