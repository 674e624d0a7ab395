//! A session bus of our own. It activates nothing: a service is there when the stage started it and is missing when
//! it did not, whatever the machine has installed.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::home::Home;
use crate::process::{Process, guarded};
use crate::trouble::{Outcome, While};

const CONFIGURATION: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A running session bus.
pub struct Bus {
    _daemon: Process,
    /// What `DBUS_SESSION_BUS_ADDRESS` must be to speak on it.
    pub address: String,
}

impl Bus {
    /// Starts it.
    pub fn new(home: &Home) -> Outcome<Self> {
        let file = home.path("bus.conf");
        fs::write(&file, CONFIGURATION).during("configuring the session bus")?;
        let mut command = guarded("dbus-daemon", &home.environment());
        command
            .arg("--nofork")
            .arg("--print-address=1")
            .arg("--config-file")
            .arg(&file);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut daemon = Process::start("dbus-daemon", &mut command)?;
        let address = daemon.first_line(Duration::from_secs(10), |line| line.starts_with("unix:"))?;
        Ok(Self {
            _daemon: daemon,
            address,
        })
    }
}
