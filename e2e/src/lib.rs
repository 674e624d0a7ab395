//! The stage on which the real window is tested: a screen of its own, a private session bus with a real keyring and a
//! real notification service, a browser that only writes down, and a driver for the window.
//!
//! Leaves out what a test is about: no rule of the agenda is known here, and of the interface only the way through its
//! screens ([`tour`]), in the words of its own message files. Linux only, because `WebDriver` for the system's web view exists on Linux and Windows and the rest of the stage is D-Bus and X11.

mod app;
mod artefacts;
mod bus;
mod by;
mod demonstration;
mod display;
mod eye;
mod file_dialog;
mod home;
pub mod keyring;
pub mod keys;
pub mod notifications;
mod process;
mod program;
mod stage;
pub mod tour;
pub mod tray;
mod trouble;
mod webdriver;
mod window;
mod words;

pub use app::App;
pub use artefacts::Artefacts;
pub use by::By;
pub use demonstration::Demonstration;
pub use eye::{Colour, Eye, Look};
pub use process::{Process, children_of, is_over, tree_of, wait_until};
pub use program::Program;
pub use stage::Stage;
pub use trouble::{Outcome, Trouble, While};
pub use webdriver::{Element, Point};
pub use window::Window;
pub use words::Words;
