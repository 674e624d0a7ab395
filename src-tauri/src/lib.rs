//! The shell around the planner: the window, the keyring, the browser, the notifications, the clock.
//!
//! No rule of business and no SQL lives here: a command takes the state, calls `api`, returns. The web view is not
//! trusted: it gets no secret, no file, no shell and no address to open.

mod app;
mod args;
mod bindings;
mod board;
mod browser;
mod chosen_file;
mod clipboard;
mod clock;
mod commands;
mod errands;
mod exporting;
mod exports;
mod habits;
mod keyring;
mod links;
mod log;
mod login;
mod mail;
mod open_dialog;
mod place;
mod popups;
mod save_dialog;
mod tray;
mod web_view;
mod window;
mod work;

use std::{path::PathBuf, process::ExitCode};

use tauri::Manager;

use crate::{app::App, args::Args};

/// Starts the application; returns when it ends.
pub fn main() -> ExitCode {
    web_view::before_start();
    let args = Args::of_this_run();
    let folder = place::data_folder(&args);
    log::start(&folder.join("logs"));
    match run(args, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the application could not start");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Args, folder: PathBuf) -> tauri::Result<()> {
    let events = bindings::events();
    let mut builder = tauri::Builder::default();
    if args.is_the_coachs_own() {
        // First of all plugins, as it asks: a second start ends before it has touched anything.
        builder =
            builder.plugin(tauri_plugin_single_instance::init(
                |app, words, _| match Args::of_another_start(&words).and_then(|args| args.link) {
                    Some(link) => links::follow(app, &link),
                    None => window::bring_forward(app),
                },
            ));
    }
    popups::with_plugin(builder)
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(window::place_plugin(&folder))
        .invoke_handler(work::noticing_writes(bindings::commands()))
        .on_window_event(window::on_event)
        .setup(move |app| {
            events.mount_events(app);
            let handle = app.handle();
            app.manage(App::new(&args, folder));
            tray::put_up(handle);
            links::listen(handle);
            // The agenda is opened while the window is.
            work::start(handle);
            window::open(handle, args.hidden)?;
            if args.is_the_coachs_own() {
                links::register(handle);
            }
            if let Some(link) = &args.link {
                links::follow(handle, link);
            }
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|app, event| window::on_run_event(app, &event));
    Ok(())
}
