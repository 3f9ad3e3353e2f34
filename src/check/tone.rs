//! Calm and polite: no shouting, insults, accusations, demands. Only insults are worth a question.

use std::sync::LazyLock;

use crate::model::{Fix, Lang, Span};
use crate::text::tf;

use super::phrases::{Found, Phrases};
use super::plain::is_known;
use super::predicate::{Finding, Judgement};
use super::prose::{Prose, Texts, Word, word_end, words};
use super::quoted;
use super::words::list;

/// Fields that are read as they are.
const FIELDS: [&str; 7] = ["title", "description", "steps", "expected", "actual", "conditions", "tried"];

/// So many words in capitals one after another are shouting.
const SHOUTED_WORDS: usize = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    Insult,
    Accusation,
    Demand,
    Harmless,
    /// Words in capitals.
    Shouting,
    /// Exclamation marks.
    Marks,
}

static SOUNDS: LazyLock<Phrases<Sound>> = LazyLock::new(|| {
    Phrases::new(
        list(Sound::Insult, |words| &words.tone.insult)
            .chain(list(Sound::Accusation, |words| &words.tone.accusation))
            .chain(list(Sound::Demand, |words| &words.tone.demand))
            .chain(list(Sound::Harmless, |words| &words.tone.harmless)),
    )
});

pub(super) fn evaluate(texts: &Texts, lang: Lang) -> Option<Finding> {
    let mut told: Vec<(Sound, Span)> = Vec::new();
    let mut any = false;
    for prose in texts.of(&FIELDS) {
        any = true;
        let found = sounds(prose).into_iter().chain(shouting(prose)).chain(marks(prose));
        told.extend(found.map(|found| (found.kind, prose.span(found.start, found.end))));
    }
    if !any {
        return None;
    }
    let field = told.first().map_or("description", |(_, span)| root(&span.field));
    let mut finding = Finding::new(field, told.is_empty(), Fix::Fill);
    if !told.is_empty() {
        let rude = told.iter().any(|(sound, _)| *sound == Sound::Insult);
        finding.judgement = if rude { Judgement::Asks } else { Judgement::Advises };
        finding.detail = detail(&told, lang);
        finding.spans = told.into_iter().map(|(_, span)| span).collect();
    }
    Some(finding)
}

/// The field without an index.
fn root(field: &str) -> &str {
    field.split('[').next().unwrap_or(field)
}

/// What was found, a sentence for each kind with its words and calm ones for them.
fn detail(told: &[(Sound, Span)], lang: Lang) -> String {
    let mut sentences = Vec::new();
    for sound in [Sound::Insult, Sound::Accusation, Sound::Demand, Sound::Shouting, Sound::Marks] {
        let spans: Vec<&Span> = told.iter().filter(|(found, _)| *found == sound).map(|(_, span)| span).collect();
        if spans.is_empty() {
            continue;
        }
        let id = match sound {
            Sound::Insult => "check-tone-insult",
            Sound::Accusation => "check-tone-accusation",
            Sound::Demand => "check-tone-demand",
            Sound::Shouting => "check-tone-shouting",
            Sound::Marks | Sound::Harmless => "check-tone-marks",
        };
        sentences.push(tf(lang, id, &[("words", quoted(spans.iter().map(|span| span.text.as_str()), lang).into())]));
    }
    sentences.join(" ")
}

fn sounds(prose: &Prose) -> Vec<Found<Sound>> {
    let found = SOUNDS.find(&prose.own);
    let harmless: Vec<Found<Sound>> = found.iter().filter(|found| found.kind == Sound::Harmless).copied().collect();
    let mut kept: Vec<Found<Sound>> = Vec::new();
    for mut hit in found {
        let spared = harmless.iter().any(|other| other.start <= hit.start && hit.end <= other.end);
        if hit.kind == Sound::Harmless || spared {
            continue;
        }
        hit.end = word_end(prose.own.chars(), hit.end);
        // Of phrases that overlap the longest is told.
        match kept.last_mut() {
            Some(last) if hit.start < last.end => {
                if hit.end - hit.start > last.end - last.start {
                    *last = hit;
                }
            }
            _ => kept.push(hit),
        }
    }
    kept
}

/// Runs of words in capitals that are no names, constants or headings.
fn shouting(prose: &Prose) -> Vec<Found<Sound>> {
    let chars = prose.own.chars();
    let mut all = Vec::new();
    for &(start, end) in &prose.sentences {
        if is_heading(chars, start, end) {
            continue;
        }
        let mut run: Vec<Word> = Vec::new();
        for word in words(chars, start, end) {
            if is_capital(chars, word) {
                run.push(word);
            } else {
                all.extend(shouted(prose, &run));
                run.clear();
            }
        }
        all.extend(shouted(prose, &run));
    }
    all
}

fn is_capital(chars: &[char], word: Word) -> bool {
    let mut letters = chars[word.start..word.end].iter().filter(|c| c.is_alphabetic()).peekable();
    let joined = |at: Option<&char>| at.is_some_and(|c| "_/\\.=$#@[]".contains(*c));
    let before = word.start.checked_sub(1).and_then(|at| chars.get(at));
    let dotted = chars.get(word.end) == Some(&'.') && chars.get(word.end + 1).is_some_and(|c| c.is_alphanumeric());
    letters.peek().is_some()
        && letters.all(|c| c.is_uppercase())
        && !joined(before)
        && (dotted || !joined(chars.get(word.end).filter(|c| **c != '.')))
}

