//! An incident file with its destination, as every command needs it.

use std::io;
use std::path::Path;

use super::out;
use crate::collect::{self, Probes};
use crate::model::KnownTerms;
use crate::pipeline::{Error, Source};
use crate::platform::World;
use crate::store::{self, Profiles};
use crate::text::tf;

/// Reads the incident file and finds its destination; says which keys it does not know.
pub fn load(file: &Path, world: &World) -> Result<Source, Error> {
    let (profiles, errors) = Profiles::load(&world.folders.profiles());
    for error in &errors {
        super::explain(error, world);
    }
    let (draft, unknown) = store::read(file)?;
    for key in unknown {
        let id = if key.nearest.is_empty() { "cli-unknown-key" } else { "cli-unknown-key-nearest" };
        let values = [
            ("path", file.display().to_string().into()),
            ("line", key.line.to_string().into()),
            ("key", key.key.into()),
            ("nearest", key.nearest.into()),
        ];
        out::notice(&tf(world.lang, id, &values));
    }
    if draft.destination.trim().is_empty() {
        return Err(store::Error::NoDestination { path: file.to_owned() }.into());
    }
    let profile = profiles.get(&draft.destination)?.clone();
    let base = file.parent().unwrap_or(Path::new("")).to_owned();
    Ok(Source { draft, base, profile, now: (world.now)() })
}

/// A file that can be read from any place in it: no folder, no pipe.
pub fn expect_file(path: &Path) -> Result<(), Error> {
    match path.metadata() {
        Ok(there) if there.is_file() => Ok(()),
        Ok(there) if !there.is_dir() => Err(collect::Error::NotAFile { path: path.to_owned() }.into()),
        Ok(_) => Err(store::Error::Read { path: path.to_owned(), source: io::ErrorKind::IsADirectory.into() }.into()),
        Err(source) => Err(store::Error::Read { path: path.to_owned(), source }.into()),
    }
}

/// How facts are asked: drivers in a process of their own, this program's.
pub fn probes() -> Probes {
    Probes { program: std::env::current_exe().ok() }
}

/// What the computer knows about its user; nothing with `--cold`.
pub fn known(cold: bool) -> KnownTerms {
    if cold { KnownTerms::default() } else { collect::known_terms() }
}
