//! Codes and PINs: numbers near a word for them, and what tells them from the codes of errors, goods and places.
//!
//! Never here: passwords.

use super::super::secretlike;
use super::line::{Line, Word, is_day};
use super::words::KNOWN;
use super::{CLOSE, Said};

/// Whether the word at `index` is the code that the word at `noun` announces.
pub(super) fn is_code(said: Said, line: &Line, noun: usize, index: usize) -> bool {
    let far = index.abs_diff(noun);
    if far > 12 || !is_number(said, line.words[index].text) || line.is_measured(index) || is_named(line, noun, index) {
        return false;
    }
    let (low, high) = (index.min(noun), index.max(noun));
    let word = &line.words[noun];
    // A code of another kind: `exit code`, `код товара`, `code de retour`.
    let before = line.before(noun).filter(|word| !word.closed);
    let behind = line.words[noun + 1..].iter().take(2).filter(|_| !word.closed);
    if KNOWN.kinds.have(&word.lower) || before.into_iter().chain(behind).any(|word| KNOWN.kinds.have(&word.lower)) {
        return false;
    }
    let next = index == noun + 1 && (!word.closed || word.leads || KNOWN.proves.have(&word.lower));
    let is_said = next || line.is_led(index) || line.is_closed(index);
    let between = &line.words[low..high];
    if said == Said::Pin {
        return index > noun && is_said && far <= CLOSE && !between.iter().any(|word| word.closed && !word.leads);
    }
    // Another sentence may lie between them only where more is said of what the code is for.
    let apart = between.iter().filter(|word| word.ends).count();
    let proves = |word: &Word| KNOWN.proves.have(word.lower.trim_start_matches("l'"));
    let proofs = line.words.iter().filter(|word| proves(word)).count();
    let near = line.words[low.saturating_sub(3)..(high + 4).min(line.words.len())].iter().any(proves);
    is_said && near && (apart == 0 || index > noun && apart == 1 && proofs > 1)
}

/// Whether the words before a number name it as something else, `case number is 0048`.
fn is_named(line: &Line, noun: usize, index: usize) -> bool {
    let other = |word: &Word| KNOWN.other.have(word.lower.trim_start_matches('#'));
    let before = (index > noun + 1 || index < noun).then(|| line.before(index)).flatten();
    let linked = before.is_some_and(|before| KNOWN.links.have(&before.lower) || before.leads);
    let second = index.checked_sub(2).filter(|second| linked && *second != noun).map(|second| &line.words[second]);
    before.is_some_and(|before| !linked && other(before)) || second.is_some_and(other)
}

/// Whether it has the look of a code: six figures or more, two groups of them, or groups of capitals and figures; a PIN has four at least.
fn is_number(said: Said, text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let figures = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let least = if said == Said::Pin { 4 } else { 6 };
    let one = groups.len() == 1 && (least..=12).contains(&text.len()) && !is_day(text) && !text.ends_with("000");
    let two = groups.len() == 2
        && groups.iter().all(|group| matches!(group.len(), 3 | 4))
        && groups[0].len() == groups[1].len();
    let code = said == Said::Code
        && text.contains('-')
        && secretlike::backup_code(text)
        && !text.bytes().any(|byte| byte.is_ascii_lowercase());
    figures && (one || two) || code
}
