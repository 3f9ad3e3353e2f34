//! Which rules apply to a destination: the common ones, without those it switches off, with its own in their place.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{Profile, Rule};

/// The id of the rule of one issue per request; the destination's own reason goes with it.
pub(super) const ONE_ISSUE: &str = "one-issue";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
}

// The file is part of the program; a test keeps it valid.
static COMMON: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    toml::from_str::<File>(include_str!("../../assets/checks.toml")).map(|file| file.rule).unwrap_or_default()
});

/// The rules every destination starts from, in the order of the checklist.
#[must_use]
pub fn common() -> &'static [Rule] {
    &COMMON
}

/// The rules of `profile`: its own replace common ones of the same id in their place, further ones follow the first,
/// so that one issue per request stays on top.
pub(super) fn effective(profile: &Profile) -> Vec<&Rule> {
    let own = |id: &str| profile.checks.iter().find(|rule| rule.id == id);
    let is_common = |id: &str| common().iter().any(|rule| rule.id == id);
    let mut rules: Vec<&Rule> = common()
        .iter()
        .filter(|rule| !profile.checks_off.contains(&rule.id))
        .map(|rule| own(&rule.id).unwrap_or(rule))
        .collect();
    let first = rules.len().min(1);
    let further = profile.checks.iter().filter(|rule| !is_common(&rule.id));
    rules.splice(first..first, further);
    rules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn the_common_rules_are_valid_and_bilingual() {
        let file: File = toml::from_str(include_str!("../../assets/checks.toml")).expect("valid");
        assert_eq!(file.rule.first().map(|rule| rule.id.as_str()), Some(ONE_ISSUE));
        let mut ids: Vec<&str> = file.rule.iter().map(|rule| rule.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), file.rule.len(), "ids are unique");
        for rule in &file.rule {
            for text in [&rule.title, &rule.message, &rule.why] {
                assert!(!text.get(Lang::En).is_empty());
                assert_ne!(text.en, text.ru, "{}", rule.id);
            }
        }
    }
}
