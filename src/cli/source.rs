//! An incident file with its destination, as every command needs it.

use std::io;
use std::path::Path;

use super::out;
use crate::collect::{self, Probes};
use crate::model::{Draft, KnownTerms, Lang, PrivateMap, Profile};
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
    for notice in unknown_fields(&draft, &profile, world.lang) {
        out::notice(&notice);
    }
    let base = file.parent().unwrap_or(Path::new("")).to_owned();
    Ok(Source { draft, base, profile, now: (world.now)(), map: PrivateMap::default() })
}

/// A sentence for every answer that the destination does not ask for.
fn unknown_fields(draft: &Draft, profile: &Profile, lang: Lang) -> Vec<String> {
    let known = || profile.fields.iter().map(|field| field.id.as_str());
    let unknown = draft.fields.keys().filter(|id| !known().any(|known| known == *id));
    unknown
        .map(|id| {
            let nearest = store::nearest(id, known()).unwrap_or_default();
            let message = if nearest.is_empty() { "cli-unknown-field" } else { "cli-unknown-field-nearest" };
            let name = profile.name.get(lang);
            tf(lang, message, &[("field", id.as_str().into()), ("name", name.into()), ("nearest", nearest.into())])
        })
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FieldValue;

    #[test]
    fn a_misspelt_field_is_told_with_the_nearest() {
        let profile: Profile = toml::from_str(include_str!("../../assets/profiles/riot-valorant.toml")).expect("valid");
        let mut draft = Draft::default();
        for id in ["riot_id", "roit_id", "qqq"] {
            draft.fields.insert(id.into(), FieldValue::Text("x".into()));
        }
        let told = unknown_fields(&draft, &profile, Lang::En);
        assert_eq!(told.len(), 2);
        assert!(told[0].contains("qqq") && !told[0].contains("Did you mean"), "{told:?}");
        assert!(told[1].contains("roit_id") && told[1].contains("“riot_id”"), "{told:?}");
    }
}
