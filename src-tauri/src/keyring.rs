//! The system's keyring: Keychain on macOS, Credential Manager on Windows, the Secret Service on Linux.
//!
//! The store is made anew for each call. One kept for the whole run would stay broken for ever if the service were not
//! up yet when the program started; a key is read once a run, so nothing is lost. The Linux kernel's keyring is not
//! used: it forgets at reboot.

use std::sync::Arc;

use api::{KeySafe, SafeUnavailable};
use daily::ApiKey;
use keyring_core::{CredentialStore, Entry, Error};

const SERVICE: &str = "app.virtus.planning";
const USER: &str = "daily-api-key";

/// The system's keyring.
pub(crate) struct SystemKeyring;

fn entry() -> Result<Entry, SafeUnavailable> {
    let store = system_store().map_err(unavailable)?;
    store.build(SERVICE, USER, None).map_err(unavailable)
}

#[cfg(target_os = "linux")]
fn system_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn system_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "windows")]
fn system_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}

// By value, as `map_err` hands it over.
#[expect(clippy::needless_pass_by_value, reason = "the shape `map_err` wants")]
fn unavailable(error: Error) -> SafeUnavailable {
    // keyring-core's errors name the store and the platform's words, never the secret.
    tracing::warn!(%error, "the keyring is not available");
    SafeUnavailable
}

impl KeySafe for SystemKeyring {
    fn read(&self) -> Result<Option<ApiKey>, SafeUnavailable> {
        match entry()?.get_password() {
            // What is not a key was put there by somebody else: as good as none.
            Ok(text) => Ok(ApiKey::parse(&text).ok()),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }

    fn write(&self, key: &ApiKey) -> Result<(), SafeUnavailable> {
        entry()?.set_password(key.expose()).map_err(unavailable)
    }

    fn erase(&self) -> Result<(), SafeUnavailable> {
        match entry()?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }
}
