//! Steps are instructions with one action each. Judged by the verbs that begin their clauses; in doubt a step is fine.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::model::{Draft, Fix, Lang, Span};
use crate::text::tf;

use super::phrases::{Found, Phrases};
use super::predicate::Finding;
use super::prose::{Prose, Texts, word_end, words};
use super::words::{both, list};
use super::{list_of, quoted};

/// Two actions in one step are common and clear; three are too many.
const TOO_MANY_ACTIONS: usize = 3;
/// A step that only says what is seen is short.
const OBSERVATION_WORDS: usize = 12;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    /// Tells what to do.
    Do,
    /// Tells what was done; its number in the list of actions.
    Did(usize),
    Joint,
    And,
    Narrator,
    Observation,
}

/// What a past form is as an instruction.
static SAY: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| both().iter().flat_map(|words| words.steps.actions.iter().map(|one| one.say.as_str())).collect());

static VERBS: LazyLock<Phrases<Verb>> = LazyLock::new(|| {
    let actions = || both().iter().flat_map(|words| &words.steps.actions).enumerate();
    let instruct = actions()
        .flat_map(|(_, one)| std::iter::once(&one.say).chain(&one.instruct).map(|word| (Verb::Do, word.as_str())));
    let did = actions().flat_map(|(i, one)| one.did.iter().map(move |word| (Verb::Did(i), word.as_str())));
    Phrases::new(
        instruct
            .chain(did)
            .chain(list(Verb::Joint, |words| &words.steps.joint))
            .chain(list(Verb::And, |words| &words.steps.and))
            .chain(list(Verb::Narrator, |words| &words.steps.narrator))
            .chain(list(Verb::Observation, |words| &words.steps.observation)),
    )
});

/// What is wrong with a step.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Flaw {
    /// More than one action: where the next begins.
    Several,
    /// Tells a story; what to say instead.
    Told(&'static str),
    /// Says what is seen.
    Seen,
}

pub(super) fn evaluate(draft: &Draft, texts: &Texts, lang: Lang) -> Option<Finding> {
    let told_already = !draft.actual.trim().is_empty();
    let mut flaws: Vec<(Flaw, Span)> = Vec::new();
    let mut any = false;
    for prose in texts.of(&["steps"]) {
        any = true;
        flaws.extend(flaw(prose, told_already).map(|(flaw, start, end)| (flaw, prose.span(start, end))));
    }
    if !any {
        return None;
    }
    let mut finding = Finding::new("steps", flaws.is_empty(), Fix::Fill).detail(detail(&flaws, lang));
    finding.spans = flaws.into_iter().map(|(_, span)| span).collect();
    Some(finding)
}

fn detail(flaws: &[(Flaw, Span)], lang: Lang) -> String {
    let mut sentences = Vec::new();
    let of = |kind: Flaw| -> Vec<&str> {
        flaws.iter().filter(|(flaw, _)| *flaw == kind).map(|(_, span)| span.text.as_str()).collect()
    };
    let several = of(Flaw::Several);
    if !several.is_empty() {
        sentences.push(tf(lang, "check-step-several", &[("words", quoted(several, lang).into())]));
    }
    let mut told: HashSet<&str> = HashSet::new();
    let pairs: Vec<String> = flaws
        .iter()
        .filter_map(|(flaw, span)| match flaw {
            Flaw::Told(say) if told.insert(say) => {
                Some(tf(lang, "check-instead", &[("words", span.text.as_str().into()), ("plain", (*say).into())]))
            }
            _ => None,
        })
        .collect();
    if !pairs.is_empty() {
        sentences.push(tf(lang, "check-step-told", &[("words", list_of(pairs.into_iter()).into())]));
    }
    let seen = of(Flaw::Seen);
    if !seen.is_empty() {
        sentences.push(tf(lang, "check-step-seen", &[("words", quoted(seen, lang).into())]));
    }
    sentences.join(" ")
}

