//! Where the media of a call is handled.

/// The regions Daily documents for `geo`. Left out, Daily takes the one nearest the first to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Region {
    #[serde(rename = "af-south-1")]
    CapeTown,
    #[serde(rename = "ap-northeast-2")]
    Seoul,
    #[serde(rename = "ap-southeast-1")]
    Singapore,
    #[serde(rename = "ap-southeast-2")]
    Sydney,
    #[serde(rename = "ap-south-1")]
    Mumbai,
    /// Inside the European Union.
    #[serde(rename = "eu-central-1")]
    Frankfurt,
    #[serde(rename = "eu-west-2")]
    London,
    #[serde(rename = "sa-east-1")]
    SaoPaulo,
    #[serde(rename = "us-east-1")]
    Virginia,
    #[serde(rename = "us-west-2")]
    Oregon,
}
