//! Runs Python programs on a file, with the system's own Python: that is where the packages are.

use std::{io::Write, process::Command};

/// What the program prints, given the file's path as its argument.
pub fn run(program: &str, file: &[u8]) -> String {
    let mut stored = tempfile::NamedTempFile::new().unwrap();
    stored.write_all(file).unwrap();
    let done = Command::new("/usr/bin/python3")
        .args(["-W", "error::UserWarning", "-c", program])
        .arg(stored.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}
