//! Pop-ups through the desktop's notification service on the session bus.
//!
//! Spoken to directly: the plugin the other systems use answers "shown" also where there is no service and where the
//! service refuses, and hands names with `&` or `<` to services that take them for markup (docs/decisions/0012).

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use api::{NotShown, Notice};
use futures_util::StreamExt;
use tauri::{AppHandle, Builder, Wry};
use tokio::sync::Mutex;
use zbus::{Connection, fdo::DBusProxy, names::BusName, zvariant::Value};

use super::{Standing, Target, buttons};

/// A service that needs longer does not count: the window shows it then.
const PATIENCE: Duration = Duration::from_secs(5);
/// The service's well-known name.
const NAME: &str = "org.freedesktop.Notifications";
/// The key under which services report a click on the body.
const BODY: &str = "default";
/// The name of the icon and of the desktop entry the packages install.
const PROGRAM: &str = "virtus-planning";

#[zbus::proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Notifications {
    #[expect(clippy::too_many_arguments, reason = "the specification's")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;

    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: String) -> zbus::Result<()>;

    #[zbus(signal)]
    fn notification_closed(&self, id: u32, reason: u32) -> zbus::Result<()>;
}

type Shown = Arc<Mutex<HashMap<u32, Target>>>;

/// The program needs no plugin to show them.
pub(crate) fn with_plugin(builder: Builder<Wry>) -> Builder<Wry> {
    builder
}

/// The open line to the service. Kept: some services take a pop-up away when the line that sent it is closed.
struct Line {
    service: NotificationsProxy<'static>,
    shown: Shown,
}

/// The desktop's notification service.
#[derive(Default)]
pub(crate) struct Service {
    line: Mutex<Option<Line>>,
    refused: AtomicBool,
}

impl Service {
    /// Shows a pop-up; clicks on it are heard until it is closed.
    pub(super) async fn show(&self, app: &AppHandle, notice: &Notice) -> Result<(), NotShown> {
        let shown = match tokio::time::timeout(PATIENCE, self.ask(app, notice)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(NotShown(error.to_string())),
            Err(_) => Err(NotShown("the notification service does not answer".to_owned())),
        };
        self.refused.store(shown.is_err(), Ordering::Relaxed);
        shown
    }

    async fn ask(&self, app: &AppHandle, notice: &Notice) -> zbus::Result<()> {
        let mut line = self.line.lock().await;
        let open = match line.take() {
            Some(open) => open,
            None => Line::open(app).await?,
        };
        let asked = open.notify(notice).await;
        // After a refusal the line is still good; after anything else a new one is tried next time.
        if matches!(asked, Ok(()) | Err(zbus::Error::MethodError(..))) {
            *line = Some(open);
        }
        asked
    }

    /// Whether there is a service, or one would be started when asked.
    pub(crate) async fn standing(&self) -> Standing {
        match tokio::time::timeout(PATIENCE, is_there()).await {
            Ok(Ok(true)) if self.refused.load(Ordering::Relaxed) => Standing::Refusing,
            Ok(Ok(true)) => Standing::Ready,
            _ => Standing::Missing,
        }
    }
}

async fn is_there() -> zbus::Result<bool> {
    let bus = DBusProxy::new(&Connection::session().await?).await?;
    if bus.name_has_owner(BusName::try_from(NAME)?).await? {
        return Ok(true);
    }
    let startable = bus.list_activatable_names().await?;
    Ok(startable.iter().any(|name| name.as_str() == NAME))
}

impl Line {
    async fn open(app: &AppHandle) -> zbus::Result<Self> {
        let service = NotificationsProxy::new(&Connection::session().await?).await?;
        let (mut clicks, mut ends) = (
            service.receive_action_invoked().await?,
            service.receive_notification_closed().await?,
        );
        let shown = Shown::default();
        let (heard, gone, app) = (Arc::clone(&shown), Arc::clone(&shown), app.clone());
        tauri::async_runtime::spawn(async move {
            while let Some(click) = clicks.next().await {
                let Ok(click) = click.args() else { continue };
                // Forgotten when it is closed, not when it is clicked: services may keep showing it.
                let target = heard.lock().await.get(&click.id).cloned();
                if let Some(target) = target {
                    target.clicked(&app, &click.action_key);
                }
            }
        });
        tauri::async_runtime::spawn(async move {
            while let Some(end) = ends.next().await {
                if let Ok(end) = end.args() {
                    gone.lock().await.remove(&end.id);
                }
            }
        });
        Ok(Self { service, shown })
    }

    async fn notify(&self, notice: &Notice) -> zbus::Result<()> {
        let able = self.service.get_capabilities().await.unwrap_or_default();
        let body = if able.iter().any(|it| it == "body-markup") {
            without_markup(&notice.body)
        } else {
            notice.body.clone()
        };
        let mut actions = vec![BODY, notice.open.as_str()];
        actions.extend(buttons(notice).into_iter().flat_map(|(id, label)| [id, label]));
        let hints = HashMap::from([("desktop-entry", Value::from(PROGRAM))]);
        // Held while it is sent, so that a click that comes before its number is written down waits for it.
        let mut shown = self.shown.lock().await;
        let number = self
            .service
            .notify(
                "Virtus Planning",
                0,
                PROGRAM,
                &notice.title,
                &body,
                &actions,
                hints,
                -1,
            )
            .await?;
        shown.insert(number, Target::from(notice));
        Ok(())
    }
}

/// The text as a service shows it that takes `<` and `&` for markup.
fn without_markup(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_taken_for_markup() {
        assert_eq!(without_markup("Dupond & fils <b>"), "Dupond &amp; fils &lt;b&gt;");
    }
}
