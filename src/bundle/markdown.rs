//! `incident.md`: the story as text that reads well with and without a Markdown viewer.

use std::fmt::Write;

use crate::compose::markdown::{self, inline};
use crate::text::{size, t, tf};

use super::story::{Story, hidden_line, left_out, missing_facts, told};

/// The whole file.
pub(super) fn render(story: &Story) -> String {
    let lang = story.lang();
    let mut out = String::new();
    writeln!(out, "# {}\n", inline(&story.incident.draft.title)).ok();
    for (label, value) in story.glance() {
        writeln!(out, "- {label}: {}", inline(&value)).ok();
    }
    for section in told(story.incident) {
        out.push('\n');
        markdown::section(&mut out, section, "##");
    }
    files(&mut out, story);
    points(&mut out, &t(lang, "bundle-hidden"), hidden(story));
    let overrides = story.overrides.iter().map(|one| format!("{}: {}", inline(&one.title), inline(&one.reason)));
    points(&mut out, &t(lang, "bundle-overrides"), overrides.collect());
    let notes = missing_facts(story.incident);
    points(&mut out, &t(lang, "bundle-notes"), notes.iter().map(|note| inline(note)).collect());
    out
}

fn files(out: &mut String, story: &Story) {
    let lang = story.lang();
    if story.files.is_empty() {
        return;
    }
    writeln!(out, "\n## {}\n", t(lang, "bundle-files")).ok();
    let head = ["bundle-column-file", "bundle-column-why", "bundle-column-size", "bundle-column-hash"];
    writeln!(out, "| {} |\n|---|---|---:|---|", head.map(|id| t(lang, id)).join(" | ")).ok();
    for file in &story.files {
        let mut why = cell(&file.entry.why);
        if let Some(left_out) = left_out(lang, file.evidence) {
            write!(why, "; {}", cell(&left_out)).ok();
        }
        if story.parts > 1 {
            write!(why, "; {}", tf(lang, "bundle-in-part", &[("part", file.part.to_string().into())])).ok();
        }
        let size = size(lang, file.entry.bytes);
        writeln!(out, "| {} | {why} | {size} | `{}` |", file.entry.path, file.entry.sha256).ok();
    }
}

/// What was hidden: in the whole, in each file, and the files nobody could search.
pub(super) fn hidden(story: &Story) -> Vec<String> {
    let lang = story.lang();
    let all = hidden_line(lang, &story.hidden);
    let mut lines = vec![if all.is_empty() { t(lang, "bundle-nothing-hidden") } else { all }];
    for file in &story.files {
        let found = hidden_line(lang, &file.entry.hidden);
        let path = file.entry.path.as_str();
        if !file.entry.left_out.is_empty() {
            let files = file.entry.left_out.join(", ");
            lines.push(tf(lang, "bundle-archive-left-out", &[("path", path.into()), ("files", files.into())]));
        }
        if !file.entry.searched && file.entry.contains_memory {
            lines.push(tf(lang, "bundle-memory-in", &[("path", path.into())]));
        } else if !file.entry.searched {
            lines.push(tf(lang, "bundle-not-searched", &[("path", path.into())]));
        } else if !found.is_empty() {
            lines.push(format!("{}: {found}", file.entry.path));
        }
    }
    lines
}

fn points(out: &mut String, heading: &str, points: Vec<String>) {
    if points.is_empty() {
        return;
    }
    writeln!(out, "\n## {heading}\n").ok();
    for point in points {
        writeln!(out, "- {point}").ok();
    }
}

fn cell(words: &str) -> String {
    inline(words).replace('|', "\\|")
}
