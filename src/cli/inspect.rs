//! `casefile inspect`

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::args::Inspect;
use super::{Exit, batch, out};
use crate::collect;
use crate::model::Lang;
use crate::pipeline::Error;
use crate::platform::World;
use crate::text::t;

pub fn run(command: &Inspect, world: &World) -> Result<Exit, Error> {
    if let Some(file) = &command.batch {
        return batch::run(file, |question: Question| {
            let inspection = json!(collect::inspect(&question.path));
            BTreeMap::from([("inspection", inspection)])
        });
    }
    let found: Vec<Value> = command.files.iter().map(|file| json!(collect::inspect(file))).collect();
    if command.json {
        out::json(&found);
    } else {
        for one in &found {
            out::result(&words(one, world.lang));
        }
    }
    Ok(Exit::Done)
}

#[derive(serde::Deserialize)]
struct Question {
    path: PathBuf,
}

/// A file in a few lines: the keys of the JSON with their values.
fn words(inspection: &Value, lang: Lang) -> String {
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
