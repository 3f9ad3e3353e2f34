//! Prints what the one-issue check counts about labelled reports, a line of JSON each: what `tests/one_issue/train.py`
//! learns the weights from. Arguments are files in the form of `tests/one_issue/*.jsonl`; each is one writer's.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use casefile::check::one_issue::{IssueText, observe};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for path in std::env::args().skip(1) {
        let writer = Path::new(&path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for line in fs::read_to_string(&path)?.lines().filter(|line| !line.trim().is_empty()) {
            let mut report: Value = serde_json::from_str(line)?;
            report["writer"] = writer.as_str().into();
            observed(&mut report);
            writeln!(out, "{report}")?;
        }
    }
    Ok(())
}

/// Adds the texts by field, and what can be counted.
fn observed(report: &mut Value) {
    let text = |key: &str| report[key].as_str().unwrap_or_default().to_owned();
    let (title, description, error_text) = (text("title"), text("description"), text("error"));
    let steps: Vec<String> =
        report["steps"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let observed =
        observe(&IssueText { title: &title, description: &description, steps: &steps, error_text: &error_text });
    let numbers = |numbers: &[(&'static str, f32)]| -> BTreeMap<&'static str, f32> {
        numbers.iter().filter(|(_, value)| *value != 0.0).copied().collect()
    };
    let places: Vec<Value> = observed
        .places
        .iter()
        .map(|place| {
            json!({ "field": place.field, "start": place.start, "end": place.end,
                "numbers": numbers(&place.numbers), "tokens": place.tokens })
        })
        .collect();
    let mut texts = BTreeMap::from([("description".to_owned(), description)]);
    texts.extend(steps.into_iter().enumerate().map(|(i, step)| (format!("steps[{i}]"), step)));
    report["texts"] = json!(texts);
    report["places"] = places.into();
    report["title_tokens"] = json!(observed.title_tokens);
    report["whole"] = json!(numbers(&observed.whole));
}
