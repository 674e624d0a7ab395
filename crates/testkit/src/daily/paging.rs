//! Paging by id, as in Daily's REST documentation, "Pagination".

use super::recorded::Asked;
use super::reply::{Reply, invalid};
use std::ops::Range;

/// Which of the listed `ids` an answer shows: at most `limit` (1 to 100, 100 if not said), behind
/// `starting_after` or before `ending_before` (`OLDEST` being beyond the end).
pub(super) fn page(ids: &[&str], asked: &Asked) -> Result<Range<usize>, Reply> {
    let limit = limit(asked)?.unwrap_or(100);
    let position = |id: &str| {
        let found = ids.iter().position(|known| *known == id);
        found.ok_or_else(|| invalid(format!("no such id: {id}")))
    };
    match (
        asked.parameter("starting_after"),
        asked.parameter("ending_before"),
    ) {
        (Some(_), Some(_)) => Err(invalid("starting_after and ending_before exclude each other")),
        (Some(id), None) => {
            let start = position(id)? + 1;
            Ok(start..ids.len().min(start + limit))
        }
        (None, Some(id)) => {
            let end = if id == "OLDEST" { ids.len() } else { position(id)? };
            Ok(end.saturating_sub(limit)..end)
        }
        (None, None) => Ok(0..ids.len().min(limit)),
    }
}

/// `limit`, if it is said.
pub(super) fn limit(asked: &Asked) -> Result<Option<usize>, Reply> {
    let Some(text) = asked.parameter("limit") else {
        return Ok(None);
    };
    let limit = text.parse().ok().filter(|limit| (1..=100).contains(limit));
    limit
        .map(Some)
        .ok_or_else(|| invalid(format!("limit was '{text}' but should be 1 to 100")))
}
