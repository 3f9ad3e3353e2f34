//! Makes several drafts of one that mixes several matters. Nothing is lost: every sentence, step, error and file of the
//! draft is in exactly one of the results.

use std::collections::HashSet;

use crate::model::{Draft, EvidenceItem, IssuePart};

/// One draft for each of `parts`, in their order. The first keeps the title, the first part and all that belongs to no other;
/// each further one takes the words of its part, and the steps, attempts, error and files that share words with it and
/// not with the first. Destination, language, contact, own fields, and what is hidden or kept are in all of them.
///
/// Fewer than two parts give the draft itself. Words that no longer stand where a part says stay with the first.
#[must_use]
pub fn split(draft: &Draft, parts: &[IssuePart]) -> Vec<Draft> {
    let Some(further) = parts.get(1..).filter(|further| !further.is_empty()) else { return vec![draft.clone()] };
    let mut first = draft.clone();
    first.overrides.remove("one-issue");
    first.override_words.remove("one-issue");
    let mut taken = Taken::default();
    let mut all: Vec<Draft> = further.iter().map(|part| begin(draft, part, &mut taken)).collect();
    first.description = without(&draft.description, &taken.places);

    let first_words = words(&[&first.title, &first.description].map(String::as_str).join(" "));
    let their_words: Vec<HashSet<String>> =
        all.iter().map(|draft| words(&[&draft.title, &draft.description].map(String::as_str).join(" "))).collect();
    // The further draft that a text belongs to.
    let owner = |text: &str| {
        let own = words(text);
        let shared = |with: &HashSet<String>| own.intersection(with).count();
        let (best, most) = their_words
            .iter()
            .enumerate()
            .map(|(i, with)| (i, shared(with)))
            .max_by_key(|(i, count)| (*count, usize::MAX - i))?;
        (most > 0 && shared(&first_words) == 0).then_some(best)
    };

    first.steps.clear();
    // Where each step of the draft went: to which draft (none: the first), and which number it has there.
    let mut moved: Vec<Option<(Option<usize>, usize)>> = Vec::new();
    for (i, step) in draft.steps.iter().enumerate() {
        if let Some(part) = taken.steps.iter().find(|(step, _)| *step == i).map(|(_, part)| *part) {
            all[part].description = joined(&all[part].description, step.trim());
            moved.push(None);
            continue;
        }
        let to = owner(step);
        let steps = to.map_or(&mut first.steps, |to| &mut all[to].steps);
        steps.push(step.clone());
        moved.push(Some((to, steps.len())));
    }
    first.tried.clear();
    for attempt in &draft.tried {
        owner(attempt).map_or(&mut first.tried, |to| &mut all[to].tried).push(attempt.clone());
    }
    if let Some(to) = owner(&draft.error_text) {
        all[to].error_text = std::mem::take(&mut first.error_text);
    }
    first.evidence.clear();
    for file in &draft.evidence {
        let step = file.step.and_then(|step| step.checked_sub(1)).and_then(|step| moved.get(step).copied().flatten());
        let to = match step {
            Some((to, _)) => to,
            None => owner(&format!("{} {}", file.caption, file.path.display())),
        };
        let file = EvidenceItem { step: step.map(|(_, number)| number), ..file.clone() };
        to.map_or(&mut first.evidence, |to| &mut all[to].evidence).push(file);
    }
    all.insert(0, first);
    all
}

/// `whole` with a part that was split off taken back in: its words, steps, attempts and files after those there. Its title
/// stands before its words where these do not say it, answers of `whole` stay, and nothing of the part is lost.
#[must_use]
pub fn join(whole: &Draft, part: Draft) -> Draft {
    let mut joined = whole.clone();
    let says_it = words(&part.title).is_subset(&words(&part.description));
    let title = if says_it || part.description.contains(part.title.trim()) { "" } else { part.title.trim() };
    let steps = whole.steps.len();
    for text in [title, part.description.trim()] {
        append(&mut joined.description, text, "\n\n");
    }
    append(&mut joined.error_text, &part.error_text, "\n");
    append(&mut joined.expected, &part.expected, "\n");
    append(&mut joined.actual, &part.actual, "\n");
    append(&mut joined.started, &part.started, "; ");
    append(&mut joined.conditions, &part.conditions, "; ");
    joined.steps.extend(part.steps);
    joined.tried.extend(part.tried);
    joined.evidence.extend(part.evidence.into_iter().map(|mut file| {
        file.step = file.step.map(|step| step + steps);
        file
    }));
    for word in part.hide {
        if !joined.hide.contains(&word) {
            joined.hide.push(word);
        }
    }
    for (id, answer) in part.fields {
        joined.fields.entry(id).or_insert(answer);
    }
    for (id, outcome) in part.self_help {
        joined.self_help.entry(id).or_insert(outcome);
    }
    joined
}

