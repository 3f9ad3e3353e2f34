//! The words of the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::model::{Lang, PrivateClass};
use crate::store::{issue_form, nearest};

/// Composes one support incident and turns it into one bundle that the support team can act on.
#[derive(Debug, Parser)]
#[command(
    name = "casefile",
    version,
    override_usage = "casefile [OPTIONS] [FILE]...\n       casefile [OPTIONS] <COMMAND>"
)]
#[command(
    after_help = "Without a command the window opens.\n\nExample:\n  casefile new --for steam-support -o incident.toml\n  casefile bundle incident.toml"
)]
pub struct Args {
    /// An incident file or a bundle to open in the window, or files to add to what is open there
    pub files: Vec<PathBuf>,
    /// Language of messages and of new incidents; by default that of the system
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<LangArg>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangArg {
    /// English
    En,
    /// Russian
    Ru,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::En => Self::En,
            LangArg::Ru => Self::Ru,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a commented incident file with the destination's fields
    #[command(after_help = "Example:\n  casefile new --for steam-support -o incident.toml")]
    New(New),
    /// Hold an incident against what its destination asks for
    #[command(after_help = "Example:\n  casefile check incident.toml --json")]
    Check(Check),
    /// Check, hide private data, and write the bundle
    #[command(after_help = "Example:\n  casefile bundle incident.toml -o incident.zip --email draft.eml")]
    Bundle(Bundle),
    /// Print this computer's facts
    #[command(after_help = "Example:\n  casefile specs --for steam-support")]
    Specs(Specs),
    /// Hide private data in a text
    #[command(
        after_help = "Example:\n  casefile redact game.log -o clean.log --hide \"Project X\"\n  casefile redact --who host-2 --incident incident.toml"
    )]
    Redact(Redact),
    /// Say what a log, crash report, system report, picture or bundle is
    #[command(after_help = "Example:\n  casefile inspect DxDiag.txt crash.ips --json")]
    Inspect(Inspect),
    /// Find an app's logs and crash reports in known places, or list the apps and the games of Steam
    #[command(after_help = "Example:\n  casefile logs\n  casefile logs dota2")]
    Logs(Logs),
    /// Say what of a project folder would go, and pack it
    #[command(after_help = "Example:\n  casefile project my-app --leave docs -o .")]
    Project(Project),
    /// List the destinations, show one in full, or import a project's issue form as one
    #[command(
        after_help = "Example:\n  casefile destinations steam-support\n  casefile destinations import bug_report.yml --repo OWNER/NAME"
    )]
    Destinations(Destinations),
    /// Prove that a bundle is whole and holds no private data
    #[command(after_help = "Example:\n  casefile verify incident.zip")]
    Verify(Verify),
    /// Print a completion script
    #[command(after_help = "Example:\n  casefile completions bash > casefile.bash")]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    #[command(after_help = "Example:\n  casefile man > casefile.1")]
    Man,
    /// Ask the graphics drivers, in a process of its own
    #[command(hide = true)]
    ProbeGpu,
}

