//! Which language a text is in, as far as a destination cares.

use crate::model::{Draft, Fix, Incident, Lang, Profile};

use super::predicate::{Finding, Judgement};

/// Latin text is held to be English unless it is long enough for another language to be certain.
const CERTAIN_FROM_CHARS: usize = 80;

/// So much of a text tells its language.
const SAMPLE_CHARS: usize = 1_000;

/// A field with so many letters is judged by itself: a shorter one may be all names.
const FIELD_FROM_CHARS: usize = 24;

/// The text is in one of `langs`, or, where there are none, in one the destination requires or prefers.
pub(super) fn evaluate(incident: &Incident, profile: &Profile, langs: &[Lang]) -> Option<Finding> {
    let rules = &profile.language;
    let (accepted, only_preferred) = match (langs, rules.required.as_slice()) {
        ([], []) => (rules.preferred.as_slice(), true),
        ([], required) => (required, false),
        (named, _) => (named, false),
    };
    if accepted.is_empty() {
        return None;
    }
    let stories = stories(&incident.draft);
    let is_accepted = |text: &str| detect(text).is_some_and(|lang| accepted.contains(&lang));
    let missed = stories.iter().find(|(_, text)| !is_accepted(text));
    let met = missed.is_none();
    let (field, _) = missed.or(stories.first())?;
    let mut finding = Finding::new(field, met, Fix::Translate);
    if !met && only_preferred {
        finding.judgement = Judgement::Advises;
    }
    Some(finding)
}

/// What a person wrote, each field that is long enough by itself, else all together; the error text is the computer's.
fn stories(draft: &Draft) -> Vec<(&'static str, String)> {
    let steps = draft.steps.join("\n");
    let fields = [("description", &draft.description), ("title", &draft.title), ("steps", &steps)];
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let long = fields.iter().filter(|(_, text)| letters(text) >= FIELD_FROM_CHARS);
    let long: Vec<_> = long.map(|(field, text)| (*field, (*text).clone())).collect();
    if !long.is_empty() {
        return long;
    }
    let whole = [&draft.title, &draft.description, &steps].map(String::as_str).join("\n");
    let field = if draft.description.trim().is_empty() { "title" } else { "description" };
    if whole.trim().is_empty() { Vec::new() } else { vec![(field, whole)] }
}

/// English or Russian, whichever most of the letters say; `None` for any other language.
pub(super) fn detect(text: &str) -> Option<Lang> {
    let cyrillic = text.chars().filter(|c| ('\u{400}'..='\u{4ff}').contains(c)).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    // Names of programs and files stay Latin in any text: a third of Cyrillic letters makes it Russian.
    let (script, chars) = if cyrillic * 2 > latin { (Lang::Ru, cyrillic) } else { (Lang::En, latin) };
    let sample = || text.chars().take(SAMPLE_CHARS).collect::<String>();
    let other = (chars >= CERTAIN_FROM_CHARS).then(|| whatlang::detect(&sample())).flatten();
    let other = other.filter(whatlang::Info::is_reliable);
    match other.map(|found| found.lang()) {
        None | Some(whatlang::Lang::Eng | whatlang::Lang::Rus) => Some(script),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_long_field_counts_by_itself() {
        let english = "The list jumps to the top after every refresh of the window, which costs a lot of time.";
        let draft = Draft {
            title: "Список прыгает наверх после обновления".into(),
            description: english.repeat(4),
            ..Draft::default()
        };
        let told: Vec<_> = stories(&draft).iter().map(|(field, text)| (*field, detect(text))).collect();
        assert_eq!(told, [("description", Some(Lang::En)), ("title", Some(Lang::Ru))]);
        let short = Draft {
            title: "VALORANT, VAN 152".into(), description: "Не работает".into(), ..Draft::default()
        };
        assert_eq!(stories(&short).len(), 1);
    }

    #[test]
    fn the_language_of_a_report_is_told() {
        assert_eq!(detect("The list jumps to the top after every refresh"), Some(Lang::En));
        assert_eq!(detect("Список прыгает наверх после обновления"), Some(Lang::Ru));
        assert_eq!(detect("Не работает VALORANT, код VAN 152, Riot Vanguard"), Some(Lang::Ru));
        assert_eq!(detect("crash"), Some(Lang::En));
        let german = "Die Liste springt nach jeder Aktualisierung wieder ganz nach oben, und ich muss jedes Mal von vorne \
            suchen, was sehr viel Zeit kostet und mich ziemlich ärgert.";
        assert_eq!(detect(german), None);
    }
}
