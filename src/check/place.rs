//! The right place and the words a desk does not want: phrases that come with the destination.

use crate::model::{Fix, Lang, Profile, Span};
use crate::text::tf;

use super::phrases::Phrases;
use super::predicate::{Finding, Judgement};
use super::prose::{Prose, Texts};
use super::quoted;

/// The matter is none that the destination sends elsewhere. Words give it away; a person decides.
pub(super) fn right_place(texts: &Texts, profile: &Profile, lang: Lang) -> Option<Finding> {
    let words = profile
        .not_for
        .iter()
        .enumerate()
        .flat_map(|(i, redirect)| redirect.words.iter().map(move |word| (i, normal(word))))
        .collect::<Vec<_>>();
    if words.is_empty() {
        return None;
    }
    let phrases = Phrases::new(words.iter().map(|(i, word)| (*i, word.as_str())));
    let mut found: Vec<(usize, Span)> = Vec::new();
    for prose in texts.of(&["title", "description"]) {
        let hits = phrases.find(&prose.own).into_iter().filter(|hit| !is_in_heading(prose, hit.start));
        found.extend(hits.map(|hit| (hit.kind, prose.whole_words(hit.start, hit.end))));
    }
    let field = found.first().map_or("description", |(_, span)| span.field.as_str());
    let mut finding = Finding::new(field, found.is_empty(), Fix::Fill);
    finding.fix = None;
    if !found.is_empty() {
        finding.judgement = Judgement::Asks;
        let told = profile.not_for.iter().enumerate().filter_map(|(i, redirect)| {
            let spans: Vec<&str> =
                found.iter().filter(|(of, _)| *of == i).map(|(_, span)| span.text.as_str()).collect();
            let values = [
                ("words", quoted(spans.iter().copied(), lang).into()),
                ("what", redirect.what.get(lang).into()),
                ("instead", redirect.instead.get(lang).into()),
                ("id", redirect.to.as_deref().unwrap_or_default().into()),
            ];
            let id = if redirect.to.is_some() { "check-place-known" } else { "check-place" };
            (!spans.is_empty()).then(|| tf(lang, id, &values))
        });
        finding.detail = told.collect::<Vec<_>>().join(" ");
        finding.spans = found.into_iter().map(|(_, span)| span).collect();
    }
    Some(finding)
}

/// Headings are mostly those of a template: "### Is your feature request related to a problem?"
fn is_in_heading(prose: &Prose, at: usize) -> bool {
    let chars = prose.own.chars();
    let start = chars[..at].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    chars[start..at].iter().find(|c| !c.is_whitespace()) == Some(&'#')
}

/// Whether the report speaks of one of `words`.
pub(super) fn is_said(texts: &Texts, words: &[String]) -> bool {
    let words: Vec<String> = words.iter().map(|word| normal(word)).collect();
    let phrases = Phrases::new(words.iter().map(|word| ((), word.as_str())));
    let mut said = texts.of(&["title", "description", "actual"]);
    said.any(|prose| !phrases.find(&prose.page).is_empty())
}

/// The field holds none of `words`.
pub(super) fn lacks(texts: &Texts, field: &str, words: &[String], lang: Lang) -> Option<Finding> {
    let words: Vec<String> = words.iter().map(|word| normal(word)).collect();
    let phrases = Phrases::new(words.iter().map(|word| ((), word.as_str())));
    let mut spans = Vec::new();
    let mut any = false;
    for prose in texts.of(&[field]) {
        any = true;
        spans.extend(phrases.find(&prose.page).into_iter().map(|hit| prose.whole_words(hit.start, hit.end)));
    }
    let mut finding = Finding::new(field, spans.is_empty(), Fix::Fill);
    if !spans.is_empty() {
        let words = quoted(spans.iter().map(|span: &Span| span.text.as_str()), lang);
        finding.detail = tf(lang, "check-lacks", &[("words", words.into())]);
        finding.spans = spans;
    }
    any.then_some(finding)
}

/// A word of a profile as the pages are searched for it.
fn normal(word: &str) -> String {
    word.trim().chars().map(super::page::normal).collect()
}
