//! The language of the video page.

/// The codes Daily documents for `lang`; Japanese is `jp` there, not `ja`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Language {
    #[serde(rename = "da")]
    Danish,
    #[serde(rename = "de")]
    German,
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "fi")]
    Finnish,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "it")]
    Italian,
    #[serde(rename = "jp")]
    Japanese,
    #[serde(rename = "ka")]
    Georgian,
    #[serde(rename = "nl")]
    Dutch,
    #[serde(rename = "no")]
    Norwegian,
    #[serde(rename = "pt")]
    Portuguese,
    #[serde(rename = "pt-BR")]
    BrazilianPortuguese,
    #[serde(rename = "pl")]
    Polish,
    #[serde(rename = "ru")]
    Russian,
    #[serde(rename = "sv")]
    Swedish,
    #[serde(rename = "tr")]
    Turkish,
    /// Whatever the visitor's browser speaks.
    #[serde(rename = "user")]
    Browser,
}
