//! What a word makes private in the text around it: numbers with check digits, days and places near the word for them.
//!
//! Never here: a pattern or a word; rules of the kind `about` have both.

use std::ops::Range;

use super::boundary;
use super::rule::Rule;

/// So far behind what was looked at last the search starts again: the longest value.
const VALUE: usize = 64;

/// The places around the word at `trigger` that look like the rule's value, and where the look ended. Nothing before
/// `seen` is looked at again, so that words which stand close together cost no more than one.
pub(super) fn places(rule: &Rule, text: &[u8], trigger: Range<usize>, seen: usize) -> (Vec<Range<usize>>, usize) {
    let around = rule.data.around;
    let to = boundary::floor(text, text.len().min(trigger.end + around));
    if !is_word(text, &trigger, rule.data.whole) {
        return (Vec::new(), seen);
    }
    let from = trigger.start.saturating_sub(around).max(seen.saturating_sub(VALUE));
    let from = boundary::ceil(text, from.min(trigger.start));
    // What stands behind a blank line is about something else.
    let from = memchr::memmem::rfind(&text[from..trigger.start], b"\n\n").map_or(from, |gap| from + gap + 2);
    let to = memchr::memmem::find(&text[trigger.end..to], b"\n\n").map_or(to, |gap| trigger.end + gap + 1);
    let Some(pattern) = rule.pattern() else { return (Vec::new(), to) };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = from;
    while at < to {
        let Some(all) = pattern.find_at(&text[..to], at) else { break };
        let cut = all.end() == to && text.get(to).is_some_and(|byte| matches!(byte, b'_' | b'-' | b'.'));
        let whole = !cut && boundary::starts(text, all.start()) && boundary::ends(text, all.end());
        // What is refused may hold the start of the next one.
        at = if whole { all.end() } else { after(text, all.start()) };
        if whole {
            found.push(all.start()..all.end());
        }
    }
    if rule.data.nearest {
        let far = |place: &Range<usize>| {
            if place.start >= trigger.end {
                place.start - trigger.end
            } else {
                2 * trigger.start.saturating_sub(place.end)
            }
        };
        let nearest = found.into_iter().min_by_key(far);
        return (nearest.into_iter().collect(), seen);
    }
    (found, to)
}

/// Where the run of letters and figures ends that `at` lies in.
fn after(text: &[u8], at: usize) -> usize {
    at + 1 + text[at + 1..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

/// Whether the trigger starts a word or a part of a name, and is all of it where the rule says so: `born` in `born_on`
/// and `customerBorn`, but not in `stubborn`.
fn is_word(text: &[u8], trigger: &Range<usize>, whole: bool) -> bool {
    let cased = |at: usize| text.get(at).is_some_and(u8::is_ascii_uppercase);
    let joined = |at: usize| text.get(at).is_some_and(u8::is_ascii_lowercase);
    let in_path = trigger.start.checked_sub(1).is_some_and(|at| text[at] == b'\\');
    let starts = boundary::starts(text, trigger.start) && !in_path
        || cased(trigger.start) && trigger.start.checked_sub(1).is_some_and(joined);
    let ends = boundary::ends(text, trigger.end) || joined(trigger.end - 1) && cased(trigger.end);
    starts && (!whole || ends)
}
