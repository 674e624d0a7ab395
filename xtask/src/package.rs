//! What the system must offer, as data: how to see that it is there, and what it is called where.
//! Versions are left to the distributions: Debian 12, Ubuntu 24.04 and later have all of these.

/// What the packages are wanted for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// To build and run the app.
    Build,
    /// To test it too.
    Test,
}

/// How to see, without a package manager, that something is there.
pub enum Sign {
    /// A program in PATH.
    Program(&'static str),
    /// A library that pkg-config knows.
    Library(&'static str),
    /// Nothing shows it from outside.
    None,
}

/// One thing the system must offer.
pub struct Package {
    /// From which purpose on.
    pub purpose: Purpose,
    /// Its name on Debian and Ubuntu.
    pub debian: &'static str,
    /// Its sign elsewhere.
    pub sign: Sign,
}

const fn build(debian: &'static str, sign: Sign) -> Package {
    Package {
        purpose: Purpose::Build,
        debian,
        sign,
    }
}

const fn test(debian: &'static str, sign: Sign) -> Package {
    Package {
        purpose: Purpose::Test,
        debian,
        sign,
    }
}

/// Everything, Linux only: macOS and Windows have their web view and their services built in.
pub const PACKAGES: &[Package] = &[
    build("build-essential", Sign::Program("cc")),
    build("pkg-config", Sign::Program("pkg-config")),
    // Without them no https server can be trusted, Daily least of all.
    build("ca-certificates", Sign::None),
    build("libwebkit2gtk-4.1-dev", Sign::Library("webkit2gtk-4.1")),
    build(
        "libayatana-appindicator3-dev",
        Sign::Library("ayatana-appindicator3-0.1"),
    ),
    test("xvfb", Sign::Program("Xvfb")),
    test("openbox", Sign::Program("openbox")),
    test("webkit2gtk-driver", Sign::Program("WebKitWebDriver")),
    // Recommended by WebKit, not required by it: without it there is no OpenGL and so no picture.
    test("libgl1-mesa-dri", Sign::None),
    test("dbus", Sign::Program("dbus-daemon")),
    test("gnome-keyring", Sign::Program("gnome-keyring-daemon")),
    test("libsecret-tools", Sign::Program("secret-tool")),
    test("libglib2.0-bin", Sign::Program("gdbus")),
    test("python3-dbus", Sign::None),
    test("python3-gi", Sign::None),
    test("xclip", Sign::Program("xclip")),
    test("xdotool", Sign::Program("xdotool")),
    test("sqlite3", Sign::Program("sqlite3")),
    test("fonts-inter", Sign::None),
    // What we export is read by programs that are not ours; what we read of others' calendars is read by one too.
    test("python3-recurring-ical-events", Sign::None),
    test("python3-icalendar", Sign::None),
    test("python3-vobject", Sign::None),
    test("python3-radicale", Sign::None),
    test("poppler-utils", Sign::Program("pdftotext")),
];
