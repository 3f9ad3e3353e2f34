//! `casefile redact`

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use super::args::Redact;
use super::{Exit, batch, out, source, who};
use crate::collect;
use crate::job::{Monitor, Stage};
use crate::model::KnownTerms;
use crate::pipeline::Error;
use crate::platform::{self, Whole, World};
use crate::redact::{self, Counts, Engine, Policy};
use crate::store;

pub fn run(command: &Redact, world: &World) -> Result<Exit, Error> {
    if let Some(placeholder) = &command.who {
        return who::run(placeholder, command.incident.as_deref(), world);
    }
    let policy = Policy {
        known: source::known(command.cold),
        hide: command.hide.clone(),
        keep: command.keep.clone(),
        keep_classes: command.keep_class.iter().copied().collect(),
        ..Policy::default()
    };
    if let Some(file) = &command.batch {
        return batch::run(file, |question: Question| {
            let (text, _) = redact::redact_text(&question.text, &question.env.join(&policy));
            BTreeMap::from([("text", json!(text))])
        });
    }
    let input = Input::of(command.file.as_deref())?;
    let output = command.output.clone().filter(|path| path.as_os_str() != "-");
    if let Some(report) = &command.report {
        out::expect_apart(
            output.as_deref().into_iter().chain([report.as_path()]),
            command.file.clone().filter(|_| output.is_none()),
        )?;
    }
    let counts = out::with_progress(world.lang, move |monitor| hide(&input, output.as_deref(), &policy, monitor))?;
    if let Some(report) = &command.report {
        let text = serde_json::to_string_pretty(&json!({"format": 1, "hidden": counts})).unwrap_or_default();
        out::result_to(report, &text)?;
    }
    Ok(Exit::Done)
}

/// Text that can be read twice: once to learn, once to replace.
enum Input {
    File(PathBuf),
    /// Standard input or a pipe, put aside.
    Aside(NamedTempFile),
}

impl Input {
    fn of(file: Option<&Path>) -> Result<Self, Error> {
        match file.filter(|path| path.as_os_str() != "-") {
            Some(path) if path.metadata().is_ok_and(|there| !there.is_file() && !there.is_dir()) => {
                let pipe = File::open(path).map_err(|source| read_error(path, source))?;
                if is_endless(&pipe) {
                    return Err(collect::Error::Device { path: path.to_owned() }.into());
                }
                put_aside(pipe).map(Self::Aside).map_err(|source| read_error(path, source))
            }
            Some(path) => Ok(Self::File(path.to_owned())),
            None => put_aside(io::stdin().lock()).map(Self::Aside).map_err(|source| read_error(Path::new("-"), source)),
        }
    }

    fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Aside(file) => file.path(),
        }
    }
}

/// Whether it is a device, which may have no end; a terminal has one.
#[cfg(unix)]
fn is_endless(file: &File) -> bool {
    use std::io::IsTerminal;
    use std::os::unix::fs::FileTypeExt;

    let kind = file.metadata().map(|found| found.file_type());
    kind.is_ok_and(|kind| kind.is_char_device() || kind.is_block_device()) && !file.is_terminal()
}

#[cfg(not(unix))]
fn is_endless(_: &File) -> bool {
    false
}

fn put_aside(mut text: impl Read) -> io::Result<NamedTempFile> {
    let mut file = platform::temporary(&std::env::temp_dir())?;
    io::copy(&mut text, file.as_file_mut())?;
    Ok(file)
}

fn hide(input: &Input, output: Option<&Path>, policy: &Policy, monitor: &Monitor) -> Result<Counts, Error> {
    let path = input.path();
    let encoding = collect::encoding(path).map_err(|source| read_error(path, source))?;
    let open = || File::open(path).map_err(|source| read_error(path, source));
    let length = open()?.metadata().map_or(0, |meta| meta.len());
    monitor.stage(Stage::Searching(path.display().to_string()), length * 2)?;
    let mut engine = Engine::new(policy);
    let mut counted = Counted { inner: redact::decoded(open()?, &encoding), monitor };
    engine.learn_from(&mut counted).map_err(|source| from_io(path, source))?;
    let mut clean = engine.reader(redact::decoded(open()?, &encoding));
    match output {
        None => copy(&mut clean, &mut io::stdout().lock(), monitor).or_else(|failure| match failure {
            Failure::Read(source) => Err(from_io(path, source)),
            Failure::Write(source) if source.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Failure::Write(source) => Err(store::Error::from(platform::Error { path: "-".into(), source }).into()),
        })?,
        Some(target) => {
            let mut file = Whole::new(target).map_err(store::Error::from)?;
            copy(&mut clean, &mut file, monitor).map_err(|failure| match failure {
                Failure::Read(source) => from_io(path, source),
                Failure::Write(source) => {
                    store::Error::from(platform::Error { path: target.to_owned(), source }).into()
                }
            })?;
            file.finish().map_err(store::Error::from)?;
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

/// Which side of a copy failed.
enum Failure {
    Read(io::Error),
    Write(io::Error),
}

fn copy(from: &mut impl Read, to: &mut impl Write, monitor: &Monitor) -> Result<(), Failure> {
    let mut buffer = vec![0; 1 << 18];
    loop {
        let read = from.read(&mut buffer).map_err(Failure::Read)?;
        if read == 0 {
            return to.flush().map_err(Failure::Write);
        }
        to.write_all(&buffer[..read]).map_err(Failure::Write)?;
        monitor.advance(read as u64).map_err(|stopped| Failure::Read(io::Error::other(stopped)))?;
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
