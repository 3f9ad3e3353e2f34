//! The word lists of the checks, from `assets/check_words/*.toml`, one file for each language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The words of one language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Spellings of each month, January first.
    pub months: Vec<Vec<String>>,
    pub tone: Tone,
    pub cut: Cut,
    pub steps: Steps,
    pub error: ErrorWords,
    pub tried: Tried,
    #[serde(default)]
    pub plain: Plain,
    pub people: People,
}

/// How people sound.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tone {
    pub insult: Vec<String>,
    pub accusation: Vec<String>,
    pub demand: Vec<String>,
    /// Takes the meaning from what stands inside it.
    pub harmless: Vec<String>,
    /// Little words that nobody writes in capitals but to shout.
    pub small: Vec<String>,
}

/// What a reader can do without.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cut {
    pub greeting: Vec<String>,
    pub apology: Vec<String>,
    pub filler: Vec<String>,
    pub life: Vec<String>,
}

/// What steps are made of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Steps {
    pub actions: Vec<Action>,
    /// Joins two actions one after the other.
    pub joint: Vec<String>,
    /// Joins, and needs an action after it.
    pub and: Vec<String>,
    /// Who tells: I, we.
    pub narrator: Vec<String>,
    /// Begins a step that says what is seen.
    pub observation: Vec<String>,
}

/// One thing people do.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Action {
    /// As a step says it best.
    pub say: String,
    /// Other forms that instruct.
    #[serde(default, rename = "do")]
    pub instruct: Vec<String>,
    /// Forms that tell what was done.
    #[serde(default)]
    pub did: Vec<String>,
}

/// How people speak of errors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ErrorWords {
    /// Names an error.
    pub error: Vec<String>,
    /// The computer speaks.
    pub says: Vec<String>,
    /// May stand between those and the words themselves.
    pub between: Vec<String>,
    /// Who speaks is a person, no computer.
    pub person: Vec<String>,
    /// Speaks of a message without its words.
    pub untold: Vec<String>,
    /// There was none.
    pub none: Vec<String>,
}

/// What came of an attempt.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tried {
    pub outcome: Vec<String>,
}

/// What makes English hard to read; other languages have none of it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plain {
    /// Abbreviations that everybody knows.
    pub known: Vec<String>,
    /// Jargon with plain words for it.
    pub jargon: BTreeMap<String, String>,
}

/// How people are named.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    /// Only a name follows: Mr, "by the name of".
    pub title: Vec<String>,
    /// A name may follow: manager, courier.
    pub role: Vec<String>,
    pub first_names: Vec<String>,
    /// Announces a telephone number.
    pub phone: Vec<String>,
}

const FILES: [&str; 2] =
    [include_str!("../../assets/check_words/en.toml"), include_str!("../../assets/check_words/ru.toml")];

// The files are part of the program; a test keeps them valid.
static WORDS: LazyLock<Vec<Words>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| toml::from_str(file).ok()).collect());

/// Both languages: people mix them.
pub(super) fn both() -> &'static [Words] {
    &WORDS
}

/// One list of both languages.
pub(super) fn list<K: Copy>(kind: K, pick: fn(&Words) -> &Vec<String>) -> impl Iterator<Item = (K, &'static str)> {
    both().iter().flat_map(move |words| pick(words).iter().map(move |word| (kind, word.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_files_are_valid_and_lower_case() {
        let files: Vec<Words> = FILES.iter().map(|file| toml::from_str(file).expect("valid")).collect();
        for words in &files {
            assert_eq!(words.months.len(), 12);
            let (tone, cut, steps, error) = (&words.tone, &words.cut, &words.steps, &words.error);
            let lists = [
                &tone.insult,
                &tone.accusation,
                &tone.demand,
                &tone.harmless,
                &tone.small,
                &cut.greeting,
                &cut.apology,
                &cut.filler,
                &cut.life,
                &steps.joint,
                &steps.and,
                &steps.narrator,
                &steps.observation,
                &error.error,
                &error.says,
                &error.between,
                &error.person,
                &error.untold,
                &error.none,
                &words.tried.outcome,
                &words.people.title,
                &words.people.role,
                &words.people.first_names,
                &words.people.phone,
            ];
            for word in lists.into_iter().flatten().chain(words.months.iter().flatten()) {
                assert_eq!(*word, word.to_lowercase().replace('ё', "е"), "lower case, and е for ё");
                assert_eq!(word.trim(), word);
            }
        }
    }
}
