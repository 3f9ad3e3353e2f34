//! dump
use casefile::check::one_issue::{IssueText, candidates, raw};
use std::io::{BufRead, Write};
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let stdin = std::io::stdin();
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in stdin.lock().lines() {
        let value: serde_json::Value = serde_json::from_str(&line?)?;
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let steps: Vec<String> = value["steps"]
            .as_array()
            .map(|all| all.iter().filter_map(|s| s.as_str()).map(str::to_owned).collect())
            .unwrap_or_default();
        let (title, description, error) = (text("title"), text("description"), text("error"));
        let issue = IssueText { title: &title, description: &description, steps: &steps, error_text: &error };
        let all: Vec<_> = candidates(&issue).into_iter().map(|c| serde_json::json!({"field": c.field, "start": c.start, "end": c.end, "n": c.numbers.iter().filter(|(_, v)| *v != 0.0).map(|(k, v)| (k.to_string(), *v)).collect::<std::collections::BTreeMap<_, _>>(), "t": c.tokens})).collect();
        let clues = raw(&issue);
        writeln!(out, "{}", serde_json::json!({"id": value["id"], "c": all, "clues": clues}))?;
    }
    Ok(())
}
