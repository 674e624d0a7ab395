//! Clients who look alike.

use std::collections::BTreeSet;

use agenda::{
    Block, ClientCard, ClientId, ClientSearch, Contact, Email, Likeness, Line, Lookalikes, Phone, SameBy,
    lookalikes,
};
use store::Store;

use crate::desk::{Furnished, furnish, good};

fn card(name: &str, email: &str, phone: &str) -> ClientCard {
    ClientCard {
        name: good(Line::parse(name)),
        email: (!email.is_empty()).then(|| good(Email::parse(email))),
        phone: (!phone.is_empty()).then(|| good(Phone::stored(phone))),
        zone: None,
        notes: Block::default(),
    }
}

async fn add(desk: &Furnished, card: &ClientCard) -> ClientId {
    let id = ClientId::new(desk.now);
    desk.rows.add_client(id, card, desk.now).await.unwrap();
    id
}

/// The pairs, at most so many of each thing that is shared.
async fn pairs(desk: &Furnished, most: u32) -> Vec<Lookalikes> {
    lookalikes(&desk.rows.alike(most).await.unwrap(), &BTreeSet::new())
}

/// The pairs are those that reading everybody finds, in the same order.
pub async fn lookalikes_are_found_without_reading_everybody(store: Store) {
    let (desk, other) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    add(&other, &card("Nadia Roy", "n1@exemple.fr", "+33612000001")).await;
    let mut all = Vec::new();
    for n in 0..60_u32 {
        // Few names, fewer addresses, some numbers, each shared by others than the one before.
        let name = format!("{} Roy", ["Nadia", "Élodie", "Zoé", "Marc"][n as usize % 4]);
        let email = if n % 3 == 0 {
            format!("N{}@exemple.fr", n % 9)
        } else {
            String::new()
        };
        let phone = if n % 5 == 0 {
            format!("+336120000{:02}", n % 20)
        } else {
            String::new()
        };
        let name = if n % 2 == 0 { name } else { format!("{name} {n}") };
        let card = card(&name, &email, &phone);
        let id = add(&desk, &card).await;
        if n % 7 == 0 {
            desk.rows.archive_client(id, Some(desk.now)).await.unwrap();
        }
        all.push((n % 7 == 0, agenda::search_form(&name), Contact::of(id, &card)));
    }
    all.sort_by_key(|(away, name, it)| (*away, name.clone(), it.id.to_string()));
    let all: Vec<Contact> = all.into_iter().map(|(_, _, it)| it).collect();
    let told = lookalikes(&all, &BTreeSet::new());
    assert!(told.len() > 30, "the example has pairs: {told:?}");
    assert_eq!(pairs(&desk, 1_000).await, told);
}

/// Of many who share something so many are told as were asked for, and not all of them.
pub async fn of_many_lookalikes_some_are_told(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    for n in 0..30_u8 {
        add(&desk, &card("Marie Martin", "", "")).await;
        add(
            &desk,
            &card(&format!("Zoé Z{}", char::from(b'a' + n / 2)), "", ""),
        )
        .await;
    }
    let few = desk.rows.alike(5).await.unwrap();
    assert_eq!(
        few.len(),
        6 + 4 * 2,
        "six of one name and two of each of four others"
    );
    assert!(pairs(&desk, 5).await.len() >= 5);
}

