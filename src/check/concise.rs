//! Detailed but short: counts the words of a field, and names what could go once there are too many.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::model::{Draft, Fix, Lang, Span};
use crate::text::{number, tf};

use super::phrases::Phrases;
use super::predicate::Finding;
use super::prose::{Prose, Texts, words};
use super::words::list;
use super::{fields, quoted};

/// A sentence of so many words goes whole; of a longer one only the phrase is marked.
const SHORT_SENTENCE: usize = 20;
/// Sentences with fewer words repeat without anybody minding.
const REPEATED_WORDS: usize = 5;
/// So many sentences are compared with each other.
const COMPARED_SENTENCES: usize = 200;
/// Two sentences that share so much of their words say the same.
const SAME_SHARE: f64 = 0.8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    Greeting,
    Apology,
    Filler,
    Life,
    Repeated,
}

static CUTS: LazyLock<Phrases<Cut>> = LazyLock::new(|| {
    Phrases::new(
        list(Cut::Greeting, |words| &words.cut.greeting)
            .chain(list(Cut::Apology, |words| &words.cut.apology))
            .chain(list(Cut::Filler, |words| &words.cut.filler))
            .chain(list(Cut::Life, |words| &words.cut.life)),
    )
});

pub(super) fn evaluate(draft: &Draft, texts: &Texts, field: &str, limit: usize, lang: Lang) -> Option<Finding> {
    let text = fields::text(draft, field);
    let count = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    if count == 0 {
        return None;
    }
    let mut finding = Finding::new(field, count <= limit, Fix::Shorten).count(count);
    if count > limit {
        let cuts: Vec<(Cut, Span)> = texts.of(&[field]).flat_map(cuts).collect();
        finding.detail = detail(count, limit, &cuts, lang);
        finding.spans = cuts.into_iter().map(|(_, span)| span).collect();
    }
    Some(finding)
}

fn detail(count: usize, limit: usize, cuts: &[(Cut, Span)], lang: Lang) -> String {
    let values = [("found", number(lang, count as u64).into()), ("limit", number(lang, limit as u64).into())];
    let mut sentences = vec![tf(lang, "check-concise", &values)];
    for cut in [Cut::Greeting, Cut::Apology, Cut::Life, Cut::Filler, Cut::Repeated] {
        let found: Vec<&str> =
            cuts.iter().filter(|(kind, _)| *kind == cut).map(|(_, span)| span.text.as_str()).collect();
        if found.is_empty() {
            continue;
        }
        let id = match cut {
            Cut::Greeting => "check-cut-greeting",
            Cut::Apology => "check-cut-apology",
            Cut::Life => "check-cut-life",
            Cut::Filler => "check-cut-filler",
            Cut::Repeated => "check-cut-repeated",
        };
        sentences.push(tf(lang, id, &[("words", quoted(found, lang).into())]));
    }
    sentences.join(" ")
}

/// What could go, in the order of its place, each once.
fn cuts(prose: &Prose) -> Vec<(Cut, Span)> {
    let mut places: Vec<(Cut, usize, usize)> =
        repeated(prose).into_iter().map(|(s, e)| (Cut::Repeated, s, e)).collect();
    for hit in CUTS.find(&prose.own) {
        let Some(&(start, end)) = prose.sentences.iter().find(|(start, end)| *start <= hit.start && hit.start < *end)
        else {
            continue;
        };
        let whole = words(prose.own.chars(), start, end).len() <= SHORT_SENTENCE;
        let place = match hit.kind {
            // A greeting stands at the beginning: up to the comma or the end.
            Cut::Greeting if hit.start > start => continue,
            Cut::Greeting => greeting(prose, start, end, hit.end),
            Cut::Apology | Cut::Life if whole => (start, end),
            _ => (hit.start, hit.end),
        };
        places.push((hit.kind, place.0, place.1));
    }
    places.sort_by_key(|(_, start, end)| (*start, std::cmp::Reverse(*end)));
    let mut kept: Vec<(Cut, usize, usize)> = Vec::new();
    for place in places {
        if kept.last().is_none_or(|last| last.2 <= place.1) {
            kept.push(place);
        }
    }
    kept.into_iter().map(|(cut, start, end)| (cut, prose.whole_words(start, end))).collect()
}

/// The greeting with whom it names, but not what follows it in the same sentence.
fn greeting(prose: &Prose, start: usize, end: usize, hit_end: usize) -> (usize, usize) {
    const NAMED_WORDS: usize = 4;
    if words(prose.own.chars(), hit_end, end).len() <= NAMED_WORDS {
        return (start, end);
    }
    (start, hit_end)
}

/// Sentences that say what an earlier one said.
fn repeated(prose: &Prose) -> Vec<(usize, usize)> {
    let told: Vec<((usize, usize), HashSet<String>)> = prose
        .sentences
        .iter()
        .map(|&(start, end)| {
            let chars = prose.own.chars();
            let words = words(chars, start, end);
            ((start, end), words.iter().map(|word| prose.norm(word.start, word.end)).collect::<HashSet<_>>())
        })
        .filter(|(_, words)| words.len() >= REPEATED_WORDS)
        .take(COMPARED_SENTENCES)
        .collect();
    let same = |a: &HashSet<String>, b: &HashSet<String>| {
        let shared = a.intersection(b).count() as f64;
        shared / (a.len() + b.len()) as f64 * 2.0 >= SAME_SHARE
    };
    told.iter()
        .enumerate()
        .filter(|(i, (_, words))| told[..*i].iter().any(|(_, earlier)| same(earlier, words)))
        .map(|(_, (place, _))| *place)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(Cut, String)> {
        let prose = Prose::new("description", "description", text);
        cuts(&prose).into_iter().map(|(cut, span)| (cut, span.text)).collect()
    }

    #[test]
    fn what_can_go_is_named() {
        let english = "Hello dear support team,\nI have been playing since 2012. Basically the game closes when a match loads. \
            Sorry for my bad English. The game closes when a ranked match loads, basically!";
        let found = told(english);
        let kinds: Vec<Cut> = found.iter().map(|(cut, _)| *cut).collect();
        assert_eq!(kinds, [Cut::Greeting, Cut::Life, Cut::Filler, Cut::Apology, Cut::Repeated], "{found:?}");
        assert_eq!(found[0].1, "Hello dear support team,");
        assert_eq!(found[3].1, "Sorry for my bad English.");
        let russian = "Здравствуйте! Я ваш давний игрок. Дело в том, что звук пропадает в лобби.";
        let kinds: Vec<Cut> = told(russian).into_iter().map(|(cut, _)| cut).collect();
        assert_eq!(kinds, [Cut::Greeting, Cut::Life, Cut::Filler]);
    }

    #[test]
    fn facts_stay() {
        for text in [
            "The greeting “Hello” is cut off. Open it, close it. Open it, close it.",
            "The button on the first page does nothing. The button on the second page works.",
            "Кнопка на первой странице не нажимается. Кнопка на второй странице работает.",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn only_too_many_words_miss_and_the_number_is_told() {
        let judged = |words: usize| {
            let draft = Draft { description: "Hello. ".to_owned() + &"word ".repeat(words - 1), ..Draft::default() };
            evaluate(&draft, &Texts::read(&draft), "description", 10, Lang::En).expect("there is text")
        };
        assert!(judged(10).spans.is_empty() && judged(10).detail.is_empty());
        assert_eq!(judged(11).spans.len(), 1);
        assert!(judged(11).detail.contains("11"), "{}", judged(11).detail);
        let blank = Draft::default();
        assert!(evaluate(&blank, &Texts::read(&blank), "description", 10, Lang::En).is_none());
    }
}
