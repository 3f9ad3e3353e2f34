//! `casefile destinations import`

use std::path::Path;

use serde_json::{Value, json};

use super::args::Import;
use super::destinations::as_json;
use super::{Exit, out};
use crate::model::{FieldType, Profile};
use crate::platform::World;
use crate::store;
use crate::store::issue_form::{self, Imported};
use crate::text::{problem, t, tf};

/// Answers for every file; one that cannot be imported does not stop the others.
pub fn run(command: &Import, world: &World) -> Exit {
    let today = (world.now)().to_zoned(world.zone.clone()).date().to_string();
    let (mut answers, mut exit) = (Vec::new(), Exit::Done);
    for file in &command.files {
        let done = issue_form::import(file, command.repo.as_deref(), &today).and_then(|imported| {
            for notice in &imported.notices {
                super::explain(notice, world);
            }
            answer(command, &imported, world)
        });
        match done {
            Ok(answer) => answers.extend(answer),
            Err(error) => {
                let is_refusal = matches!(error, store::Error::IssueForm(_));
                exit = worse(exit, if is_refusal { Exit::Found } else { Exit::Failed });
                super::explain(&error, world);
                answers.push(refused(file, &error, world));
            }
        }
    }
    match (command.json, answers.len()) {
        (true, 1) if exit == Exit::Done => answers.iter().for_each(out::json),
        (true, 2..) => out::json(&answers),
        _ => {}
    }
    exit
}

/// The profile as JSON, or kept among the user's own with a word about it.
fn answer(command: &Import, imported: &Imported, world: &World) -> Result<Option<Value>, store::Error> {
    let lang = world.lang;
    if command.json {
        return Ok(Some(as_json(&imported.profile, lang)));
    }
    let kept = issue_form::keep(&imported.profile, &world.folders.profiles(), command.force)?;
    let name = imported.profile.name.get(lang);
    let values = [
        ("name", name.into()),
        ("fields", imported.profile.fields.len().into()),
        ("path", kept.path.display().to_string().into()),
    ];
    out::result(&tf(lang, "cli-imported", &values));
    out::result(&tf(lang, "cli-imported-next", &[("id", kept.id.as_str().into())]));
    for hint in hints(&imported.profile) {
        out::notice(&t(lang, hint));
    }
    Ok(None)
}

/// What the user should know about this form.
fn hints(profile: &Profile) -> Vec<&'static str> {
    let mut hints = Vec::new();
    if profile.prefill.is_none() {
        hints.push("cli-imported-repo");
    }
    if profile.fields.iter().any(|field| field.kind == FieldType::Files) {
        hints.push("cli-imported-files");
    }
    hints
}

/// What stands in the place of a profile in a list.
fn refused(file: &Path, error: &store::Error, world: &World) -> Value {
    let said = problem(world.lang, error);
    let path = file.display().to_string();
    match error {
        store::Error::IssueForm(refusal) => json!({
            "path": path, "line": refusal.line, "element": refusal.element.trim_start_matches(", "),
            "error": said.sentence, "hint": said.hint,
        }),
        _ => json!({"path": path, "error": said.sentence, "hint": said.hint}),
    }
}

fn worse(one: Exit, other: Exit) -> Exit {
    if one as u8 > other as u8 { one } else { other }
}
