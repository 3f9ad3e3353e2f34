//! `casefile project`

use serde_json::json;

use super::args::Project;
use super::{Exit, out, source};
use crate::bundle::class_name;
use crate::collect::project::{Concern, ProjectFile, SMALL_BYTES, SMALL_FILES, Survey, pack};
use crate::model::Lang;
use crate::pipeline::{self, Error};
use crate::platform::World;
use crate::redact::Policy;
use crate::text::{size, t, tf};

pub fn run(command: &Project, world: &World) -> Result<Exit, Error> {
    let policy = Policy { known: source::known(command.cold), hide: command.hide.clone(), ..Policy::default() };
    let leave = command.leave.clone();
    let goes = move |file: &ProjectFile| {
        let is_secret = file.concern.as_ref().is_some_and(Concern::is_secret);
        !is_secret && !leave.iter().any(|path| file.path.starts_with(path))
    };
    let (folder, output, wanted) = (command.folder.clone(), command.output.clone(), goes.clone());
    let (survey, packed) = out::with_progress(world.lang, move |monitor| {
        let survey = pipeline::survey_project(&folder, &policy, monitor)?;
        let packed = output.map(|output| pack(&survey, wanted, &output, monitor)).transpose()?;
        Ok((survey, packed))
    })?;
    let chosen = survey.files.iter().filter(|file| goes(file));
    let (count, bytes) = chosen.fold((0, 0), |(count, bytes), file| (count + 1, bytes + file.size_bytes));
    if command.json {
        out::json(&as_json(&survey, &goes));
    } else {
        for file in &survey.files {
            out::say(&line(file, goes(file), world.lang));
        }
        for left in &survey.left_out {
            out::say(&format!("- {}/  {}", left.path.display(), left.kind));
        }
    }
    let values = [("count", count.into()), ("size", size(world.lang, bytes).into())];
    out::notice(&tf(world.lang, "cli-project", &values));
    if bytes > SMALL_BYTES || count > SMALL_FILES {
        out::notice(&t(world.lang, "cli-project-not-small"));
    }
    let Some(packed) = packed else { return Ok(Exit::Done) };
    for (id, paths) in [("cli-project-changed", &packed.changed), ("cli-project-missing", &packed.missing)] {
        for path in paths {
            out::notice(&tf(world.lang, id, &[("path", path.display().to_string().into())]));
        }
    }
    out::notice(&tf(world.lang, "cli-project-made", &[("path", packed.path.display().to_string().into())]));
    Ok(Exit::Done)
}

fn line(file: &ProjectFile, goes: bool, lang: Lang) -> String {
    let mark = if goes { '+' } else { '-' };
    let note = match &file.concern {
        None => String::new(),
        Some(Concern::SecretName) => t(lang, "cli-project-secret-name"),
        Some(Concern::Secret { class, line }) => {
            let what = class_name(lang, class);
            tf(lang, "cli-project-secret", &[("what", what.into()), ("line", (*line).into())])
        }
        Some(Concern::Private { count }) => tf(lang, "cli-project-private", &[("count", (*count).into())]),
    };
    format!("{mark} {}  {}  {note}", file.path.display(), size(lang, file.size_bytes)).trim_end().to_owned()
}

fn as_json(survey: &Survey, goes: &impl Fn(&ProjectFile) -> bool) -> serde_json::Value {
    let concern = |concern: &Concern| match concern {
        Concern::SecretName => json!({"kind": "secret-name"}),
        Concern::Secret { class, line } => json!({"kind": "secret", "class": class, "line": line}),
        Concern::Private { count } => json!({"kind": "private", "count": count}),
    };
    let files: Vec<_> = survey
        .files
        .iter()
        .map(|file| {
            let told = file.concern.as_ref().map(concern);
            json!({"path": file.path, "bytes": file.size_bytes, "goes": goes(file), "concern": told})
        })
        .collect();
    let left: Vec<_> = survey.left_out.iter().map(|left| json!({"path": left.path, "kind": left.kind})).collect();
    json!({
        "name": survey.name(), "kinds": survey.kinds, "files": files, "left_out": left,
        "links": survey.links, "unread": survey.unread,
    })
}
