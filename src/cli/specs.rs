//! `casefile specs`

use super::args::Specs;
use super::{Exit, out, source};
use crate::collect;
use crate::compose::specs;
use crate::model::FactKey;
use crate::pipeline::Error;
use crate::platform::World;
use crate::store::Profiles;

pub fn run(command: &Specs, world: &World) -> Result<Exit, Error> {
    let keys = match &command.destination {
        Some(id) => {
            let (profiles, errors) = Profiles::load(&world.folders.profiles());
            for error in &errors {
                super::explain(error, world);
            }
            profiles.get(id)?.facts.clone()
        }
        None => FactKey::ALL.to_vec(),
    };
    let shown = keys.clone();
    let facts = out::with_progress(world.lang, move |monitor| Ok(collect::facts(&keys, &source::probes(), monitor)))?;
    if command.json {
        out::json(&specs::json(&facts, &shown));
    } else {
        out::result(&specs::text(&facts, &shown, world.lang));
    }
    Ok(Exit::Done)
}
