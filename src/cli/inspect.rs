//! `casefile inspect`

use std::path::PathBuf;

use serde_json::json;

use super::args::Inspect;
use super::{Exit, batch, out};
use crate::check;
use crate::collect::{self, Inspection};
use crate::model::{EvidenceProblem, Lang};
use crate::pipeline::Error;
use crate::platform::World;
use crate::text::t;

pub fn run(command: &Inspect, world: &World) -> Result<Exit, Error> {
    if let Some(file) = &command.batch {
        return batch::run(file, |question: Question| collect::inspect(&question.path));
    }
    let found: Vec<Inspection> = command.files.iter().map(|file| collect::inspect(file)).collect();
    let failed = found.iter().filter(|one| is_failure(one)).count();
    if command.json {
        out::json(&found);
    } else {
        for one in &found {
            out::say(&words(one, world.lang));
        }
    }
    Ok(if failed == found.len() { Exit::Failed } else { Exit::Done })
}

#[derive(serde::Deserialize)]
struct Question {
    path: PathBuf,
}

/// Whether nothing could be said about it. An empty file is an answer.
fn is_failure(inspection: &Inspection) -> bool {
    inspection.problem.as_ref().is_some_and(|problem| *problem != EvidenceProblem::Empty)
}

/// A file in a few lines: the keys of the JSON with their values, or why there are none.
fn words(inspection: &Inspection, lang: Lang) -> String {
    if let Some(problem) = &inspection.problem {
        return check::file_problem(problem, &inspection.path.display().to_string(), lang);
    }
    let inspection = json!(inspection);
    let kind = inspection["kind"].as_str().unwrap_or("unknown");
    let mut text =
        format!("{}: {}", inspection["path"].as_str().unwrap_or_default(), t(lang, &format!("cli-kind-{kind}")));
    let rest = inspection.as_object().into_iter().flatten();
    for (key, value) in rest.filter(|(key, value)| !matches!(key.as_str(), "path" | "kind") && !value.is_null()) {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        text.push_str(&format!("\n  {key}: {value}"));
    }
    text
}
