//! Reports as people paste them: quoted in a mail, or set in as a block of code.

use std::borrow::Cow;

/// The most marks of quotation before a line.
const MOST_LAYERS: usize = 4;
/// A block of code is set in by as much.
const CODE_BLANKS: usize = 4;
/// A block of fewer lines is not worth a look.
const LEAST_LINES: usize = 3;

/// `text` without marks of quotation and without the indentation that all its lines have in common, words around it not counted.
pub fn bare(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..MOST_LAYERS {
        let Some(inner) = unquoted(&text) else { break };
        text = Cow::Owned(inner);
    }
    match outdented(&text) {
        Some(inner) => Cow::Owned(inner),
        None => text,
    }
}

/// The text one layer of `> ` deeper, if most lines have that.
fn unquoted(text: &str) -> Option<String> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let quoted = lines().filter(|line| line.trim_start().starts_with('>')).count();
    if quoted < LEAST_LINES || quoted * 10 < lines().count() * 6 {
        return None;
    }
    let inner = |line: &str| {
        let rest = line.trim_start().strip_prefix('>').unwrap_or(line);
        rest.strip_prefix(' ').unwrap_or(rest).to_owned()
    };
    Some(text.lines().map(|line| inner(line) + "\n").collect())
}

/// The text with its block of code at the edge: lines set in that follow one another and are most of it.
fn outdented(text: &str) -> Option<String> {
    let told: Vec<(usize, &str)> = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    let first = told.iter().position(|(_, line)| is_set_in(line))?;
    let last = told.iter().rposition(|(_, line)| is_set_in(line))?;
    let block = told.get(first..=last)?;
    if block.len() < LEAST_LINES || block.len() * 10 < told.len() * 8 || !block.iter().all(|(_, line)| is_set_in(line))
    {
        return None;
    }
    let common = block.iter().map(|(_, line)| blanks(line)).min()?;
    let range = block.first()?.0..=block.last()?.0;
    let inner = |(at, line): (usize, &str)| {
        let start: usize = if range.contains(&at) { line.chars().take(common).map(char::len_utf8).sum() } else { 0 };
        line.get(start..).unwrap_or_default().to_owned() + "\n"
    };
    Some(text.lines().enumerate().map(inner).collect())
}

fn is_set_in(line: &str) -> bool {
    line.starts_with('\t') || blanks(line) >= CODE_BLANKS
}

fn blanks(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, ' ' | '\t')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Key: value\n  Other: value\n\nThird: value\nFourth: value\n";

    #[test]
    fn quotation_is_taken_off() {
        let quoted = format!("On Monday somebody wrote:\n> {}", TEXT.trim_end().replace('\n', "\n> "));
        assert_eq!(bare(&quoted), format!("On Monday somebody wrote:\n{TEXT}"));
        let twice = quoted.replace("> ", ">> ").replace("On Monday somebody wrote:", "> Earlier:");
        assert!(bare(&twice).ends_with(TEXT), "{}", bare(&twice));
        assert_eq!(bare("a > b\nc\nd\n> e\n"), "a > b\nc\nd\n> e\n");
    }

    #[test]
    fn code_is_set_at_the_edge() {
        let code = format!("    {}\n", TEXT.trim_end().replace('\n', "\n    "));
        assert_eq!(bare(&code), TEXT);
        assert_eq!(bare(&format!("It says:\n\n{code}")), format!("It says:\n\n{TEXT}"));
        let nested = "Heading:\n    a: 1\n    b: 2\nOther:\n    c: 3\n    d: 4\n    e: 5\n    f: 6\n    g: 7\n";
        assert_eq!(bare(nested), nested);
    }
}
