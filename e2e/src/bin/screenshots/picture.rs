//! Makes a picture small enough to be committed: at most 256 colours. The most frequent ones are kept exactly, which
//! suits a calm interface: its surfaces stay what they are, only the rarest shades at the edges of letters move a little.

use std::collections::HashMap;

use e2e::{Outcome, Trouble, While};

type Colour = [u8; 3];

/// The same picture with a palette.
pub(crate) fn small(picture: &[u8]) -> Outcome<Vec<u8>> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().during("reading a picture")?;
    let size = reader.output_buffer_size();
    let mut bytes = vec![0; size.ok_or_else(|| Trouble::new("the picture is too large"))?];
    let frame = reader.next_frame(&mut bytes).during("reading a picture")?;
    let step = frame.color_type.samples();
    if step < 3 {
        return Err(Trouble::new("the picture has no colours"));
    }
    let pixels: Vec<Colour> = bytes[..frame.buffer_size()]
        .chunks_exact(step)
        .map(|one| [one[0], one[1], one[2]])
        .collect();
    let (palette, indices) = reduce(&pixels);
    write(frame.width, frame.height, &palette, &indices).during("writing a picture")
}

/// A palette of at most 256 colours and, for each pixel, its place in it.
fn reduce(pixels: &[Colour]) -> (Vec<Colour>, Vec<u8>) {
    let mut counts: HashMap<Colour, u32> = HashMap::new();
    for run in pixels.chunk_by(|one, next| one == next) {
        *counts.entry(run[0]).or_default() += u32::try_from(run.len()).unwrap_or(u32::MAX);
    }
    let mut palette: Vec<(u32, Colour)> = counts.iter().map(|(colour, count)| (*count, *colour)).collect();
    // By colour too: the same picture gives the same file.
    palette.sort_unstable_by(|one, other| other.cmp(one));
    palette.truncate(256);
    let palette: Vec<Colour> = palette.into_iter().map(|(_, colour)| colour).collect();

    let places: HashMap<Colour, u8> = counts
        .keys()
        .map(|colour| (*colour, nearest(&palette, *colour)))
        .collect();
    let mut indices = Vec::with_capacity(pixels.len());
    for run in pixels.chunk_by(|one, next| one == next) {
        indices.resize(indices.len() + run.len(), places[&run[0]]);
    }
    (palette, indices)
}

fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let distance = |other: &Colour| -> u32 {
        colour
            .iter()
            .zip(other)
            .map(|(one, two)| u32::from(one.abs_diff(*two)).pow(2))
            .sum()
    };
    let best = (0_u8..=255).zip(palette).min_by_key(|(_, other)| distance(other));
    best.map_or(0, |(place, _)| place)
}

fn write(width: u32, height: u32, palette: &[Colour], indices: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut written = Vec::new();
    let mut encoder = png::Encoder::new(&mut written, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(indices)?;
    writer.finish()?;
    Ok(written)
}
