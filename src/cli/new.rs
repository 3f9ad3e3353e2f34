//! `casefile new`

use super::args::New;
use super::{Exit, out};
use crate::pipeline::Error;
use crate::platform::World;
use crate::store::{self, Profiles};
use crate::text::tf;

pub fn run(command: &New, world: &World) -> Result<Exit, Error> {
    let (profiles, errors) = Profiles::load(&world.folders.profiles());
    for error in &errors {
        super::explain(error, world);
    }
    let profile = profiles.get(&command.destination)?;
    let text = store::template(profile, world.lang);
    if let Some(path) = command.output.as_deref().filter(|path| path.as_os_str() != "-") {
        if path.exists() && !command.force {
            return Err(store::Error::Exists { path: path.to_owned() }.into());
        }
        out::result_to(path, &text)?;
        out::notice(&tf(world.lang, "cli-new-done", &[("path", path.display().to_string().into())]));
    } else {
        out::result(&text);
    }
    Ok(Exit::Done)
}
