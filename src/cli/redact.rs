//! `casefile redact`

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use super::args::Redact;
use super::{Exit, batch, out, source};
use crate::job::{Monitor, Stage};
use crate::model::KnownTerms;
use crate::pipeline::Error;
use crate::platform::{self, World};
use crate::redact::{self, Counts, Engine, Policy};
use crate::store;

pub fn run(command: &Redact, world: &World) -> Result<Exit, Error> {
    let policy = Policy { known: source::known(command.cold), hide: command.hide.clone(), keep: Vec::new() };
    if let Some(file) = &command.batch {
        return batch::run(file, |question: Question| {
            let (text, _) = redact::redact_text(&question.text, &question.env.join(&policy));
            BTreeMap::from([("text", json!(text))])
        });
    }
    let input = Input::of(command.file.as_deref())?;
    let output = command.output.clone().filter(|path| path.as_os_str() != "-");
    let counts = out::with_progress(world.lang, move |monitor| hide(&input, output.as_deref(), &policy, monitor))?;
    if let Some(report) = &command.report {
        let text = serde_json::to_string_pretty(&json!({"format": 1, "hidden": counts})).unwrap_or_default();
        out::result_to(Some(report), &text)?;
    }
    Ok(Exit::Done)
}

/// Text that can be read twice: once to learn, once to replace.
enum Input {
    File(PathBuf),
    /// Standard input, put aside.
    Aside(NamedTempFile),
}

impl Input {
    fn of(file: Option<&Path>) -> Result<Self, Error> {
        match file.filter(|path| path.as_os_str() != "-") {
            Some(path) => Ok(Self::File(path.to_owned())),
            None => put_aside().map(Self::Aside).map_err(|source| read_error(Path::new("-"), source)),
        }
    }

    fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Aside(file) => file.path(),
        }
    }
}

fn put_aside() -> io::Result<NamedTempFile> {
    let mut file = NamedTempFile::new()?;
    io::copy(&mut io::stdin().lock(), file.as_file_mut())?;
    Ok(file)
}

fn hide(input: &Input, output: Option<&Path>, policy: &Policy, monitor: &Monitor) -> Result<Counts, Error> {
    let path = input.path();
    let encoding = crate::collect::encoding(path).map_err(|source| read_error(path, source))?;
    let open = || File::open(path).map_err(|source| read_error(path, source));
    let length = open()?.metadata().map_or(0, |meta| meta.len());
    monitor.stage(Stage::Searching(path.display().to_string()), length * 2)?;
    let mut engine = Engine::new(policy);
    let mut counted = Counted { inner: redact::decoded(open()?, &encoding), monitor };
    engine.learn_from(&mut counted).map_err(|source| from_io(path, source))?;
    let mut clean = engine.reader(redact::decoded(open()?, &encoding));
    match output {
        None => copy(&mut clean, &mut io::stdout().lock(), monitor).or_else(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Ok(()),
            _ => Err(from_io(path, error)),
        })?,
        Some(target) => {
            let failed = |source| store::Error::from(platform::Error { path: target.to_owned(), source });
            let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let mut file = platform::temporary_for_others(folder, ".casefile-").map_err(failed)?;
            copy(&mut clean, file.as_file_mut(), monitor).map_err(|source| from_io(target, source))?;
            file.as_file().sync_all().map_err(failed)?;
            file.persist(target).map_err(|error| failed(error.error))?;
        }
    }
    drop(clean);
    Ok(engine.hidden())
}

/// Tells the monitor of every byte, and stops where it says so.
struct Counted<'a, R> {
    inner: R,
    monitor: &'a Monitor,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.monitor.advance(read as u64).map_err(io::Error::other)?;
        Ok(read)
    }
}

fn copy(from: &mut impl Read, to: &mut impl Write, monitor: &Monitor) -> io::Result<()> {
    let mut buffer = vec![0; 1 << 18];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            return to.flush();
        }
        to.write_all(&buffer[..read])?;
        monitor.advance(read as u64).map_err(io::Error::other)?;
    }
}

fn read_error(path: &Path, source: io::Error) -> Error {
    store::Error::Read { path: path.to_owned(), source }.into()
}

/// A stop travels through readers as an I/O error; here it becomes a stop again.
fn from_io(path: &Path, source: io::Error) -> Error {
    match source.downcast::<crate::job::Stopped>() {
        Ok(stopped) => stopped.into(),
        Err(source) => read_error(path, source),
    }
}

#[derive(serde::Deserialize)]
struct Question {
    text: String,
    #[serde(default)]
    env: Env,
}

/// What is known about the computer a text comes from.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Env {
    users: Vec<String>,
    full_names: Vec<String>,
    hosts: Vec<String>,
    ssids: Vec<String>,
    #[serde(flatten)]
    _rest: BTreeMap<String, Value>,
}

impl Env {
    fn join(self, policy: &Policy) -> Policy {
        let both = |mut a: Vec<String>, b: &[String]| {
            a.extend_from_slice(b);
            a
        };
        let known = &policy.known;
        Policy {
            known: KnownTerms {
                users: both(self.users, &known.users),
                full_names: both(self.full_names, &known.full_names),
                homes: known.homes.clone(),
                hosts: both(self.hosts, &known.hosts),
                ssids: both(self.ssids, &known.ssids),
            },
            ..policy.clone()
        }
    }
}