fn shouted(prose: &Prose, run: &[Word]) -> Option<Found<Sound>> {
    static SMALL: LazyLock<std::collections::HashSet<&'static str>> =
        LazyLock::new(|| list((), |words| &words.tone.small).map(|((), word)| word).collect());
    let (first, last) = (run.first()?, run.last()?);
    let texts: Vec<String> = run.iter().map(|word| prose.norm(word.start, word.end)).collect();
    let plain: Vec<&String> = texts
        .iter()
        .filter(|text| SMALL.contains(text.as_str()) || (text.chars().count() > 3 && !is_known(text)))
        .collect();
    let small = texts.iter().filter(|text| SMALL.contains(text.as_str())).count();
    // A button, a constant or a line of a log has few of the little words.
    let loud = plain.len() >= SHOUTED_WORDS && (small >= SHOUTED_WORDS || (small >= 2 && plain.len() > SHOUTED_WORDS));
    loud.then_some(Found { kind: Sound::Shouting, start: first.start, end: last.end })
}

/// A short line that stands over others: marked, or with a colon at its end.
fn is_heading(chars: &[char], start: usize, end: usize) -> bool {
    let line_start = chars[..start].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    let line_end = chars[end..].iter().position(|c| *c == '\n').map_or(chars.len(), |at| end + at);
    let line: String = chars[line_start..line_end].iter().collect();
    let line = line.trim();
    line.starts_with(['#', '*', '[', '=', '-']) || line.ends_with([':', ']', '*'])
}

/// Three exclamation marks and more, also among question marks.
fn marks(prose: &Prose) -> Vec<Found<Sound>> {
    let chars = prose.own.chars();
    let mut all = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let run = chars[at..].iter().take_while(|c| "!?".contains(**c)).count();
        let loud = chars[at..at + run].iter().filter(|c| **c == '!').count();
        // In brackets they point at something.
        let pointing = at > 0 && chars[at - 1] == '(';
        if loud >= 2 && run >= 3 && !pointing {
            // With the word before it, so that it can be seen.
            let gap = chars[..at].iter().rev().take_while(|c| c.is_whitespace()).count();
            let word = chars[..at - gap].iter().rev().take_while(|c| c.is_alphanumeric()).count();
            all.push(Found { kind: Sound::Marks, start: at - gap - word, end: at + run });
        }
        at += run.max(1);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Draft;

    fn told(text: &str) -> Vec<(Sound, String)> {
        let prose = Prose::new("description", "description", text);
        let found = sounds(&prose).into_iter().chain(shouting(&prose)).chain(marks(&prose));
        found.map(|found| (found.kind, prose.span(found.start, found.end).text)).collect()
    }

    #[test]
    fn rude_words_and_shouting_are_found_with_their_place() {
        for (text, sound, words) in [
            ("Fix this, you morons.", Sound::Insult, "morons"),
            ("Вы что, дебилы?", Sound::Insult, "дебилы"),
            ("I know you don’t care.", Sound::Accusation, "you don’t care"),
            ("Вам плевать на игроков", Sound::Accusation, "Вам плевать"),
            ("Fix it now or lose me.", Sound::Demand, "Fix it now"),
            ("Немедленно верните деньги", Sound::Demand, "Немедленно верните"),
            ("The game and WHY DOES IT CRASH every time", Sound::Shouting, "WHY DOES IT CRASH"),
            ("ПОЧЕМУ НИЧЕГО НЕ РАБОТАЕТ", Sound::Shouting, "ПОЧЕМУ НИЧЕГО НЕ РАБОТАЕТ"),
            ("It is gone!!!", Sound::Marks, "gone!!!"),
            ("Когда?!!", Sound::Marks, "Когда?!!"),
        ] {
            assert_eq!(told(text), [(sound, words.to_owned())], "{text}");
        }
    }

    #[test]
    fn lookalikes_are_left_alone() {
        for text in [
            "The idiot-proof setup makes me feel like an idiot.",
            "NVIDIA RTX GPU and AMD CPU with DDR4 RAM",
            "KERNEL_MODE_HEAP_CORRUPTION and PAGE_FAULT_IN_NONPAGED_AREA",
            "STEPS TO REPRODUCE:\nOpen it",
            "## WHAT DID YOU DO AND WHAT HAPPENED",
            "It shows \"YOU CAN NOT DO THIS NOW!!!\" and closes",
            "```\nWHY IS THIS HERE AND NOT THERE\n```",
            "Kill the process, then the child dies. Really! And?! Why??",
            "The seller is in Sussex; the bass is shitake-flavoured.",
            "Мошенники позвонили из банка. Камера видит урожай и сук дерева.",
            "Купил на еБее колёса, грабежа нет: работает пункт «ВСЕ НА МЕСТЕ»",
            "Прошу вернуть деньги на карту.",
            "GAME: SUPER MARIO ODYSSEY",
            "Либо привезите, либо верните деньги. Удалял папку WTF (!!!), публикация FOR ALL TABLES",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn an_insult_asks_and_the_rest_advises() {
        let judged = |description: &str| {
            let draft = Draft { description: description.into(), ..Draft::default() };
            evaluate(&Texts::read(&draft), Lang::En).expect("there is text")
        };
        assert_eq!(judged("It closes.").judgement, Judgement::Met);
        assert_eq!(judged("It closes!!!").judgement, Judgement::Advises);
        let rude = judged("It closes, you idiots!!!");
        assert_eq!(rude.judgement, Judgement::Asks);
        assert_eq!(rude.spans.len(), 2);
        assert!(rude.detail.contains("“idiots”"), "{}", rude.detail);
    }
}
