//! `incident.html`: the story as one page that a support engineer reads in a minute.
//!
//! Never here: a script, anything loaded from elsewhere, or text that was not escaped. The page's own policy
//! (`default-src 'none'`) holds even if one of these were missed.

use std::fmt::Write;

use encodify::base64::STANDARD;

use crate::model::{Block, Part, Section};
use crate::text::{size, t, tf};

use super::markdown::hidden;
use super::story::{Listed, Picture, Story, hidden_line, left_out, missing_facts, told};

const PAGE: &str = include_str!("../../assets/bundle/page.html");
const STYLE: &str = include_str!("../../assets/bundle/page.css");

/// The whole page.
pub(super) fn render(story: &Story) -> String {
    let (before, after) = PAGE.split_once("{body}").unwrap_or((PAGE, ""));
    // The title comes last, so that nothing in it is taken for a mark of the template.
    let before = before
        .replace("{lang}", story.lang().code())
        .replace("{style}", STYLE)
        .replace("{title}", &escape(&story.incident.draft.title));
    let mut page = Page(before);
    header(&mut page, story);
    page.raw("<main>\n");
    for section in told(story.incident) {
        tell(&mut page, story, section);
    }
    gallery(&mut page, story);
    page.raw("</main>\n");
    files(&mut page, story);
    points(&mut page, "bundle-hidden", story, &hidden(story));
    let overrides: Vec<String> = story.overrides.iter().map(|one| format!("{}: {}", one.title, one.reason)).collect();
    points(&mut page, "bundle-overrides", story, &overrides);
    points(&mut page, "bundle-notes", story, &missing_facts(story.incident));
    page.raw("<footer>");
    page.text(&tf(story.lang(), "bundle-footer", &[("version", env!("CARGO_PKG_VERSION").into())]));
    page.raw("</footer>\n");
    page.raw(after);
    page.0
}

/// Whether a picture of this format may stand in the page, and under which type.
pub(super) fn media_type(path: &str) -> Option<&'static str> {
    match path.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "png" => Some("image/png"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        "gif" => Some("image/gif"),
        "webp" => Some("image/webp"),
        "bmp" => Some("image/bmp"),
        _ => None,
    }
}

struct Page(String);

impl Page {
    fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    fn text(&mut self, text: &str) {
        self.0.push_str(&escape(text));
    }

    /// One element with text; `open` is the tag with its attributes.
    fn element(&mut self, open: &str, text: &str) {
        let tag = open.split(' ').next().unwrap_or(open);
        writeln!(self.0, "<{open}>{}</{tag}>", escape(text)).ok();
    }
}

/// Text as it may stand anywhere in the page, attributes included; control characters and marks that turn the reading
/// direction around are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out
}

fn header(page: &mut Page, story: &Story) {
    page.raw("<header>\n");
    page.element("h1", &story.incident.draft.title);
    page.raw("<dl class=\"glance\">\n");
    for (label, value) in story.glance() {
        page.raw("<div>");
        page.element("dt", &label);
        page.element("dd", &value);
        page.raw("</div>\n");
    }
    page.raw("</dl>\n</header>\n");
}

fn tell(page: &mut Page, story: &Story, section: &Section) {
    page.raw("<section>\n");
    page.element("h2", &section.heading);
    for block in &section.blocks {
        match block {
            Block::Text(words) => page.element("p", words.trim_end()),
            Block::Code(words) => page.element("pre", words.trim_end()),
            Block::Steps(steps) => {
                page.raw("<ol class=\"steps\">\n");
                for (i, step) in steps.iter().enumerate() {
                    page.raw("<li>");
                    page.element("div class=\"words\"", step.trim_end());
                    if section.part == Part::Steps {
                        pictures(page, story, Some(i + 1));
                    }
                    page.raw("</li>\n");
                }
                page.raw("</ol>\n");
            }
            Block::Points(points) => list(page, points),
            Block::Rows(rows) => {
                page.raw("<table class=\"rows\">\n");
                for (name, value) in rows {
                    page.raw("<tr>");
                    page.element("th scope=\"row\"", name);
                    page.element("td", value);
                    page.raw("</tr>\n");
                }
                page.raw("</table>\n");
            }
        }
    }
    page.raw("</section>\n");
}

fn list(page: &mut Page, points: &[String]) {
    page.raw("<ul>\n");
    for point in points {
        page.element("li", point);
    }
    page.raw("</ul>\n");
}

/// The step a picture is shown at: none when it names no step, or one that is not told.
fn step_of(story: &Story, picture: &Picture) -> Option<usize> {
    let told = told(story.incident)
        .filter(|section| section.part == Part::Steps)
        .flat_map(|section| &section.blocks)
        .filter_map(|block| if let Block::Steps(steps) = block { Some(steps.len()) } else { None })
        .max()
        .unwrap_or_default();
    story.incident.evidence.get(picture.evidence)?.item.step.filter(|step| (1..=told).contains(step))
}

