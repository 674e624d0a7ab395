//! The calls the stand-in knows, by the names tests use for them.

/// One call of Daily's REST interface. Everything else is answered 404.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// `GET /`
    GetDomain,
    /// `POST /`
    SetDomain,
    /// `POST /rooms`
    CreateRoom,
    /// `GET /rooms`
    ListRooms,
    /// `GET /rooms/:name`
    GetRoom,
    /// `POST /rooms/:name`
    UpdateRoom,
    /// `DELETE /rooms/:name`
    DeleteRoom,
    /// `DELETE /batch/rooms`
    DeleteRooms,
    /// `GET /rooms/:name/presence`
    RoomPresence,
    /// `GET /presence`
    Presence,
    /// `POST /rooms/:name/eject`
    Eject,
    /// `POST /meeting-tokens`
    CreateToken,
    /// `GET /meeting-tokens/:token`
    CheckToken,
    /// `GET /meetings`
    ListMeetings,
}

impl Endpoint {
    /// The call meant by a method and the path below `/v1`, with the room name or token in it.
    pub(super) fn of(method: &str, path: &[&str]) -> Option<(Self, String)> {
        let (endpoint, name) = match (method, path) {
            ("GET", []) => (Self::GetDomain, ""),
            ("POST", []) => (Self::SetDomain, ""),
            ("POST", ["rooms"]) => (Self::CreateRoom, ""),
            ("GET", ["rooms"]) => (Self::ListRooms, ""),
            ("GET", ["rooms", name]) => (Self::GetRoom, *name),
            ("POST", ["rooms", name]) => (Self::UpdateRoom, *name),
            ("DELETE", ["rooms", name]) => (Self::DeleteRoom, *name),
            ("DELETE", ["batch", "rooms"]) => (Self::DeleteRooms, ""),
            ("GET", ["rooms", name, "presence"]) => (Self::RoomPresence, *name),
            ("GET", ["presence"]) => (Self::Presence, ""),
            ("POST", ["rooms", name, "eject"]) => (Self::Eject, *name),
            ("POST", ["meeting-tokens"]) => (Self::CreateToken, ""),
            ("GET", ["meeting-tokens", token]) => (Self::CheckToken, *token),
            ("GET", ["meetings"]) => (Self::ListMeetings, ""),
            _ => return None,
        };
        Some((endpoint, name.to_owned()))
    }
}
