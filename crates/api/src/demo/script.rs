//! Who is in the demonstration, and its words in each language.

use crate::Language;

/// Name, address and number of each client; some have no number.
pub(super) const CLIENTS: [(&str, &str, &str); 14] = [
    ("Léa Dupuis", "lea.dupuis@exemple.fr", "06 12 34 56 78"),
    ("Marc Petit", "marc.petit@exemple.fr", "06 23 45 67 89"),
    ("Océane Roux", "oceane.roux@exemple.fr", "06 34 56 78 90"),
    ("Julien Marchand", "julien.marchand@exemple.fr", ""),
    ("Thomas Garcia", "thomas.garcia@exemple.fr", "06 45 67 89 01"),
    ("Nadia Benali", "nadia.benali@exemple.fr", "06 56 78 90 12"),
    ("Claire Chevalier", "claire.chevalier@exemple.fr", ""),
    ("Hugo Lefèvre", "hugo.lefevre@exemple.fr", "06 67 89 01 23"),
    ("Inès Moreau", "ines.moreau@exemple.fr", "06 78 90 12 34"),
    ("Antoine Bernard", "antoine.bernard@exemple.fr", ""),
    ("Camille Durand", "camille.durand@exemple.fr", "06 89 01 23 45"),
    ("Yanis Fontaine", "yanis.fontaine@exemple.fr", "06 95 12 34 56"),
    ("Élodie Lambert", "elodie.lambert@exemple.fr", ""),
    ("Mathis Girard", "mathis.girard@exemple.fr", "06 01 23 45 67"),
];

/// Name and address of each prospect.
pub(super) const PROSPECTS: [(&str, &str); 3] = [
    ("Sophie Martin", "sophie.martin@exemple.fr"),
    ("Karim Haddad", "karim.haddad@exemple.fr"),
    ("Anne-Laure Picard", "al.picard@exemple.fr"),
];

/// What is written in the agenda.
pub(super) struct Script {
    /// The notes on each client.
    pub(super) notes: [&'static str; CLIENTS.len()],
    /// Of the type "Supervision".
    pub(super) supervision: &'static str,
    /// Of some appointments.
    pub(super) description: &'static str,
    /// Why some were cancelled.
    pub(super) cancelled: &'static str,
    /// The week that is closed.
    pub(super) holidays: &'static str,
    /// The day that opens at noon.
    pub(super) training: &'static str,
    /// The coach's own calendar.
    pub(super) calendar: &'static str,
}

const FRENCH: Script = Script {
    notes: [
        "Prépare une prise de poste de direction en mars.",
        "Reconversion vers l’artisanat. Préfère le matin.",
        "",
        "Séances financées par son entreprise.",
        "",
        "Prise de parole en public.",
        "",
        "Création d’entreprise, associé à distance.",
        "",
        "Retour après un arrêt long : avancer doucement.",
        "",
        "Sportif de haut niveau.",
        "",
        "",
    ],
    supervision: "Échange entre coachs.",
    description: "Reprendre les trois points notés la dernière fois.",
    cancelled: "Empêchement de dernière minute",
    holidays: "Congés",
    training: "Formation le matin",
    calendar: "Agenda personnel",
};

const ENGLISH: Script = Script {
    notes: [
        "Getting ready for a post as director in March.",
        "Changing career to a craft. Prefers mornings.",
        "",
        "Sessions paid for by the company.",
        "",
        "Speaking in public.",
        "",
        "Founding a company with a partner abroad.",
        "",
        "Back after a long leave: go gently.",
        "",
        "Top-level athlete.",
        "",
        "",
    ],
    supervision: "Between coaches.",
    description: "Come back to the three points noted last time.",
    cancelled: "Something came up at the last minute",
    holidays: "Holidays",
    training: "Training in the morning",
    calendar: "Private calendar",
};

impl Script {
    /// The words of one language.
    pub(super) fn in_language(language: Language) -> &'static Self {
        match language {
            Language::Fr => &FRENCH,
            Language::En => &ENGLISH,
        }
    }
}