/// Adds what is not there yet.
fn append(text: &mut String, more: &str, between: &str) {
    let more = more.trim();
    if more.is_empty() || text.contains(more) {
        return;
    }
    let kept = text.trim_end().len();
    text.truncate(kept);
    if !text.is_empty() {
        text.push_str(between);
    }
    text.push_str(more);
}

/// What further parts take out of the first.
#[derive(Default)]
struct Taken {
    /// Places in the description, in characters.
    places: Vec<(usize, usize)>,
    /// Steps, each with the number of the further part that takes it.
    steps: Vec<(usize, usize)>,
    /// Parts begun so far.
    parts: usize,
}

/// A draft with what all share, and the words of `part`.
fn begin(draft: &Draft, part: &IssuePart, taken: &mut Taken) -> Draft {
    let mut description = String::new();
    for span in &part.spans {
        if let Some(step) = step_number(&span.field).filter(|step| draft.steps.get(*step).is_some()) {
            if taken.steps.iter().all(|(known, _)| *known != step) {
                taken.steps.push((step, taken.parts));
            }
        } else if span.field == "description" && text_at(&draft.description, span.start, span.end) == span.text {
            let free = taken.places.iter().all(|(start, end)| span.end <= *start || *end <= span.start);
            if free && span.start < span.end {
                taken.places.push((span.start, span.end));
                description = joined(&description, span.text.trim());
            }
        }
    }
    taken.parts += 1;
    Draft {
        format: draft.format,
        destination: draft.destination.clone(),
        language: draft.language,
        title: capital(&part.title),
        description,
        hidden_facts: draft.hidden_facts.clone(),
        hide: draft.hide.clone(),
        keep: draft.keep.clone(),
        keep_classes: draft.keep_classes.clone(),
        hide_classes: draft.hide_classes.clone(),
        contact: draft.contact.clone(),
        fields: draft.fields.clone(),
        unknown: draft.unknown.clone(),
        ..Draft::default()
    }
}

/// `2` for `steps[2]`.
fn step_number(field: &str) -> Option<usize> {
    field.strip_prefix("steps[")?.strip_suffix(']')?.parse().ok()
}

