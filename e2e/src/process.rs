//! A process of the stage, ended with everything it started when it goes out of scope.
//!
//! Each is the leader of a process group of its own, so that helpers (`WebKit`'s network and web processes) end with
//! it. `setpriv --pdeathsig` covers the case no destructor sees: the test itself was killed.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::trouble::{Outcome, Trouble, While};

/// A running process and its group.
pub struct Process {
    name: String,
    child: Child,
}

impl Process {
    /// Starts `command` (built by [`guarded`]) as the leader of a new group.
    pub fn start(name: &str, command: &mut Command) -> Outcome<Self> {
        use std::os::unix::process::CommandExt;
        let child = command
            .process_group(0)
            .spawn()
            .during(format!("starting {name}"))?;
        Ok(Self {
            name: name.to_owned(),
            child,
        })
    }

    /// The process id, valid while `self` lives.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What to say to the process, if its standard input was piped; closes it.
    pub fn tell(&mut self, words: &str) -> Outcome {
        use std::io::Write;
        let Some(mut input) = self.child.stdin.take() else {
            return Err(Trouble(format!("{} takes no input", self.name)));
        };
        input
            .write_all(words.as_bytes())
            .during(format!("writing to {}", self.name))
    }

    /// The first line on its (piped) standard output that `wanted` accepts, within `patience`.
    /// Later output is read and dropped, so that the process never blocks on a full pipe.
    pub fn first_line(&mut self, patience: Duration, wanted: fn(&str) -> bool) -> Outcome<String> {
        let Some(output) = self.child.stdout.take() else {
            return Err(Trouble(format!("{} has no piped output", self.name)));
        };
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if wanted(&line) {
                    // The receiver is gone after the first: the loop goes on only to drain.
                    let _ = sender.send(line);
                }
            }
        });
        receiver
            .recv_timeout(patience)
            .during(format!("waiting for the first line of {}", self.name))
    }

    /// Ends the whole group at once, as a power cut would, and waits until the leader is gone.
    pub fn kill(&mut self) {
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            // Already gone is what we want.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A command that dies with the thread that starts it, with an environment of its own.
pub fn guarded(program: &str, environment: &[(String, String)]) -> Command {
    let mut command = Command::new("setpriv");
    command
        .args(["--pdeathsig", "KILL", "--", program])
        .env_clear()
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null());
    command
}

/// The processes whose parent is `parent`.
pub fn children_of(parent: u32) -> Vec<u32> {
    let Ok(entries) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|id| parent_of(*id) == Some(parent))
        .collect()
}

/// A process, its children, and theirs: with a web view, the program and all that draws and fetches for it.
pub fn tree_of(root: u32) -> Vec<u32> {
    let mut tree = vec![root];
    let mut at = 0;
    while let Some(&id) = tree.get(at) {
        tree.extend(children_of(id));
        at += 1;
    }
    tree
}

/// Field 4 of `/proc/ID/stat`.
fn parent_of(id: u32) -> Option<u32> {
    stat(id)?.get(1)?.parse().ok()
}

/// Whether a process is over: gone, or dead and waiting for whoever inherited it to notice.
pub fn is_over(id: u32) -> bool {
    stat(id).is_none_or(|fields| fields.first().is_some_and(|state| state == "Z"))
}

/// `/proc/ID/stat` from field 3 (the state) on; read after the name, which may hold spaces and parentheses.
fn stat(id: u32) -> Option<Vec<String>> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    Some(
        stat.rsplit_once(')')?
            .1
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
    )
}

/// Kills one process (not its group) without asking it.
pub fn kill_one(id: u32) -> Outcome {
    let pid = i32::try_from(id).ok().and_then(Pid::from_raw);
    let pid = pid.ok_or_else(|| Trouble(format!("{id} is no process id")))?;
    kill_process(pid, Signal::KILL).during(format!("killing process {id}"))
}

/// Asks `check` every 50 ms until it answers something; `wanted` names it in the failure.
pub fn wait_until<T>(patience: Duration, wanted: &str, mut check: impl FnMut() -> Option<T>) -> Outcome<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = check() {
            return Ok(found);
        }
        if start.elapsed() > patience {
            return Err(Trouble(format!(
                "waited {} s for {wanted}, in vain",
                patience.as_secs()
            )));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
