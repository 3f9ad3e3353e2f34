//! English that people who speak it little understand: short sentences, abbreviations explained, no jargon. Other
//! languages are not judged.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::model::{Fix, Lang, Span};
use crate::text::{number, tf};

use super::phrases::Phrases;
use super::predicate::Finding;
use super::prose::{Prose, Texts, Word, words};
use super::words::{both, list};
use super::{language, list_of, quoted};

/// A sentence with more words is hard to follow.
const LONG_SENTENCE: usize = 25;
/// Names of one word in capitals may be longer; abbreviations hardly are.
const ABBREVIATION_LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
/// Fields that the desk reads as running text.
const FIELDS: [&str; 7] = ["title", "description", "steps", "expected", "actual", "conditions", "tried"];

static KNOWN: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| both().iter().flat_map(|words| words.plain.known.iter().map(String::as_str)).collect());

static JARGON: LazyLock<(Phrases<()>, HashMap<&'static str, &'static str>)> = LazyLock::new(|| {
    let pairs: HashMap<&str, &str> = both()
        .iter()
        .flat_map(|words| words.plain.jargon.iter().map(|(word, plain)| (word.as_str(), plain.as_str())))
        .collect();
    (Phrases::new(pairs.keys().map(|word| ((), *word))), pairs)
});

/// Little words stand in capitals to be stressed.
static SMALL: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| list((), |words| &words.tone.small).map(|((), word)| word).collect());

/// Whether everybody knows this abbreviation; lower case.
pub(super) fn is_known(word: &str) -> bool {
    KNOWN.contains(word)
}

