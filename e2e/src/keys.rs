//! `WebDriver`'s names for the keys that write nothing.

/// Enter.
pub const ENTER: char = '\u{E007}';
/// Escape.
pub const ESCAPE: char = '\u{E00C}';
/// Tab.
pub const TAB: char = '\u{E004}';
/// Control.
pub const CONTROL: char = '\u{E009}';
/// Backspace.
pub const BACKSPACE: char = '\u{E003}';
/// Alt.
pub const ALT: char = '\u{E00A}';
/// Shift.
pub const SHIFT: char = '\u{E008}';
/// Arrow down.
pub const DOWN: char = '\u{E015}';
/// Arrow right.
pub const RIGHT: char = '\u{E014}';
