//! Draws what egui tessellates on the processor alone: pictures of the window without a display or a graphics driver,
//! the same on every machine.
//!
//! Colours are blended as egui's own renderers do it: premultiplied, in gamma space. Pixels belong to the triangle that
//! holds their centre; on an edge, to the one on its right or below.

#![expect(clippy::many_single_char_names, clippy::cast_possible_wrap, reason = "coordinates and channels, all small")]

use std::collections::HashMap;

use eframe::egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex};
use eframe::egui::{Color32, Context, FullOutput, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;

#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                match change.pos {
                    None => drop(self.textures.insert(id, Texture { size: image.size, texels: image.pixels.clone() })),
                    Some(at) => {
                        if let Some(texture) = self.textures.get_mut(&id) {
                            texture.patch(at, image.size, &image.pixels);
                        }
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), scale) {
            if let Primitive::Mesh(mesh) = primitive
                && let Some(texture) = self.textures.get(&mesh.texture_id)
            {
                canvas.clip(clip_rect, scale);
                canvas.mesh(mesh, texture, scale);
            }
        }
        canvas.into_image()
    }
}

struct Texture {
    size: [usize; 2],
    texels: Vec<Color32>,
}

impl Texture {
    fn patch(&mut self, at: [usize; 2], size: [usize; 2], texels: &[Color32]) {
        for (row, line) in texels.chunks_exact(size[0]).enumerate() {
            let start = (at[1] + row) * self.size[0] + at[0];
            self.texels[start..start + size[0]].copy_from_slice(line);
        }
    }

    fn at(&self, x: i32, y: i32) -> Color32 {
        let x = x.clamp(0, self.size[0] as i32 - 1) as usize;
        let y = y.clamp(0, self.size[1] as i32 - 1) as usize;
        self.texels[y * self.size[0] + x]
    }

    /// Bilinear, at `uv` from 0 to 1; exact where it falls on the middle of a texel.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let (x, y) = (u * self.size[0] as f32 - 0.5, v * self.size[1] as f32 - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (fx, fy) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let near = |f: f32| !(0.01..=0.99).contains(&f);
        if near(fx) && near(fy) {
            return self.at(left + fx.round() as i32, top + fy.round() as i32).to_array().map(f32::from);
        }
        let mut mixed = [0.0; 4];
        for (texel, weight) in [
            (self.at(left, top), (1.0 - fx) * (1.0 - fy)),
            (self.at(left + 1, top), fx * (1.0 - fy)),
            (self.at(left, top + 1), (1.0 - fx) * fy),
            (self.at(left + 1, top + 1), fx * fy),
        ] {
            for (sum, channel) in mixed.iter_mut().zip(texel.to_array()) {
                *sum += f32::from(channel) * weight;
            }
        }
        mixed
    }
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
    /// Left, top, right, bottom in pixels, half open.
    clip: [i32; 4],
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![Color32::TRANSPARENT; width * height], clip: [0; 4] }
    }

    fn clip(&mut self, rect: Rect, scale: f32) {
        let edge = |value: f32, most: usize| ((value * scale).round() as i32).clamp(0, most as i32);
        self.clip = [
            edge(rect.min.x, self.width),
            edge(rect.min.y, self.height),
            edge(rect.max.x, self.width),
            edge(rect.max.y, self.height),
        ];
    }

    fn mesh(&mut self, mesh: Mesh, texture: &Texture, scale: f32) {
        let mut vertices = mesh.vertices;
        for vertex in &mut vertices {
            vertex.pos = (vertex.pos.to_vec2() * scale).to_pos2();
        }
        for corners in mesh.indices.chunks_exact(3) {
            self.triangle([0, 1, 2].map(|at| vertices[corners[at] as usize]), texture);
        }
    }

    fn triangle(&mut self, mut corners: [Vertex; 3], texture: &Texture) {
        if corners.iter().all(|corner| corner.color == Color32::TRANSPARENT) {
            return;
        }
        // Always in the same order, so that neighbours compute the same crossing on the edge they share.
        corners.sort_by(|a, b| a.pos.y.total_cmp(&b.pos.y).then(a.pos.x.total_cmp(&b.pos.x)));
        let [a, b, c] = corners;
        let first = first_centre(a.pos.y).max(self.clip[1]);
        let end = first_centre(c.pos.y).min(self.clip[3]);
        if first >= end {
            return;
        }
        let Some(shade) = Shade::new(corners, texture) else { return };
        for row in first..end {
            let y = row as f32 + 0.5;
            let long = crossing(a.pos, c.pos, y);
            let short = if y < b.pos.y { crossing(a.pos, b.pos, y) } else { crossing(b.pos, c.pos, y) };
            let from = first_centre(long.min(short)).max(self.clip[0]);
            let to = first_centre(long.max(short)).min(self.clip[2]);
            if from < to {
                let start = row as usize * self.width;
                let span = &mut self.pixels[start + from as usize..start + to as usize];
                shade.paint(span, from, y, texture);
            }
        }
    }

    fn into_image(self) -> Result<RgbaImage, String> {
        let bytes = self.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
        RgbaImage::from_raw(self.width as u32, self.height as u32, bytes).ok_or_else(|| "wrong size".to_owned())
    }
}