#[derive(Default)]
struct Hard {
    long: Vec<Span>,
    unexplained: Vec<Span>,
    jargon: Vec<(Span, &'static str)>,
}

pub(super) fn evaluate(texts: &Texts, lang: Lang) -> Option<Finding> {
    let mut hard = Hard::default();
    let mut any = false;
    let whole: String = texts.of(&FIELDS).map(|prose| prose.own.norm()).collect::<Vec<_>>().join("\n");
    for prose in texts.of(&FIELDS) {
        let own: String = prose.own.chars().iter().collect();
        if !own.chars().any(char::is_alphabetic) || language::detect(&own) != Some(Lang::En) {
            continue;
        }
        any = true;
        long_sentences(prose, &mut hard.long);
        abbreviations(prose, &whole, &mut hard.unexplained);
        jargon(prose, &mut hard.jargon);
    }
    if !any {
        return None;
    }
    let mut spans: Vec<Span> = hard.jargon.iter().map(|(span, _)| span.clone()).collect();
    spans.extend(hard.unexplained.iter().chain(&hard.long).cloned());
    let field =
        spans.first().map_or("description", |span| span.field.split('[').next().unwrap_or(&span.field)).to_owned();
    let mut finding = Finding::new(&field, spans.is_empty(), Fix::Fill).detail(detail(&hard, lang));
    finding.spans = spans;
    Some(finding)
}

fn detail(hard: &Hard, lang: Lang) -> String {
    let mut sentences = Vec::new();
    if !hard.jargon.is_empty() {
        let pairs = hard.jargon.iter().map(|(span, plain)| {
            tf(lang, "check-instead", &[("words", span.text.as_str().into()), ("plain", (*plain).into())])
        });
        sentences.push(tf(lang, "check-plain-jargon", &[("words", list_of(pairs).into())]));
    }
    if !hard.unexplained.is_empty() {
        let words = list_of(hard.unexplained.iter().map(|span| span.text.clone()));
        sentences.push(tf(lang, "check-plain-abbreviations", &[("words", words.into())]));
    }
    if !hard.long.is_empty() {
        let values = [
            ("n", hard.long.len().into()),
            ("limit", number(lang, LONG_SENTENCE as u64).into()),
            ("words", quoted(hard.long.iter().map(|span| span.text.as_str()), lang).into()),
        ];
        sentences.push(tf(lang, "check-plain-long", &values));
    }
    sentences.join(" ")
}

fn long_sentences(prose: &Prose, told: &mut Vec<Span>) {
    let chars = prose.own.chars();
    for &(start, end) in &prose.sentences {
        let line: String = chars[start..end].iter().collect();
        // Rows of a template and of a table are no sentences.
        let row = line.starts_with(['#', '|', '[']) || line.contains(" | ");
        if !row && words(chars, start, end).len() > LONG_SENTENCE {
            told.push(prose.span(start, end));
        }
    }
}

/// Words in capitals that are neither known nor explained nor part of a name, a code or a shout; each once.
fn abbreviations(prose: &Prose, whole: &str, told: &mut Vec<Span>) {
    let chars = prose.own.chars();
    for &(start, end) in &prose.sentences {
        let all = words(chars, start, end);
        for (i, word) in all.iter().enumerate() {
            let neighbour = |at: Option<usize>| at.and_then(|at| all.get(at)).copied();
            if !is_abbreviation(prose, *word) {
                continue;
            }
            let (before, after) = (neighbour(i.checked_sub(1)), neighbour(Some(i + 1)));
            if [before, after].into_iter().flatten().any(|other| belongs(prose, *word, other)) {
                continue;
            }
            let text = prose.norm(word.start, word.end);
            if is_known(&text)
                || SMALL.contains(text.as_str())
                || JARGON.1.contains_key(text.as_str())
                || is_known(text.trim_end_matches("'s"))
                || is_roman(&text)
                || is_explained(&text, whole)
            {
                continue;
            }
            if !told.iter().any(|span| span.text.to_lowercase() == text) {
                told.push(prose.span(word.start, word.end));
            }
        }
    }
}

fn is_abbreviation(prose: &Prose, word: Word) -> bool {
    let chars = prose.own.chars();
    let text = &chars[word.start..word.end];
    let joined = |at: Option<&char>| at.is_some_and(|c| "_/\\.=$#@[]<>&+-:*~".contains(*c));
    let ends = chars.get(word.end).is_some_and(|c| ".:".contains(*c))
        && chars.get(word.end + 1).is_none_or(|c| c.is_whitespace() || "\"”)".contains(*c));
    ABBREVIATION_LETTERS.contains(&text.len())
        && text.iter().all(char::is_ascii_uppercase)
        && !joined(word.start.checked_sub(1).and_then(|at| chars.get(at)))
        && (ends || !joined(chars.get(word.end)))
}

/// A number beside it makes a code or a product of it, another word in capitals a name or a shout, a name with a capital
/// the name of a thing.
fn belongs(prose: &Prose, word: Word, other: Word) -> bool {
    let chars = prose.own.chars();
    let between = if other.start > word.start { word.end..other.start } else { other.end..word.start };
    if chars[between].iter().any(|c| *c != ' ') {
        return false;
    }
    let text = &chars[other.start..other.end];
    let capitals = text.len() > 1 && text.iter().all(|c| !c.is_lowercase());
    text.iter().any(|c| c.is_numeric()) || capitals
}

fn is_roman(text: &str) -> bool {
    text.chars().all(|c| "ivxlc".contains(c))
}

/// `Abbreviation (the words)`, `the words (Abbreviation)`, `Abbreviation stands for`, `Abbreviation = `.
fn is_explained(text: &str, whole: &str) -> bool {
    [
        format!("({text})"),
        format!("{text} ("),
        format!("{text} stands for"),
        format!("{text} means"),
        format!("{text} = "),
    ]
    .iter()
    .any(|form| whole.contains(form.as_str()))
}

fn jargon(prose: &Prose, told: &mut Vec<(Span, &'static str)>) {
    let (phrases, plain) = &*JARGON;
    let mut last = 0;
    let mut found = phrases.find(&prose.own);
    found.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    for hit in found {
        let text = prose.norm(hit.start, hit.end);
        // ATM is a machine, atm is not.
        let name = is_known(&text) && prose.own.chars()[hit.start].is_uppercase();
        let free = hit.start >= last && !name && stands_alone(prose, hit.start, hit.end);
        let Some(plain) = plain.get(text.as_str()).filter(|_| free) else { continue };
        last = hit.end;
        if !told.iter().any(|(_, known)| known == plain) {
            told.push((prose.span(hit.start, hit.end), plain));
        }
    }
}

/// Not a part of a name, a path or an option, `prod-eu`, `env=`.
fn stands_alone(prose: &Prose, start: usize, end: usize) -> bool {
    let chars = prose.own.chars();
    let joined = |c: Option<&char>| c.is_some_and(|c| "-_/\\=.:@#$&+".contains(*c));
    let after = chars.get(end).filter(|_| chars.get(end + 1).is_some_and(|c| !c.is_whitespace()));
    !joined(start.checked_sub(1).and_then(|at| chars.get(at))) && !joined(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Draft;

    fn judged(description: &str) -> Option<Finding> {
        let draft = Draft { description: description.into(), ..Draft::default() };
        evaluate(&Texts::read(&draft), Lang::En)
    }

    fn told(description: &str) -> Vec<String> {
        judged(description).expect("English").spans.into_iter().map(|span| span.text).collect()
    }

    #[test]
    fn jargon_gets_its_plain_words() {
        assert_eq!(told("Can repro w/o the plugin, pls look."), ["repro", "w/o", "pls"]);
        let detail = judged("Works w/ it atm.").expect("English").detail;
        assert!(detail.contains("“w/” → “with”") && detail.contains("“atm” → “at the moment”"), "{detail}");
        assert_eq!(told("The ATM keeps my card and I NEED it."), [""; 0]);
        assert_eq!(
            told("Set ENV=prod in my-env.yaml, see the reproduction and the environment of the product."),
            [""; 0]
        );
    }

    #[test]
    fn abbreviations_nobody_explains_are_named_once() {
        assert_eq!(told("The MOC faults when the MOC merges."), ["MOC"]);
        for fine in [
            "The managed object context (MOC) faults, the MOC is gone.",
            "The CPU, the GPU and two PDFs over HTTP on iOS.",
            "It fails with VAN 152 on an RTX 4070, see ERR_ABC, FOO-12 and MY_CONST.",
            "WHY DOES THIS HAPPEN in part IV of the game?",
        ] {
            assert_eq!(told(fine), [""; 0], "{fine}");
        }
    }

    #[test]
    fn long_sentences_are_marked_whole() {
        let long = "word ".repeat(26);
        assert_eq!(told(&format!("Short one. {}. Another.", long.trim())), [format!("{}.", long.trim())]);
        assert_eq!(told(&format!("{}.", "word ".repeat(25).trim())), [""; 0]);
        assert_eq!(told(&format!("The page says “{long}” and closes.")), [""; 0]);
    }

    #[test]
    fn other_languages_are_not_judged() {
        assert!(judged("Не работает MOC, pls помогите разобраться с этим делом").is_none());
        assert!(judged("").is_none());
    }
}
