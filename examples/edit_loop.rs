//! Edits a draft and exports it, over and over, until it is killed: what `tests/kill.sh` runs.

use std::error::Error;
use std::path::{Path, PathBuf};

use casefile::bundle::{Options, email};
use casefile::job::Monitor;
use casefile::model::{Draft, Facts, KnownTerms, Lang, PrivateMap};
use casefile::pipeline::{self, Outcome, Source};
use casefile::platform::{Folders, World};
use casefile::store::{self, Drafts, Id, Profiles, Sent, Settings};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("a folder is expected")?;
    let world = World { folders: Folders::below(folder.join("home")), ..World::of_this_computer() };
    let drafts = Drafts::of(&world.folders);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/complaint-ru.toml");
    let id = Id::from("20261118-194200-kill");
    for round in 0_u64.. {
        let mut draft = match drafts.load(&id) {
            Ok(draft) => draft,
            Err(store::Error::Read { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => {
                store::read(&example)?.0
            }
            Err(error) => return Err(error.into()),
        };
        draft.conditions = format!("{round} ").repeat(2000);
        drafts.save(&id, &draft)?;
        let mut status = drafts.status(&id);
        status.sent = vec![Sent { at: round.to_string(), path: "out.zip".to_owned() }];
        drafts.save_status(&id, &status)?;
        Settings { last_incident: Some(round.to_string()), ..Settings::default() }.save(&world.folders)?;
        store::write(&draft, &folder.join("out/incident.toml"))?;
        export(draft, &example, &world, &folder.join("out"))?;
    }
    Ok(())
}

fn export(draft: Draft, example: &Path, world: &World, out: &Path) -> Result<(), Box<dyn Error>> {
    let (profiles, _) = Profiles::load(&world.folders.profiles());
    let profile = profiles.get(&draft.destination)?.clone();
    let base = example.parent().unwrap_or(Path::new("")).to_owned();
    let source = Source { draft, base, profile, now: (world.now)(), map: PrivateMap::default() };
    let quiet = Monitor::quiet();
    let reviewed = pipeline::review(&source, Facts::default(), Lang::En, &quiet)?;
    let policy = pipeline::policy(&source.draft, &source.profile, KnownTerms::default());
    let options = Options { overwrite: true, ..Options::default() };
    match pipeline::export(reviewed, &policy, &out.join("incident.zip"), &options, &quiet)? {
        Outcome::Blocked(report) => Err(format!("{report:?}").into()),
        Outcome::Made(made) => {
            let mail = email::Mail { overwrite: true, ..email::Mail::default() };
            email::write(&made.approved, &made.redacted, &made.package, &mail, &out.join("incident.eml"), &quiet)?;
            Ok(())
        }
    }
}
