//! How the letters of a file were written.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// The text, and the name of its encoding; none for what is no text.
///
/// A mark at the beginning decides, then whether all of it is UTF-8; only then is it guessed, as browsers guess. Excel
/// writes windows-1252 on most European computers and Macintosh on some Macs.
pub(super) fn decoded(bytes: &[u8]) -> Option<(String, &'static str)> {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guessed(bytes), |(marked, _)| marked);
    let (text, encoding, _) = encoding.decode(bytes);
    // Letters that cannot be read become a sign; a file of another kind holds zeros.
    (!text.contains('\0')).then(|| (text.into_owned(), encoding.name()))
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{UTF_16LE, WINDOWS_1250, WINDOWS_1252};

    use super::*;

    const FRENCH: &str =
        "Nom;Prénom;Téléphone\r\nLefèvre;Éloïse;06 12 34 56 78\r\nGarçon;Zoé;07 12 34 56 78\r\n";

    #[test]
    fn letters_come_out_however_they_were_written() {
        let (windows, ..) = WINDOWS_1252.encode(FRENCH);
        assert_eq!(decoded(&windows), Some((FRENCH.to_owned(), "windows-1252")));
        assert_eq!(decoded(FRENCH.as_bytes()), Some((FRENCH.to_owned(), "UTF-8")));
        let marked = format!("\u{feff}{FRENCH}");
        assert_eq!(decoded(marked.as_bytes()), Some((FRENCH.to_owned(), "UTF-8")));
        let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&wide), Some((FRENCH.to_owned(), UTF_16LE.name())));
        let polish = "Imię;Nazwisko\r\nŁukasz;Wiśniewski\r\nGrażyna;Błaszczyk\r\nŻaneta;Kwaśniewska\r\n";
        let (central, ..) = WINDOWS_1250.encode(polish);
        assert_eq!(decoded(&central).unwrap().0, polish);
    }

    #[test]
    fn what_is_no_text_is_told() {
        assert_eq!(
            decoded(b"PK\x03\x04\x14\x00\x06\x00"),
            None,
            "a spreadsheet that was not saved as CSV"
        );
    }
}