/// Whatever is done to clients, the pairs are those that reading everybody finds: who shares something is kept beside each, and
/// must not lag behind.
pub async fn what_is_shared_keeps_up_with_every_change(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let drawn = |n: usize| {
        // A few of each, so that most changes make or part a pair.
        let name = ["Nadia Roy", "Zoé Roy", "Marc Roy", "!"][n * 7 % 4];
        let email = ["", "a@exemple.fr", "B@exemple.fr", "b@exemple.fr", ""][n * 11 % 5];
        let phone = ["", "+33612000001", ""][n * 5 % 3];
        card(name, email, phone)
    };
    let mut ids = vec![desk.client];
    let mut told = 0;
    for n in 0..120 {
        let one = ids[n * 13 % ids.len()];
        match n % 6 {
            0..=2 if ids.len() < 20 => ids.push(add(&desk, &drawn(n)).await),
            3 => desk.rows.update_client(one, &drawn(n + 1)).await.unwrap(),
            4 => desk
                .rows
                .archive_client(one, (n % 4 == 0).then_some(desk.now))
                .await
                .unwrap(),
            5 => {
                let other = ids.remove(n * 17 % ids.len());
                let kept = ids[n % ids.len()];
                if n % 4 == 1 {
                    let words = good(Line::parse("Client effacé"));
                    desk.rows.erase_client(other, &words, desk.now).await.unwrap();
                } else {
                    let (ours, theirs) = (
                        desk.rows.client(kept, desk.now).await.unwrap(),
                        desk.rows.client(other, desk.now).await.unwrap(),
                    );
                    let card = theirs.card.clone();
                    desk.rows
                        .merge_clients(&ours, &theirs, &card, desk.now)
                        .await
                        .unwrap();
                }
            }
            _ => {}
        }
        let everybody = desk
            .rows
            .clients(&ClientSearch::default(), desk.now)
            .await
            .unwrap();
        let everybody: Vec<Contact> = everybody.iter().map(|it| Contact::of(it.id, &it.card)).collect();
        let all = lookalikes(&everybody, &BTreeSet::new());
        assert_eq!(pairs(&desk, 1_000).await, all, "after change {n}");
        // One who is alone again, and was not told so, would take the place of a pair.
        for few in [1, 3] {
            let found = pairs(&desk, few).await.len();
            assert!(
                found >= all.len().min(few as usize),
                "{found} of {few} after change {n}"
            );
        }
        told += all.len();
    }
    assert!(told > 500, "the example has pairs: {told}");
}

/// Who is changed, made one with another or erased has no longer in common what they had.
pub async fn what_is_shared_changes_with_the_client(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let named = add(&desk, &card("DUPUIS Léa", "", "")).await;
    assert_eq!(pairs(&desk, 9).await.len(), 1);
    desk.rows
        .update_client(named, &card("Nadia Roy", "", ""))
        .await
        .unwrap();
    assert_eq!(pairs(&desk, 9).await, []);
    let twin = add(&desk, &card("N. Roy", "nadia@exemple.fr", "")).await;
    desk.rows
        .update_client(named, &card("Nadia Roy", "NADIA@exemple.fr", ""))
        .await
        .unwrap();
    let found = pairs(&desk, 9).await;
    assert_eq!((found.len(), found[0].same.as_slice()), (1, &[SameBy::Email][..]));
    desk.rows
        .erase_client(twin, &good(Line::parse("Client effacé")), desk.now)
        .await
        .unwrap();
    assert_eq!(pairs(&desk, 9).await, []);
    let third = add(&desk, &card("Roy N.", "", "")).await;
    let (kept, gone) = (
        desk.rows.client(desk.client, desk.now).await.unwrap(),
        desk.rows.client(third, desk.now).await.unwrap(),
    );
    let merged = card("Roy Nadia", "", "");
    desk.rows
        .merge_clients(&kept, &gone, &merged, desk.now)
        .await
        .unwrap();
    let found = pairs(&desk, 9).await;
    assert_eq!((found.len(), found[0].same.as_slice()), (1, &[SameBy::Name][..]));
}

/// Those who are asked about are compared with everybody of this coach by each of the three.
pub async fn whoever_is_like_somebody_is_found(store: Store) {
    let (desk, other) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    let by_email = add(&desk, &card("A", "a@exemple.fr", "")).await;
    let by_phone = add(&desk, &card("B", "", "+33612345678")).await;
    add(&desk, &card("C", "c@exemple.fr", "+33612345679")).await;
    add(&other, &card("A", "a@exemple.fr", "+33612345678")).await;
    let asked = [
        Likeness::of("Dupuis, Léa", None, None),
        Likeness::of("X", Some("A@EXEMPLE.FR"), Some("06 12 34 56 78")),
        Likeness::of("!", None, None),
    ];
    let found = desk.rows.like(&asked).await.unwrap();
    let found: Vec<ClientId> = found.iter().map(|it| it.id).collect();
    assert_eq!(
        found,
        [by_email, by_phone, desk.client],
        "in the order of the list"
    );
    assert_eq!(desk.rows.like(&[]).await.unwrap(), []);
}