/// The first thing that is wrong with a step, with its place.
fn flaw(prose: &Prose, told_already: bool) -> Option<(Flaw, usize, usize)> {
    let mut found = VERBS.find(&prose.own);
    // Of words that begin at one place the longest counts: "log in", "and then".
    found.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let starts = clause_starts(prose, &found);
    let at = |start: usize| found.iter().filter(move |hit| hit.start == start);
    if let Some(flaw) = told(prose, &found, &starts) {
        return Some(flaw);
    }
    let actions: Vec<usize> =
        starts.iter().copied().filter(|start| at(*start).any(|hit| hit.kind == Verb::Do)).collect();
    // After "then", or in a sentence of its own.
    let sequel = actions.iter().skip(1).copied().find(|start| {
        let sentence = prose.sentences.iter().any(|(begin, _)| begin == start);
        let joint = found.iter().any(|hit| hit.kind == Verb::Joint && only_blanks(prose, hit.end, *start));
        sentence || joint
    });
    if let Some(start) = sequel.or_else(|| actions.get(TOO_MANY_ACTIONS - 1).copied()) {
        // A quotation at its end belongs to the sentence.
        let next = prose.sentences.iter().find(|(begin, _)| *begin > start);
        let end = next.map_or(prose.own.chars().len(), |(begin, _)| *begin);
        return Some((Flaw::Several, start, end));
    }
    let first = *starts.first()?;
    let chars = prose.own.chars();
    let all = words(chars, first, chars.len());
    // One word alone may as well name what is done: "Freeze the top row".
    let says = |hit: &Found<Verb>| {
        hit.kind == Verb::Observation
            && chars.get(hit.end) != Some(&':')
            && (all.len() == 1 || chars[hit.start..hit.end].contains(&' '))
    };
    let seen = actions.is_empty() && !told_already && all.len() <= OBSERVATION_WORDS && at(first).any(says);
    seen.then(|| (Flaw::Seen, first, prose.own.chars().len()))
}

