//! The agenda of a demonstration: made through the same rules as everything else, so it must satisfy them.

use api::Language;

use crate::scene::Scene;

#[tokio::test]
async fn the_examples_fill_an_agenda_with_a_series_among_them() {
    let scene = Scene::before_the_first_run().await;
    scene
        .planner
        .fill_with_examples(Language::Fr, scene.clock.now())
        .await
        .unwrap();
    let desk = scene.desk().await;
    let found = desk
        .find_appointments("Léa Dupuis", scene.clock.now())
        .await
        .unwrap();
    assert!(!found.is_empty(), "examples of appointments");
    let mut places = Vec::new();
    for one in &found {
        let details = desk.appointment_details(one.id, scene.clock.now()).await.unwrap();
        places.extend(details.series.map(|it| it.others));
    }
    assert!(
        places.iter().any(|others| *others > 0),
        "some of a series are still ahead: {places:?}"
    );
}
