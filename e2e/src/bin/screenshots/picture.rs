//! Makes a picture small enough to be committed: at most 256 colours, which a calm interface hardly notices.

use color_quant::NeuQuant;
use e2e::{Outcome, Trouble, While};

/// The same picture with a palette.
pub(crate) fn small(picture: &[u8]) -> Outcome<Vec<u8>> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().during("reading a picture")?;
    let size = reader
        .output_buffer_size()
        .ok_or_else(|| Trouble::new("the picture is too large"))?;
    let mut bytes = vec![0; size];
    let frame = reader.next_frame(&mut bytes).during("reading a picture")?;
    let step = frame.color_type.samples();
    let opaque = |pixel: &[u8]| [pixel[0], pixel[1], pixel[2], 255];
    let pixels: Vec<u8> = bytes[..frame.buffer_size()]
        .chunks_exact(step)
        .flat_map(opaque)
        .collect();

    // Every third pixel is looked at: the colours are the same, and it takes a third of the time.
    let colours = NeuQuant::new(3, 256, &pixels);
    let palette = colours.color_map_rgb();
    // Neighbours are mostly alike: ask once for a run of the same colour.
    let mut last = ([0; 4], 0);
    let mut index = |pixel: &[u8]| {
        if last.0 != *pixel {
            last = ([pixel[0], pixel[1], pixel[2], pixel[3]], colours.index_of(pixel));
        }
        u8::try_from(last.1).unwrap_or_default()
    };
    let indices: Vec<u8> = pixels.chunks_exact(4).map(&mut index).collect();

    let mut written = Vec::new();
    let mut encoder = png::Encoder::new(&mut written, frame.width, frame.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().during("writing a picture")?;
    writer.write_image_data(&indices).during("writing a picture")?;
    writer.finish().during("writing a picture")?;
    Ok(written)
}