fn text_at(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

fn joined(before: &str, text: &str) -> String {
    if before.is_empty() { text.to_owned() } else { format!("{before}\n{text}") }
}

fn capital(title: &str) -> String {
    let mut chars = title.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `text` without the places, without the numbers of list items that they leave behind, and without the gaps.
fn without(text: &str, places: &[(usize, usize)]) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut keep = vec![true; chars.len()];
    for &(start, end) in places {
        let line = chars[..start].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
        let only_marker = chars[line..start].iter().all(|c| !c.is_alphabetic());
        let from = if only_marker { line } else { start };
        keep[from..end].fill(false);
    }
    let kept: String = chars.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(c, _)| c).collect();
    let mut lines: Vec<&str> = Vec::new();
    for line in kept.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

/// The beginnings of the longer words, by which texts are held to speak of the same.
fn words(text: &str) -> HashSet<String> {
    text.to_lowercase()
        .replace('ё', "е")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 4)
        .map(|word| word.chars().take(5).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::one_issue::{IssueText, judge};
    use crate::model::{Contact, FactKey, FieldValue, Lang};

    fn draft() -> Draft {
        Draft {
            destination: "any-support-email".into(),
            language: Lang::En,
            title: "Video export stops".into(),
            description:
                "The export stops at 70 % and leaves no file.\n\nAlso, my microphone is too quiet in every call, \
                colleagues cannot hear me. It was louder in spring."
                    .into(),
            error_text: "export failed: 17".into(),
            steps: vec!["Start a call".into(), "Speak into the microphone".into(), "Export any clip".into()],
            tried: vec!["Another microphone: no change".into(), "Reinstalled: no change".into()],
            hidden_facts: vec![FactKey::Disks],
            hide: vec!["Zuse".into()],
            contact: Contact { email: "me@example.com".into(), ..Contact::default() },
            fields: [("product".to_owned(), FieldValue::Text("Testix".into()))].into(),
            overrides: [("one-issue".to_owned(), "x".to_owned()), ("started".to_owned(), "unknown".to_owned())].into(),
            evidence: vec![
                EvidenceItem { path: "a.png".into(), step: Some(3), ..EvidenceItem::default() },
                EvidenceItem { path: "b.png".into(), step: Some(2), ..EvidenceItem::default() },
                EvidenceItem { path: "microphone.log".into(), ..EvidenceItem::default() },
                EvidenceItem { path: "app.log".into(), ..EvidenceItem::default() },
            ],
            ..Draft::default()
        }
    }

    fn split_up(draft: &Draft) -> Vec<Draft> {
        let text = IssueText {
            title: &draft.title,
            description: &draft.description,
            steps: &draft.steps,
            error_text: &draft.error_text,
        };
        split(draft, &judge(&text).parts)
    }

    #[test]
    fn each_part_takes_what_belongs_to_it() {
        let all = split_up(&draft());
        assert_eq!(all.len(), 2);
        let (first, second) = (&all[0], &all[1]);
        assert_eq!(first.title, "Video export stops");
        assert_eq!(first.description, "The export stops at 70 % and leaves no file.");
        assert_eq!(second.title, "Microphone too quiet in every call");
        assert!(second.description.starts_with("Also, my microphone is too quiet"), "{}", second.description);
        assert!(second.description.ends_with("It was louder in spring."));
        assert_eq!(second.steps, ["Start a call", "Speak into the microphone"]);
        assert_eq!(first.steps, ["Export any clip"]);
        assert_eq!(first.error_text, "export failed: 17");
        assert_eq!(second.tried, ["Another microphone: no change"]);
        let of = |draft: &Draft| -> Vec<(String, Option<usize>)> {
            draft.evidence.iter().map(|file| (file.path.display().to_string(), file.step)).collect()
        };
        assert_eq!(of(first), [("a.png".into(), Some(1)), ("app.log".into(), None)]);
        assert_eq!(of(second), [("b.png".into(), Some(2)), ("microphone.log".into(), None)]);
    }

    #[test]
    fn what_all_share_is_in_all_and_answers_stay_with_the_first() {
        let original = draft();
        for part in split_up(&original) {
            assert_eq!(part.destination, original.destination);
            assert_eq!(part.contact, original.contact);
            assert_eq!(part.fields, original.fields);
            assert_eq!(part.hidden_facts, original.hidden_facts);
            assert_eq!(part.hide, original.hide);
            assert!(!part.overrides.contains_key("one-issue"));
        }
        assert!(split_up(&original)[0].overrides.contains_key("started"));
    }

    /// Every word of the originals, sorted; list numbers may go.
    fn all_words(drafts: &[Draft]) -> Vec<String> {
        let mut words: Vec<String> = drafts
            .iter()
            .flat_map(|draft| {
                let mut texts = vec![draft.description.clone(), draft.error_text.clone()];
                texts.extend(draft.steps.iter().chain(&draft.tried).cloned());
                texts.extend(draft.evidence.iter().map(|file| file.path.display().to_string()));
                texts
            })
            .flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .filter(|word| word.chars().any(char::is_alphabetic))
            .collect();
        words.sort();
        words
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_doubled() {
        let list = Draft {
            title: "Bugs after the update".into(),
            description: "Hello,\n1. The sound crackles in every menu.\n2. My order was charged twice 👍.\n3. Карта не открывается.\nThanks!".into(),
            ..Draft::default()
        };
        let steps = Draft {
            title: "Bugs".into(),
            steps: vec![
                "Sync: press Sync; it fails with an error".into(),
                "Sound: start a song; nothing is heard".into(),
                "Also the search never ends".into(),
            ],
            ..Draft::default()
        };
        for original in [draft(), list, steps] {
            let all = split_up(&original);
            assert!(all.len() > 1, "{}", original.title);
            assert_eq!(all_words(&all), all_words(std::slice::from_ref(&original)), "{}", original.title);
        }
    }

    #[test]
    fn a_part_that_is_taken_back_brings_all_it_has() {
        let original = draft();
        let mut all = split_up(&original);
        let part = all.pop().expect("a second part");
        let whole = join(&all[0], part);
        assert_eq!(all_words(std::slice::from_ref(&whole)), all_words(std::slice::from_ref(&original)));
        assert_eq!((whole.title, whole.steps.len()), (original.title, 3));
        assert_eq!(whole.evidence[2].step, Some(3), "the picture of the part's second step");
        assert_eq!(whole.hide, ["Zuse"]);
    }

    #[test]
    fn one_part_or_stale_places_leave_the_draft_whole() {
        let original = draft();
        assert_eq!(split(&original, &[]), vec![original.clone()]);
        let parts =
            judge(&IssueText { title: &original.title, description: &original.description, ..IssueText::default() })
                .parts;
        let edited = Draft { description: format!("Well. {}", original.description), ..original };
        let all = split(&edited, &parts);
        assert_eq!(all[0].description, edited.description);
        assert_eq!(all[1].description, "");
    }
}
