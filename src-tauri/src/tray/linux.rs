//! Whether a desktop shows tray icons: the host of status notifier items says so on the session bus.

use std::time::Duration;

use zbus::{Connection, proxy};

const PATIENCE: Duration = Duration::from_secs(2);

#[proxy(
    interface = "org.kde.StatusNotifierWatcher",
    default_service = "org.kde.StatusNotifierWatcher",
    default_path = "/StatusNotifierWatcher",
    gen_blocking = false
)]
trait StatusNotifierWatcher {
    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> zbus::Result<bool>;
}

pub(super) async fn somebody_shows_icons() -> bool {
    let asked = async {
        let watcher = StatusNotifierWatcherProxy::new(&Connection::session().await?).await?;
        watcher.is_status_notifier_host_registered().await
    };
    matches!(tokio::time::timeout(PATIENCE, asked).await, Ok(Ok(true)))
}
