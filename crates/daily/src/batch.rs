//! Several rooms to delete at once.

use crate::RoomName;

/// 1 to 1000 different rooms (Daily's REST documentation, "Delete rooms in bulk").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomBatch(Vec<RoomName>);

/// There is no room in the batch, or more than Daily takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a batch has 1 to 1000 rooms")]
pub struct BadBatch;

impl RoomBatch {
    /// Most rooms one call may delete.
    pub const LARGEST: usize = 1000;

    /// A batch of `names`; naming a room twice counts once.
    pub fn new(mut names: Vec<RoomName>) -> Result<Self, BadBatch> {
        names.sort();
        names.dedup();
        if (1..=Self::LARGEST).contains(&names.len()) {
            Ok(Self(names))
        } else {
            Err(BadBatch)
        }
    }

    /// The rooms, sorted by name.
    pub fn names(&self) -> &[RoomName] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(count: usize) -> Vec<RoomName> {
        (0..count)
            .map(|i| RoomName::parse(&format!("r{i}")).unwrap())
            .collect()
    }

    #[test]
    fn a_batch_is_neither_empty_nor_larger_than_a_thousand() {
        assert_eq!(RoomBatch::new(vec![]), Err(BadBatch));
        assert!(RoomBatch::new(names(1000)).is_ok());
        assert_eq!(RoomBatch::new(names(1001)), Err(BadBatch));
    }

    #[test]
    fn a_room_named_twice_counts_once() {
        let twice = [names(2), names(2)].concat();
        assert_eq!(RoomBatch::new(twice).unwrap().names().len(), 2);
    }
}
