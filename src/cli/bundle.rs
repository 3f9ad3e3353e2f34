//! `casefile bundle`

use std::path::{Path, PathBuf};

use super::args::Bundle;
use super::{Exit, check, out, source};
use crate::bundle::email::Mail;
use crate::bundle::{self, Options};
use crate::job::Monitor;
use crate::model::{Lang, Profile};
use crate::pipeline::{self, Error, Made, Outcome, Source};
use crate::platform::World;
use crate::redact;
use crate::text::{size, t, tf};
use crate::{deliver, store};

pub fn run(command: &Bundle, world: &World) -> Result<Exit, Error> {
    let lang = world.lang;
    let mut source = source::load(&command.file, world)?;
    source.draft.hide.extend(command.hide.iter().cloned());
    source.draft.keep.extend(command.keep.iter().cloned());
    source.draft.keep_classes.extend(command.keep_class.iter().copied());
    for class in command.keep_class.iter().filter(|class| !source.profile.may_keep(**class)) {
        let name = source.profile.name.get(lang);
        out::notice(&tf(lang, "cli-class-stays-hidden", &[("class", class.id().into()), ("name", name.into())]));
    }
    let map_file = store::map_file_of(&world.folders, &command.file);
    let (map, lost) = store::private_map(&map_file);
    if let Some(lost) = lost {
        super::explain(&lost, world);
    }
    source.map = map;
    let known = source::known(command.cold);
    let profile = source.profile.clone();
    let target = command.output.clone().unwrap_or_else(|| default_target(&command.file));
    let to = deliver::mail_address(&source.draft, &profile);
    let options = Options { overwrite: command.force, max_size_bytes: command.max_size, ..Options::default() };
    if command.dry_run {
        return dry_run(source, known, lang);
    }
    expect_room(command, &source, &target)?;
    let (outcome, target) = out::with_progress(lang, move |monitor| {
        let outcome = pipeline::make(&source, &source::probes(), known, lang, &target, &options, monitor)?;
        Ok((outcome, target))
    })?;
    match outcome {
        Outcome::Blocked(report) => {
            out::notice(&check::words(&report, lang));
            out::notice(&tf(lang, "cli-blocked", &[("path", target.display().to_string().into())]));
            Ok(Exit::Found)
        }
        Outcome::Made(made) => {
            keep_map(&made, &map_file, command, world);
            write_others(command, &made, &profile, to.as_deref())?;
            tell(command, &made, &profile, lang);
            Ok(Exit::Done)
        }
    }
}

/// Keeps what the placeholders stand for. The bundle is good without that, so a failure is only told.
fn keep_map(made: &Made, map_file: &Path, command: &Bundle, world: &World) {
    let mut map = made.redacted.private_map();
    if map.values.is_empty() && map.keep.is_empty() && map.keep_classes.is_empty() && !map_file.exists() {
        return;
    }
    let incident = command.file.canonicalize().unwrap_or_else(|_| command.file.clone());
    map.incident = incident.display().to_string();
    store::forget_private_maps(&world.folders);
    if let Err(error) = store::save_private_map(map_file, &map) {
        super::explain(&error, world);
    }
}

/// Every result has a place of its own, and what stands there may be replaced.
fn expect_room(command: &Bundle, source: &Source, target: &Path) -> Result<(), Error> {
    let others = [&command.email, &command.html, &command.text].into_iter().flatten().map(PathBuf::as_path);
    let evidence = source.draft.evidence.iter().map(|item| source.base.join(&item.path));
    out::expect_apart(others.clone().chain([target]), evidence.chain([command.file.clone()]))?;
    let mut in_the_way = others.filter(|path| path.as_os_str() != "-" && path.is_file());
    match in_the_way.next().filter(|_| !command.force) {
        Some(path) => Err(store::Error::Exists { path: path.to_owned() }.into()),
        None => Ok(()),
    }
}

/// `incident.toml` becomes `incident.zip` in the current folder.
fn default_target(file: &Path) -> PathBuf {
    let mut name = file.file_stem().unwrap_or(file.as_os_str()).to_owned();
    name.push(".zip");
    PathBuf::from(name)
}

/// The other forms of the same bundle.
fn write_others(command: &Bundle, made: &Made, profile: &Profile, to: Option<&str>) -> Result<(), Error> {
    if let Some(path) = &command.html {
        let page = made.package.read("incident.html")?;
        out::result_to(path, &String::from_utf8_lossy(&page))?;
    }
    if let Some(path) = &command.text {
        out::result_to(path, &bundle::text::render(&made.redacted, profile))?;
    }
    if let Some(path) = &command.email {
        let mail = Mail { to, subject: "", letter: profile.text.letter, overwrite: command.force };
        bundle::email::write(&made.approved, &made.redacted, &made.package, &mail, path, &Monitor::quiet())?;
    }
    Ok(())
}

/// What was made and what to do next, on standard error where standard output carries the text.
fn tell(command: &Bundle, made: &Made, profile: &Profile, lang: Lang) {
    let piped = command.text.as_ref().is_some_and(|path| path.as_os_str() == "-");
    let say = |text: &str| if piped { out::notice(text) } else { out::say(text) };
    for (path, bytes) in made.package.parts() {
        say(&tf(lang, "cli-made", &[("path", path.display().to_string().into()), ("size", size(lang, bytes).into())]));
    }
    // Each part has a manifest, which lists the others and not itself.
    let files = made.package.entries().len() + made.package.paths().len();
    say(&tf(lang, "cli-made-of", &[("files", files.into())]));
    say(&pipeline::privacy_row(&made.redacted, lang).message);
    for path in [&command.email, &command.html].into_iter().flatten() {
        say(&tf(lang, "cli-also", &[("path", path.display().to_string().into())]));
    }
    say(&t(lang, "cli-next"));
    let letters: Vec<_> = command.email.iter().cloned().collect();
    let steps = deliver::next_steps(profile, &made.redacted, &made.package, &letters, lang);
    for (index, step) in steps.iter().enumerate() {
        say(&format!("  {}. {step}", index + 1));
    }
}

fn dry_run(source: Source, known: crate::model::KnownTerms, lang: Lang) -> Result<Exit, Error> {
    let (report, redacted) = out::with_progress(lang, move |monitor| {
        let facts = crate::collect::facts(&source.draft.fact_keys(&source.profile), &source::probes(), monitor);
        let reviewed = pipeline::review(&source, facts, lang, monitor)?;
        let redacted = redact::redact(reviewed.incident, &source.policy(known), monitor)?;
        Ok((reviewed.report, redacted))
    })?;
    let plan = bundle::plan(&redacted);
    let width = plan.iter().map(|entry| entry.path.len()).max().unwrap_or(0);
    for entry in &plan {
        out::result(&format!("{:width$}  {}", entry.path, size(lang, entry.bytes)));
    }
    let total = bundle::planned_size_bytes(&plan);
    out::result(&tf(lang, "cli-planned", &[("files", plan.len().into()), ("size", size(lang, total).into())]));
    out::result(&pipeline::privacy_row(&redacted, lang).message);
    if report.is_ready() {
        return Ok(Exit::Done);
    }
    out::notice(&check::words(&report, lang));
    Ok(Exit::Found)
}
