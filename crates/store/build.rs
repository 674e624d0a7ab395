//! Says that the migrations are part of this crate: a new file among them is otherwise not seen until a source changes.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations/sqlite");
}
