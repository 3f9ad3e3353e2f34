//! `casefile redact --who`: what stood where a placeholder stands.

use std::path::Path;

use super::{Exit, out};
use crate::bundle;
use crate::compose;
use crate::model::{Lang, Private, placeholder_parts};
use crate::pipeline::Error;
use crate::platform::World;
use crate::store::{self, KeptMap};
use crate::text::tf;

/// Answers from the maps of this user, or from that of one incident: its title, its name in the store, its file,
/// or a bundle made of it.
pub fn run(placeholder: &str, incident: Option<&str>, world: &World) -> Result<Exit, Error> {
    let lang = world.lang;
    if placeholder_parts(placeholder).is_none() {
        out::notice(&tf(lang, "who-no-placeholder", &[("text", placeholder.into())]));
        return Ok(Exit::Usage);
    }
    let maps = match incident.map(|named| (named, one(named, world))) {
        Some((_, Err(error))) => return Err(error),
        Some((_, Ok(Some(map)))) => vec![map],
        Some((named, Ok(None))) => {
            out::notice(&tf(lang, "who-no-incident", &[("incident", named.into())]));
            return Ok(Exit::Found);
        }
        None => store::private_maps(&world.folders),
    };
    let found: Vec<(&KeptMap, &Private)> =
        maps.iter().filter_map(|kept| Some((kept, kept.map.who(placeholder)?))).collect();
    if found.is_empty() {
        out::notice(&tf(lang, "who-unknown", &[("text", placeholder.into())]));
        return Ok(Exit::Found);
    }
    for (kept, row) in &found {
        let answer = words(row, lang);
        if found.len() == 1 {
            out::say(&answer);
        } else {
            out::say(&format!("{}: {answer}", kept.incident));
        }
    }
    Ok(Exit::Done)
}

/// The map of one incident.
fn one(named: &str, world: &World) -> Result<Option<KeptMap>, Error> {
    let path = Path::new(named);
    if path.is_file() && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) {
        let composed_at = bundle::composed_at(path);
        return Ok(composed_at.and_then(|composed_at| store::private_map_of_bundle(&world.folders, &composed_at)));
    }
    if path.is_file() {
        let (map, problem) = store::private_map(&store::map_file_of(&world.folders, path));
        return match problem {
            Some(problem) => Err(problem.into()),
            None => Ok(Some(KeptMap { incident: named.to_owned(), id: None, map })),
        };
    }
    let maps = store::private_maps(&world.folders);
    Ok(maps.into_iter().find(|kept| {
        kept.id.as_ref().is_some_and(|id| id.as_str() == named)
            || kept.incident.trim().to_lowercase() == named.trim().to_lowercase()
    }))
}

/// "nas.lan (a name of the local network)"
fn words(row: &Private, lang: Lang) -> String {
    let notes = compose::private::notes(row, lang);
    if notes.is_empty() { row.value.clone() } else { format!("{} ({})", row.value, notes.join("; ")) }
}