fn gallery(page: &mut Page, story: &Story) {
    if story.pictures.iter().any(|picture| step_of(story, picture).is_none()) {
        page.raw("<section>\n");
        page.element("h2", &t(story.lang(), "bundle-pictures"));
        pictures(page, story, None);
        page.raw("</section>\n");
    }
}

fn pictures(page: &mut Page, story: &Story, step: Option<usize>) {
    let mut shown = story.pictures.iter().filter(|picture| step_of(story, picture) == step).peekable();
    if shown.peek().is_none() {
        return;
    }
    page.raw("<div class=\"pictures\">\n");
    for picture in shown {
        if let Some(file) = story.file(picture.evidence) {
            figure(page, story, picture, file);
        }
    }
    page.raw("</div>\n");
}

fn figure(page: &mut Page, story: &Story, picture: &Picture, file: &Listed) {
    let (lang, path) = (story.lang(), &file.entry.path);
    let id = picture.evidence + 1;
    let caption = file.evidence.map_or("", |evidence| evidence.item.caption.trim());
    let caption = if caption.is_empty() { &file.entry.original_name } else { caption };
    writeln!(page.0, "<figure id=\"picture-{id}\">").ok();
    if let (Some(bytes), Some(media_type)) = (&picture.bytes, media_type(path)) {
        write!(page.0, "<a class=\"open\" href=\"#picture-{id}\">").ok();
        write!(page.0, "<img alt=\"{}\" src=\"data:{media_type};base64,", escape(caption)).ok();
        STANDARD.encode_append(bytes, &mut page.0);
        page.raw("\"></a>\n");
    }
    page.raw("<figcaption>");
    page.text(caption);
    write!(page.0, " · <a href=\"{}\">{}</a>", escape(path), escape(&t(lang, "bundle-picture-file"))).ok();
    write!(page.0, "<span class=\"close\"> · <a href=\"#\">{}</a></span>", escape(&t(lang, "bundle-picture-close")))
        .ok();
    page.raw("</figcaption>\n</figure>\n");
}

fn files(page: &mut Page, story: &Story) {
    if story.files.is_empty() {
        return;
    }
    let lang = story.lang();
    page.raw("<div class=\"card\"><section>\n");
    page.element("h2", &t(lang, "bundle-files"));
    page.raw("<table class=\"files\">\n<thead><tr>");
    page.element("th", &t(lang, "bundle-column-file-hash"));
    page.element("th", &t(lang, "bundle-column-why"));
    page.element("th class=\"number\"", &t(lang, "bundle-column-size"));
    page.raw("</tr></thead>\n<tbody>\n");
    for file in &story.files {
        row(page, story, file);
    }
    page.raw("</tbody>\n</table>\n</section></div>\n");
}

fn row(page: &mut Page, story: &Story, file: &Listed) {
    let (lang, entry) = (story.lang(), file.entry);
    let path = escape(&entry.path);
    write!(
        page.0,
        "<tr><td><a href=\"{path}\">{path}</a><div class=\"hash\" title=\"SHA-256\">{}</div></td><td>",
        escape(&entry.sha256)
    )
    .ok();
    page.text(&entry.why);
    let mut small = Vec::new();
    if entry.original_name != entry.path && !entry.path.ends_with(&entry.original_name) {
        small.push(tf(lang, "bundle-original-name", &[("name", entry.original_name.as_str().into())]));
    }
    small.extend(left_out(lang, file.evidence));
    let found = hidden_line(lang, &entry.hidden);
    if !found.is_empty() {
        small.push(tf(lang, "bundle-hidden-in-file", &[("what", found.into())]));
    }
    if !entry.left_out.is_empty() {
        small.push(tf(lang, "bundle-left-out-of-it", &[("files", entry.left_out.join(", ").into())]));
    }
    if story.parts > 1 {
        small.push(tf(lang, "bundle-in-part", &[("part", file.part.to_string().into())]));
    }
    for line in small {
        page.element("div class=\"small\"", &line);
    }
    if !entry.searched {
        page.raw("<div>");
        let id = if entry.contains_memory { "bundle-contains-memory" } else { "bundle-unsearched" };
        page.element("span class=\"notice\"", &t(lang, id));
        page.raw("</div>");
    }
    page.raw("</td>");
    page.element("td class=\"number\"", &size(lang, entry.bytes));
    page.raw("</tr>\n");
}

fn points(page: &mut Page, heading: &str, story: &Story, points: &[String]) {
    if points.is_empty() {
        return;
    }
    page.raw("<div class=\"card\"><section>\n");
    page.element("h2", &t(story.lang(), heading));
    list(page, points);
    page.raw("</section></div>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped() {
        assert_eq!(escape("<b a=\"x\" b='y'>&"), "&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
        assert_eq!(escape("a\u{0}b\u{202e}c\u{1b}[1m\nd"), "abc[1m\nd");
        assert_eq!(escape("Щука"), "Щука");
    }
}
