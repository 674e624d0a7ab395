//! The zones a coach can choose from.

use slots::Zone;

#[test]
fn every_zone_on_offer_is_a_place_that_can_be_chosen() {
    let names = Zone::all();
    assert!(names.len() > 300, "only {} zones", names.len());
    assert!(names.is_sorted());
    for home in [
        "Europe/Paris",
        "America/Vancouver",
        "Indian/Reunion",
        "UTC",
        "Etc/UTC",
    ] {
        assert!(names.iter().any(|name| name == home), "{home} is missing");
    }
    let odd: Vec<_> = names
        .iter()
        .filter(|name| name.starts_with("posix/") || Zone::parse(name).is_err())
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
}
