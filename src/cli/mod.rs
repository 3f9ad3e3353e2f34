//! The command line: results go to standard output, notices and progress to standard error.
//!
//! Never here: work of its own. Each command calls the library and prints what came of it.

mod args;
mod batch;
mod bundle;
mod check;
mod destinations;
mod import;
mod inspect;
mod logs;
mod new;
mod out;
mod project;
mod redact;
mod source;
mod specs;
mod verify;
mod who;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::collect;
use crate::model::{Explain, Lang};
use crate::pipeline;
use crate::platform::World;
use crate::store;
use crate::text::{problem, t, tf};
use args::{Args, Command};

/// How a command ended; the exit code of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// The checklist or the verification found something.
    Found = 1,
    /// The command line was wrong.
    Usage = 2,
    /// It could not be done.
    Failed = 3,
    /// The user stopped it.
    Stopped = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What `main` does next.
pub enum Next {
    /// Ends.
    Exit(Exit),
    /// Opens the window, with files to open or to add.
    Window(World, Vec<PathBuf>),
}

/// Runs the command line.
#[must_use]
pub fn run(words: impl Iterator<Item = OsString>, world: World) -> Next {
    let words: Vec<OsString> = words.collect();
    let args = match Args::try_parse_from(&words) {
        Ok(args) => args,
        Err(error) if error.kind() == ErrorKind::UnknownArgument && is_mistyped(&words) => {
            out::notice(&unknown_word(&words[1].to_string_lossy(), world.lang));
            return Next::Exit(Exit::Usage);
        }
        Err(error) => {
            error.print().ok();
            return Next::Exit(if error.use_stderr() { Exit::Usage } else { Exit::Done });
        }
    };
    let mut world = world;
    if let Some(lang) = args.lang {
        world.lang = lang.into();
        world.lang_is_named = true;
    }
    let command = match args.command {
        None => return open(world, args.files),
        Some(command) => match args.files.first() {
            Some(file) => return command_first(file, &world),
            None => command,
        },
    };
    let done = match command {
        Command::New(command) => new::run(&command, &world),
        Command::Check(command) => check::run(&command, &world),
        Command::Bundle(command) => bundle::run(&command, &world),
        Command::Specs(command) => specs::run(&command, &world),
        Command::Redact(command) => redact::run(&command, &world),
        Command::Inspect(command) => inspect::run(&command, &world),
        Command::Destinations(command) => destinations::run(&command, &world),
        Command::Logs(command) => logs::run(&command, &world),
        Command::Project(command) => project::run(&command, &world),
        Command::Verify(command) => verify::run(&command, &world),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "casefile", &mut script);
            out::result(&String::from_utf8_lossy(&script));
            Ok(Exit::Done)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut page).ok();
            out::result(&String::from_utf8_lossy(&page));
            Ok(Exit::Done)
        }
        Command::ProbeGpu => {
            out::json(&collect::probe_gpu());
            Ok(Exit::Done)
        }
    };
    let done = match out::failure() {
        Some(error) => done.and(Err(store::Error::from(error).into())),
        None => done,
    };
    Next::Exit(done.unwrap_or_else(|error| fail(&error, &world)))
}

/// A file stands where the command belongs.
fn command_first(file: &Path, world: &World) -> Next {
    out::notice(&tf(world.lang, "cli-command-first", &[("word", file.display().to_string().into())]));
    Next::Exit(Exit::Usage)
}

/// The window with files, if there are some of these names; else one was meant as a command.
fn open(world: World, files: Vec<PathBuf>) -> Next {
    for file in &files {
        match file.metadata() {
            Ok(_) => {}
            Err(_) if file != &files[0] && Args::command().find_subcommand(file).is_some() => {
                return command_first(&files[0], &world);
            }
            Err(_) if file.extension().is_none() && file.components().count() == 1 => {
                out::notice(&unknown_word(&file.display().to_string(), world.lang));
                return Next::Exit(Exit::Usage);
            }
            Err(source) => {
                return Next::Exit(fail(&store::Error::Read { path: file.clone(), source }.into(), &world));
            }
        }
    }
    Next::Window(world, files)
}

/// Whether the first word should have been a command: it is none, and no option or file either.
fn is_mistyped(words: &[OsString]) -> bool {
    words.get(1).is_some_and(|word| {
        !word.as_encoded_bytes().starts_with(b"-")
            && Args::command().find_subcommand(word).is_none()
            && !Path::new(word).exists()
    })
}

fn unknown_word(word: &str, lang: Lang) -> String {
    let commands = Args::command();
    let names = commands.get_subcommands().filter(|command| !command.is_hide_set()).map(clap::Command::get_name);
    match store::nearest(word, names) {
        Some(nearest) => tf(lang, "cli-no-such-command-nearest", &[("word", word.into()), ("nearest", nearest.into())]),
        None => tf(lang, "cli-no-such-command", &[("word", word.into())]),
    }
}

fn fail(error: &pipeline::Error, world: &World) -> Exit {
    explain(error, world);
    if error.is_stop() { Exit::Stopped } else { Exit::Failed }
}

/// Says what went wrong and what to do, on standard error.
fn explain(error: &dyn Explain, world: &World) {
    let problem = problem(world.lang, error);
    out::notice(&problem.sentence);
    if !problem.hint.is_empty() {
        out::notice(&problem.hint);
    }
}

/// Says that no window can open, and the way on the command line.
#[must_use]
pub fn no_window(world: &World, reason: &str) -> Exit {
    out::notice(&tf(world.lang, "cli-no-window", &[("reason", reason.into())]));
    out::notice(&t(world.lang, "cli-no-window-hint"));
    Exit::Failed
}
