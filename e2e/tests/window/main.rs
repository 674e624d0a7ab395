//! The real window, from the first run to the cancelled appointment: in French, and once more in English with everything typed
//! wrongly first.
//!
//! Everything around it is real: keyring, notification service, HTTP. Only Daily is a stand-in, and the clock is told
//! what day it is. What each rule means in detail is tested where the rule lives; here it is seen that a coach reaches it.

mod booking;
mod calendars;
mod confined;
mod daily;
mod dashboard;
mod desktop;
mod english;
mod exporting;
mod first_run;
mod keeping;
mod life;
mod month;
mod moving;
mod palette;
mod people;
mod play;
mod room_owed;
mod rooms;
mod series;
mod settings;
mod sleeping;
