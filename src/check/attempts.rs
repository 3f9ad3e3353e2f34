//! What was tried, told with its outcome; and the self-help steps of the destination.

use std::sync::LazyLock;

use crate::model::{Draft, Fix, Lang, Profile, Span};
use crate::text::tf;

use super::phrases::Phrases;
use super::predicate::Finding;
use super::prose::{Prose, Texts};
use super::words::list;
use super::{quote, quoted, shortened};

static OUTCOMES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(list((), |words| &words.tried.outcome)));

/// Every attempt has an outcome: something after a colon or a dash, or words that tell one.
pub(super) fn outcomes(texts: &Texts, lang: Lang) -> Option<Finding> {
    let tried = ["tried"];
    let all: Vec<&Prose> = texts.of(&tried).collect();
    if all.is_empty() {
        return None;
    }
    let open: Vec<Span> =
        all.iter().filter(|prose| !is_told(prose)).map(|prose| prose.span(0, prose.page.chars().len())).collect();
    let mut finding = Finding::new("tried", open.is_empty(), Fix::Fill);
    finding.detail =
        tf(lang, "check-tried-open", &[("words", quoted(open.iter().map(|span| span.text.as_str()), lang).into())]);
    finding.spans = open;
    Some(finding)
}

fn is_told(prose: &Prose) -> bool {
    const MARKS: [&str; 9] = [": ", ":\n", " - ", " – ", " — ", "->", "→", "=>", ";"];
    let text: String = prose.page.chars().iter().collect();
    let after = |mark: &&str| {
        text.split_once(*mark)
            .is_some_and(|(before, after)| [before, after].iter().all(|part| part.chars().any(char::is_alphanumeric)))
    };
    MARKS.iter().any(after) || !OUTCOMES.find(&prose.page).is_empty()
}

/// Every self-help step of the destination has an outcome; names the first that is open, and how many more.
pub(super) fn self_help(draft: &Draft, profile: &Profile, lang: Lang) -> Option<Finding> {
    if profile.self_help.is_empty() {
        return None;
    }
    let open: Vec<&str> = profile
        .self_help
        .iter()
        .filter(|help| !draft.self_help.contains_key(&help.id))
        .map(|help| help.text.get(lang).trim_end_matches('.'))
        .collect();
    let finding = Finding::new("self_help", open.is_empty(), Fix::Fill);
    let Some((first, others)) = open.split_first() else { return Some(finding) };
    let values = [("first", quote(&shortened(first), lang).into()), ("more", others.len().into())];
    Some(finding.detail(tf(lang, "check-help-open", &values)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_with_an_outcome_is_told_from_one_without() {
        let told = |text: &str| is_told(&Prose::new("tried", "tried[0]", text));
        for good in [
            "Verified the game files: no change",
            "Reinstalled it – same",
            "Restarted, it didn’t help",
            "Новый драйвер — то же самое",
            "Звонил 16 ноября: оператор причины не видит",
            "Перезагрузка не помогла",
        ] {
            assert!(told(good), "{good}");
        }
        for open in ["Reinstalled the driver", "Verified files at 10:30", "Переустановил драйвер", "Reinstalled:"]
        {
            assert!(!told(open), "{open}");
        }
    }
}