/// The first pixel whose centre is at `edge` or after it.
fn first_centre(edge: f32) -> i32 {
    (edge - 0.5).ceil() as i32
}

fn crossing(from: Pos2, to: Pos2, y: f32) -> f32 {
    if to.y <= from.y { from.x } else { from.x + (to.x - from.x) * ((y - from.y) / (to.y - from.y)) }
}

/// What the pixels of one triangle get.
enum Shade {
    /// One colour all over.
    Flat(Color32),
    /// Red, green, blue, alpha, u, v: at the origin, and how they change to the right and down.
    Varying([[f32; 3]; 6]),
}

impl Shade {
    fn new(corners: [Vertex; 3], texture: &Texture) -> Option<Self> {
        let [a, b, c] = corners;
        if a.uv == b.uv && b.uv == c.uv && a.color == b.color && b.color == c.color {
            let texel = texture.sample(a.uv.x, a.uv.y);
            return Some(Self::Flat(tinted(texel, a.color.to_array().map(f32::from))));
        }
        let (ab, ac) = (b.pos - a.pos, c.pos - a.pos);
        let area = ab.x * ac.y - ac.x * ab.y;
        if area == 0.0 {
            return None;
        }
        let values = corners.map(|corner| {
            let [r, g, b, alpha] = corner.color.to_array().map(f32::from);
            [r, g, b, alpha, corner.uv.x, corner.uv.y]
        });
        let mut planes = [[0.0; 3]; 6];
        for (at, plane) in planes.iter_mut().enumerate() {
            let (db, dc) = (values[1][at] - values[0][at], values[2][at] - values[0][at]);
            let right = (db * ac.y - dc * ab.y) / area;
            let down = (dc * ab.x - db * ac.x) / area;
            *plane = [values[0][at] - right * a.pos.x - down * a.pos.y, right, down];
        }
        Some(Self::Varying(planes))
    }

    fn paint(&self, span: &mut [Color32], from: i32, y: f32, texture: &Texture) {
        match self {
            Self::Flat(colour) if colour.a() == 255 => span.fill(*colour),
            Self::Flat(colour) => span.iter_mut().for_each(|pixel| *pixel = over(*colour, *pixel)),
            Self::Varying(planes) => {
                let x = from as f32 + 0.5;
                let mut at = planes.map(|[origin, right, down]| origin + right * x + down * y);
                for pixel in span {
                    let [r, g, b, a, u, v] = at;
                    *pixel = over(tinted(texture.sample(u, v), [r, g, b, a]), *pixel);
                    for (value, [_, right, _]) in at.iter_mut().zip(planes) {
                        *value += right;
                    }
                }
            }
        }
    }
}

fn tinted(texel: [f32; 4], colour: [f32; 4]) -> Color32 {
    let channel = |at: usize| (texel[at] * colour[at] / 255.0 + 0.5) as u8;
    Color32::from_rgba_premultiplied(channel(0), channel(1), channel(2), channel(3))
}

fn over(above: Color32, below: Color32) -> Color32 {
    let rest = 255 - u32::from(above.a());
    if rest == 255 && above == Color32::TRANSPARENT {
        return below;
    }
    let channel = |a: u8, b: u8| (u32::from(a) + (u32::from(b) * rest + 127) / 255).min(255) as u8;
    let ([r, g, b, a], [x, y, z, w]) = (above.to_array(), below.to_array());
    Color32::from_rgba_premultiplied(channel(r, x), channel(g, y), channel(b, z), channel(a, w))
}