#[derive(Debug, clap::Args)]
pub struct New {
    /// Who will read it: an id from `casefile destinations`
    #[arg(long = "for", value_name = "ID")]
    pub destination: String,
    /// The file to write; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct Check {
    /// The incident file
    #[arg(required_unless_present = "batch")]
    pub file: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Judge one report a line (JSON in, JSON out): the one-issue check alone
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    pub batch: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Bundle {
    /// The incident file
    pub file: PathBuf,
    /// The zip to write; by default the incident file's name with .zip, in this folder
    #[arg(short, long, value_name = "OUT.zip")]
    pub output: Option<PathBuf>,
    /// Also write an email draft with the zip attached
    #[arg(long, value_name = "OUT.eml")]
    pub email: Option<PathBuf>,
    /// Also write the page alone
    #[arg(long, value_name = "OUT.html")]
    pub html: Option<PathBuf>,
    /// Also write the text for the service's own form; - is standard output
    #[arg(long, value_name = "OUT.txt")]
    pub text: Option<PathBuf>,
    /// Greatest size of one file, such as 10MB; a larger bundle is split
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub max_size: Option<u64>,
    /// Only say what would be in it and how large it would be
    #[arg(long)]
    pub dry_run: bool,
    /// A word to hide; may be given several times
    #[arg(long, value_name = "WORD")]
    pub hide: Vec<String>,
    /// A word to leave visible although it looks private; may be given several times
    #[arg(long, value_name = "WORD")]
    pub keep: Vec<String>,
    /// A class to leave visible, such as steam, ip or lan; may be given several times
    #[arg(long, value_name = "CLASS", value_parser = parse_class)]
    pub keep_class: Vec<PrivateClass>,
    /// Leave out what the computer knows about its user
    #[arg(long)]
    pub cold: bool,
    /// Replace existing files
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct Specs {
    /// In the order of this destination
    #[arg(long = "for", value_name = "ID")]
    pub destination: Option<String>,
    /// Print JSON
    #[arg(long, conflicts_with = "text")]
    pub json: bool,
    /// Print text (the default)
    #[arg(long)]
    pub text: bool,
}

#[derive(Debug, clap::Args)]
pub struct Redact {
    /// The text; - or nothing is standard input
    pub file: Option<PathBuf>,
    /// The file to write; standard output without it
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Write what was hidden, by class and count
    #[arg(long, value_name = "R.json")]
    pub report: Option<PathBuf>,
    /// A word to hide; may be given several times
    #[arg(long, value_name = "WORD")]
    pub hide: Vec<String>,
    /// A word to leave visible although it looks private; may be given several times
    #[arg(long, value_name = "WORD")]
    pub keep: Vec<String>,
    /// A class to leave visible, such as steam, ip or lan; may be given several times
    #[arg(long, value_name = "CLASS", value_parser = parse_class)]
    pub keep_class: Vec<PrivateClass>,
    /// Leave out what the computer knows about its user
    #[arg(long)]
    pub cold: bool,
    /// Say what a placeholder of an earlier bundle stood for, such as host-2
    #[arg(long, value_name = "PLACEHOLDER", conflicts_with_all = ["file", "output", "report", "batch"])]
    pub who: Option<String>,
    /// Only in this incident: its file, a bundle of it, its title, or its name in the store
    #[arg(long, value_name = "INCIDENT", requires = "who")]
    pub incident: Option<String>,
    /// Redact one text a line (JSON in, JSON out)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "output", "report"])]
    pub batch: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Inspect {
    /// The files
    #[arg(required_unless_present = "batch")]
    pub files: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Inspect one file a line (JSON with "id" and "path" in, JSON out)
    #[arg(long, value_name = "FILE", conflicts_with = "files")]
    pub batch: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Logs {
    /// An app's id, the number of a game on Steam, or its name
    pub app: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct Project {
    /// The folder
    pub folder: PathBuf,
    /// The folder to write the zip into; without it nothing is written
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// A file or folder in it to leave out; may be given several times
    #[arg(long, value_name = "PATH")]
    pub leave: Vec<PathBuf>,
    /// A word to look for as private; may be given several times
    #[arg(long, value_name = "WORD")]
    pub hide: Vec<String>,
    /// Leave out what the computer knows about its user
    #[arg(long)]
    pub cold: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Destinations {
    #[command(subcommand)]
    pub command: Option<DestinationsCommand>,
    /// Show this one in full
    pub id: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum DestinationsCommand {
    /// Copy a destination to your own ones, to be edited, and print the path of the copy
    #[command(after_help = "Example:\n  \"$EDITOR\" \"$(casefile destinations edit steam-support)\"")]
    Edit {
        /// The destination; a copy that is there already stays as it is
        id: String,
    },
    /// Make a destination of a GitHub issue form or an old Markdown template
    #[command(
        after_help = "Example:\n  casefile destinations import .github/ISSUE_TEMPLATE/bug_report.yml --repo OWNER/NAME"
    )]
    Import(Import),
}

#[derive(Debug, clap::Args)]
pub struct Import {
    /// The forms
    #[arg(required = true, value_name = "FORM")]
    pub files: Vec<PathBuf>,
    /// The repository on GitHub that the form belongs to: the form can be opened with the answers in it then
    #[arg(long, value_name = "OWNER/NAME", value_parser = parse_repository)]
    pub repo: Option<String>,
    /// Only print the destination as JSON, save nothing
    #[arg(long)]
    pub json: bool,
    /// Replace a destination of the same name
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct Verify {
    /// The bundle
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Leave out what the computer knows about its user
    #[arg(long)]
    pub cold: bool,
}

/// `OWNER/NAME`, also from an address.
fn parse_repository(text: &str) -> Result<String, String> {
    issue_form::repository(text).ok_or_else(|| "OWNER/NAME is expected, as in https://github.com/OWNER/NAME".to_owned())
}

/// A class of private values that can stay visible as a whole.
fn parse_class(text: &str) -> Result<PrivateClass, String> {
    let names = || PrivateClass::ALL.into_iter().filter(|class| !class.is_never_kept()).map(PrivateClass::id);
    match PrivateClass::of(text) {
        Some(class) if class.is_never_kept() => Err("such values are never left visible all at once".to_owned()),
        Some(class) => Ok(class),
        None => match nearest(text, names()) {
            Some(name) => Err(format!("did you mean {name}?")),
            None => Err(format!("one of these is expected: {}", names().collect::<Vec<_>>().join(", "))),
        },
    }
}

/// Bytes from `10MB`, `7.3 MiB`, `500k` or a plain number. Decimal units, unless an `i` makes them binary.
fn parse_size(text: &str) -> Result<u64, String> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let factor: f64 = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1.0,
        "k" | "kb" => 1e3,
        "m" | "mb" => 1e6,
        "g" | "gb" => 1e9,
        "kib" => 1024.0,
        "mib" => 1024.0 * 1024.0,
        "gib" => 1024.0 * 1024.0 * 1024.0,
        _ => return Err("a size such as 10MB, 500kB or 7MiB is expected".to_owned()),
    };
    match number.parse::<f64>() {
        Ok(value) if value > 0.0 && value * factor < 1e18 => Ok((value * factor) as u64),
        _ => Err("a size such as 10MB, 500kB or 7MiB is expected".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        assert_eq!(parse_size("10MB"), Ok(10_000_000));
        assert_eq!(parse_size("7.3 mib"), Ok(7_654_604));
        assert_eq!(parse_size("512"), Ok(512));
        for wrong in ["", "MB", "0", "-1", "10 apples", "1e99GB", "мб"] {
            assert!(parse_size(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
