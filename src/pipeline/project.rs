//! A sample project with a look into its files: what has the shape of a key, and what is private.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Error;
use crate::collect::project::{self, Concern, Survey};
use crate::job::{Monitor, Stage};
use crate::redact::{LeakScanner, Policy};

/// Files larger than this are no sources; they are not searched.
const SEARCHED_BYTES: u64 = 8 << 20;

/// Looks through the project in `folder` and searches its files: with the shapes that leave no doubt, and for what
/// `policy` hides.
///
/// # Errors
/// [`Error::Collect`], [`Error::Stopped`].
pub fn survey(folder: &Path, policy: &Policy, monitor: &Monitor) -> Result<Survey, Error> {
    let mut survey = project::survey(folder, monitor)?;
    let total = survey.files.iter().map(|file| file.size_bytes.min(SEARCHED_BYTES)).sum();
    monitor.stage(Stage::Searching(survey.name()), total)?;
    let mut all = LeakScanner::for_policy(policy);
    let mut shapes = LeakScanner::for_policy(&Policy::default());
    for file in &mut survey.files {
        monitor.advance(file.size_bytes.min(SEARCHED_BYTES))?;
        if file.concern.is_none() && file.size_bytes <= SEARCHED_BYTES {
            let mut bytes = Vec::new();
            // What cannot be read is told when it is packed.
            let open = File::open(survey.root.join(&file.path));
            if open.and_then(|open| open.take(SEARCHED_BYTES).read_to_end(&mut bytes)).is_ok() {
                file.concern = concern(&bytes, &mut all, &mut shapes);
            }
        }
    }
    Ok(survey)
}

fn concern(bytes: &[u8], all: &mut LeakScanner, shapes: &mut LeakScanner) -> Option<Concern> {
    all.feed(bytes);
    let count = all.finish().len();
    if count == 0 {
        return None;
    }
    shapes.feed(bytes);
    let secret = shapes.finish().into_iter().next();
    Some(match secret {
        Some(leak) => Concern::Secret { class: leak.class, line: leak.line },
        None => Concern::Private { count },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KnownTerms;
    use crate::platform::replace;

    #[test]
    fn keys_and_names_are_found_in_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let put = |name: &str, text: &str| replace(&folder.path().join(name), text.as_bytes()).expect("written");
        put("clean.rs", "fn main() {}\n");
        put("config.py", "\nKEY = 'AKIAQWERTY2345UIOP67'\n");
        put("paths.txt", "/home/lovelace/work\nlovelace\n");
        let known = KnownTerms { users: vec!["lovelace".into()], ..KnownTerms::default() };
        let found = survey(folder.path(), &Policy { known, ..Policy::default() }, &Monitor::quiet()).expect("looked");
        let concerns: Vec<_> = found.files.iter().map(|file| file.concern.clone()).collect();
        assert_eq!(concerns[0], None);
        assert!(matches!(&concerns[1], Some(Concern::Secret { line: 2, .. })), "{concerns:?}");
        assert_eq!(concerns[2], Some(Concern::Private { count: 2 }));
    }
}
