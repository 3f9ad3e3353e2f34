//! What of the private values is hidden: each change is one step that can be undone.

use super::{decide, tell_with_undo, undo_last};
use crate::gui::action::Privacy;
use crate::gui::state::State;
use crate::model::{Draft, PrivateClass, Profile};

/// Makes one change, and says which.
pub fn change(state: &mut State, change: Privacy) {
    let Some(profile) = state.open.as_ref().map(|open| open.profile.clone()) else { return };
    let lang = state.lang();
    let class_name = |class: PrivateClass| crate::bundle::class_name(lang, class.id());
    let (id, what) = match &change {
        Privacy::Hide(word) | Privacy::HideAgain(word) => ("done-hidden", word.clone()),
        Privacy::Keep(word) => ("done-kept", word.clone()),
        Privacy::HideClass(class) => ("done-class-hidden", class_name(*class)),
        Privacy::KeepClass(class) => ("done-class-kept", class_name(*class)),
    };
    let what: String = what.chars().take(60).collect();
    decide(state, |draft| apply(draft, &profile, change));
    let (text, undo) = (state.tf(id, &[("what", what.into())]), undo_last(state));
    tell_with_undo(state, text, undo);
}

fn apply(draft: &mut Draft, profile: &Profile, change: Privacy) {
    match change {
        Privacy::Hide(word) => {
            take(&mut draft.keep, &word);
            take(&mut draft.hide, &word);
            draft.hide.push(word);
        }
        Privacy::HideAgain(word) => {
            if !take(&mut draft.keep, &word) {
                draft.hide.push(word);
            }
        }
        Privacy::Keep(word) => {
            if !take(&mut draft.hide, &word) && !draft.keep.contains(&word) {
                draft.keep.push(word);
            }
        }
        Privacy::HideClass(class) => {
            draft.keep_classes.retain(|kept| *kept != class);
            if profile.keeps(class) {
                draft.hide_classes.push(class);
            }
        }
        Privacy::KeepClass(class) => {
            draft.hide_classes.retain(|hidden| *hidden != class);
            if !profile.keeps(class) && !draft.keep_classes.contains(&class) {
                draft.keep_classes.push(class);
            }
        }
    }
}

/// Takes a word out of a list, whatever its case; says whether it was there.
fn take(words: &mut Vec<String>, word: &str) -> bool {
    let wanted = word.trim().to_lowercase();
    let before = words.len();
    words.retain(|known| known.trim().to_lowercase() != wanted);
    words.len() < before
}

/// Keeps what the placeholders stand for that are about to leave without a bundle: copied, or in an address.
pub fn keep_map(state: &mut State) {
    let Some(open) = &mut state.open else { return };
    let Some(map) = open.preview.as_ref().map(|preview| preview.redacted.private_map()) else { return };
    if map.values != open.map.values {
        (open.map, open.map_is_kept) = (map, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_and_its_opposite() {
        let mut profile: Profile =
            toml::from_str(include_str!("../../../assets/profiles/steam-support.toml")).expect("valid");
        let blank = Draft::default();
        let mut draft = blank.clone();
        apply(&mut draft, &profile, Privacy::Keep("Kranich".into()));
        assert_eq!(draft.keep, ["Kranich"]);
        apply(&mut draft, &profile, Privacy::HideAgain("KRANICH".into()));
        assert_eq!(draft, blank);
        apply(&mut draft, &profile, Privacy::Hide("Kranich".into()));
        apply(&mut draft, &profile, Privacy::Hide("kranich".into()));
        assert_eq!(draft.hide, ["kranich"]);
        apply(&mut draft, &profile, Privacy::Keep("Kranich".into()));
        assert_eq!(draft, blank);
        apply(&mut draft, &profile, Privacy::KeepClass(PrivateClass::Steam));
        assert_eq!(draft.keep_classes, [PrivateClass::Steam]);
        apply(&mut draft, &profile, Privacy::HideClass(PrivateClass::Steam));
        assert_eq!(draft, blank);
        profile.hide.get_or_insert_default().keep = vec![PrivateClass::Steam];
        apply(&mut draft, &profile, Privacy::HideClass(PrivateClass::Steam));
        assert_eq!(draft.hide_classes, [PrivateClass::Steam]);
        apply(&mut draft, &profile, Privacy::KeepClass(PrivateClass::Steam));
        assert_eq!(draft, blank);
    }
}