/// Where clauses begin: the step, its sentences, and what follows a comma, a semicolon, a joint or an "and".
fn clause_starts(prose: &Prose, found: &[Found<Verb>]) -> Vec<usize> {
    let chars = prose.own.chars();
    let mut starts: Vec<usize> = prose.sentences.iter().map(|(start, _)| first_word(prose, *start)).collect();
    let after = chars.iter().enumerate().filter(|(_, c)| ",;".contains(**c)).map(|(at, _)| at + 1);
    starts.extend(after.map(|at| first_word(prose, at)));
    starts.extend(
        found.iter().filter(|hit| matches!(hit.kind, Verb::Joint | Verb::And)).map(|hit| first_word(prose, hit.end)),
    );
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// The first letter from `at` on, without the number of a list.
fn first_word(prose: &Prose, at: usize) -> usize {
    let chars = prose.own.chars();
    let mut all = words(chars, at, chars.len()).into_iter();
    let first = all.next();
    let number = first.filter(|word| {
        chars[word.start..word.end].iter().all(|c| c.is_numeric())
            && chars.get(word.end).is_some_and(|c| ".)".contains(*c))
    });
    number.and_then(|_| all.next()).or(first).map_or(chars.len(), |word| word.start)
}

fn only_blanks(prose: &Prose, start: usize, end: usize) -> bool {
    start <= end && prose.own.chars()[start..end].iter().all(|c| c.is_whitespace() || *c == ',')
}

/// "I clicked", or a step that begins with "Clicked the".
fn told(prose: &Prose, found: &[Found<Verb>], starts: &[usize]) -> Option<(Flaw, usize, usize)> {
    found.iter().find_map(|hit| {
        let Verb::Did(action) = hit.kind else { return None };
        let say = *SAY.get(action)?;
        let word = prose.norm(hit.start, hit.end);
        let cyrillic = !word.is_ascii();
        let end = word_end(prose.own.chars(), hit.end);
        let narrator =
            found.iter().find(|other| other.kind == Verb::Narrator && only_blanks(prose, other.end, hit.start));
        if let Some(narrator) = narrator.filter(|narrator| starts.contains(&narrator.start)) {
            return Some((Flaw::Told(say), narrator.start, end));
        }
        let begins = starts.first() == Some(&hit.start) && (cyrillic || takes_object(prose, end));
        begins.then_some((Flaw::Told(say), hit.start, end))
    })
}

/// Whether the past form is a verb and no adjective: a little word follows it.
fn takes_object(prose: &Prose, end: usize) -> bool {
    const LITTLE: [&str; 20] = [
        "the", "a", "an", "my", "on", "in", "to", "up", "down", "out", "into", "off", "from", "this", "that", "it",
        "back", "for", "all", "some",
    ];
    let chars = prose.own.chars();
    let next = words(chars, end, chars.len()).into_iter().next();
    next.is_some_and(|next| LITTLE.contains(&prose.norm(next.start, next.end).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(step: &str) -> Option<(Flaw, String)> {
        let prose = Prose::new("steps", "steps[0]", step);
        flaw(&prose, false).map(|(flaw, start, end)| (flaw, prose.span(start, end).text))
    }

    #[test]
    fn several_actions_are_found_where_the_next_begins() {
        for (step, next) in [
            ("Open the settings and then click Save", "click Save"),
            ("Open the settings; then, click Save", "click Save"),
            ("1. Open the settings. Click Save.", "Click Save."),
            ("Open the game, choose ranked, accept the match", "accept the match"),
            ("Открыть настройки, затем нажать «Сохранить»", "нажать «Сохранить»"),
            ("Откройте игру, выберите режим и нажмите «Играть»", "нажмите «Играть»"),
            ("Запустите игру, после этого откройте чат", "откройте чат"),
        ] {
            assert_eq!(found(step), Some((Flaw::Several, next.to_owned())), "{step}");
        }
    }

    #[test]
    fn a_story_gets_its_instruction() {
        for (step, words, say) in [
            ("I clicked on Save", "I clicked", "click"),
            ("Clicked the button", "Clicked", "click"),
            ("then we opened the map", "we opened", "open"),
            ("Нажал «Сохранить»", "Нажал", "нажмите"),
            ("Я открыла чат", "Я открыла", "откройте"),
        ] {
            assert_eq!(found(step), Some((Flaw::Told(say), words.to_owned())), "{step}");
        }
    }

    #[test]
    fn what_is_seen_belongs_to_the_result() {
        for step in
            ["See error", "Crash", "Notice it is empty", "4. The game crashes", "Игра вылетает", "Nothing happens"]
        {
            assert_eq!(found(step).map(|(flaw, _)| flaw), Some(Flaw::Seen), "{step}");
        }
        let prose = Prose::new("steps", "steps[0]", "See error");
        assert_eq!(flaw(&prose, true), None, "the result is told already");
    }

    #[test]
    fn good_steps_are_left_alone() {
        for step in [
            "Press Play Dota and choose Ranked All Pick",
            "Enter a title, press OK",
            "Wait until the hero portraits appear: the game closes",
            "Open the sample project in Xcode and run it on macOS 26.1",
            "Drop the file Archive.shelf onto the library window",
            "Saved game from last week: load it",
            "Left click the icon, right at the end",
            "Запустить игру в полноэкранном режиме",
            "Взять квест у смотрителя и выйти к порталу",
            "If the map opened, zoom in",
            "Freeze the top row",
            "Crash: drag a tab over its neighbour",
            "Nothing similar follows when the song is over",
            "Open “Save, then close” in the menu",
            "Settings > Storage > add D:\\Games",
            "sudo ./install.sh && run",
            "",
            "…",
        ] {
            assert_eq!(found(step), None, "{step}");
        }
    }
}
