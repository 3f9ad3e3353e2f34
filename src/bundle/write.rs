//! From redacted entries to finished zip files: pack, tell, assemble, read back, name.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::job::Monitor;
use crate::model::Incident;
use crate::redact::Counts;
use crate::text::t;

use super::archive::{assemble, size_bytes, time};
use super::entry::{Entry, ManifestEntry};
use super::picture::pictures;
use super::place::{expect_free, folder, persist, temporary};
use super::scan::Scan;
use super::spool::{Packed, Spool};
use super::story::{Override, Picture, Story, listed};
use super::verify::{FindingKind, MANIFEST, read};
use super::{Error, Options, Package, html, json, markdown, specs, split};

/// Everything a bundle is made of.
pub(super) struct Source<'a> {
    pub(super) incident: &'a Incident,
    pub(super) overrides: Vec<Override>,
    pub(super) hidden: Counts,
    pub(super) entries: Vec<Entry<'a>>,
}

/// Writes the bundle; nothing stands under a final name before all of it is read back.
pub(super) fn write(
    source: Source,
    scan: &mut impl Scan,
    target: &Path,
    options: &Options,
    monitor: &Monitor,
) -> Result<Package, Error> {
    let output = Output { target, folder: folder(target), options, monitor };
    output.expect_free(target)?;
    let mut first = Some(output.temporary()?);
    let mut spool = Spool::new(output.folder, target);
    let Source { incident, overrides, hidden, entries } = source;

    let mut packed = Vec::new();
    for entry in specs::entries(incident).map_err(|error| output.failed(error.into()))?.into_iter().chain(entries) {
        packed.push(spool.add(entry, monitor)?);
    }
    let mut pictures = pictures(incident, &packed, &mut spool).map_err(|error| output.failed(error))?;
    let mut plan = output.plan(&Story::of(incident, &overrides, &hidden, &packed, &pictures), &mut spool, &packed)?;
    if plan.parts > 1 || options.slim_above_bytes.is_some_and(|limit| plan.size_bytes > limit) {
        // What has to be split or is too large for the desk does not carry its pictures twice.
        for picture in &mut pictures {
            picture.bytes = None;
        }
        plan = output.plan(&Story::of(incident, &overrides, &hidden, &packed, &pictures), &mut spool, &packed)?;
    }

    let mut story = Story::of(incident, &overrides, &hidden, &packed, &pictures);
    story.parts = plan.parts;
    for file in &mut story.files {
        let index = packed.iter().position(|one| one.listed.path == file.entry.path);
        file.part = index.and_then(|index| plan.numbers.get(index)).copied().unwrap_or(1);
    }
    let told = output.tell(&story, &mut spool)?;

    let mut finished = Vec::new();
    for number in 1..=plan.parts {
        let files = packed.iter().zip(&plan.numbers).filter(|(_, part)| **part == number).map(|(packed, _)| packed);
        let mut parts: Vec<&Packed> = files.chain(told.iter().filter(|_| number == 1)).collect();
        let entries: Vec<&ManifestEntry> = parts.iter().map(|packed| &packed.listed).collect();
        let manifest = json::manifest(&story, number, &entries).map_err(|error| output.failed(error.into()))?;
        let manifest = spool.add(Entry::own(MANIFEST, String::new(), manifest), monitor)?;
        parts.push(&manifest);
        let temporary = match first.take() {
            Some(temporary) => temporary,
            None => output.temporary()?,
        };
        assemble(&mut spool, &parts, time(&incident.created), temporary.as_file())
            .and_then(|()| temporary.as_file().sync_all())
            .map_err(|error| output.failed(error))?;
        output.read_back(&temporary, scan)?;
        finished.push(temporary);
    }
    let (paths, sizes_bytes) = output.name(finished)?;
    let mut entries: Vec<ManifestEntry> = packed.into_iter().chain(told).map(|packed| packed.listed).collect();
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Package { paths, sizes_bytes, entries, hidden })
}

impl<'a> Story<'a> {
    fn of(
        incident: &'a Incident,
        overrides: &[Override],
        hidden: &Counts,
        packed: &'a [Packed],
        pictures: &'a [Picture],
    ) -> Self {
        let files = listed(incident, packed);
        Self { incident, overrides: overrides.to_vec(), hidden: hidden.clone(), files, pictures, parts: 1 }
    }
}

/// Which entry goes into which part.
struct Plan {
    parts: usize,
    /// The size of a bundle in one part, about; 0 when nobody asked.
    size_bytes: u64,
    numbers: Vec<usize>,
}

struct Output<'a> {
    target: &'a Path,
    folder: &'a Path,
    options: &'a Options,
    monitor: &'a Monitor,
}

impl Output<'_> {
    fn failed(&self, source: std::io::Error) -> Error {
        Error::Write { path: self.target.to_owned(), source }
    }

    fn expect_free(&self, path: &Path) -> Result<(), Error> {
        expect_free(path, self.options.overwrite)
    }

    fn temporary(&self) -> Result<NamedTempFile, Error> {
        temporary(self.folder).map_err(|error| self.failed(error))
    }

    fn plan(&self, story: &Story, spool: &mut Spool, packed: &[Packed]) -> Result<Plan, Error> {
        let mut one = Plan { parts: 1, size_bytes: 0, numbers: vec![1; packed.len()] };
        if self.options.max_size_bytes.is_none() && self.options.slim_above_bytes.is_none() {
            return Ok(one);
        }
        let manifest = json::manifest(story, 1, &[]).map_err(|error| self.failed(error.into()))?;
        // The real story names parts, a little more than this one does.
        let reserve = 64 * (story.files.len() as u64 + 16);
        let told = self.tell(story, spool)?.iter().map(|packed| packed.size_bytes).collect::<Vec<_>>();
        let told: Vec<u64> = told.into_iter().chain([reserve]).collect();
        let all = packed.iter().map(|packed| packed.size_bytes).chain(told.iter().copied());
        one.size_bytes = size_bytes(all.chain([manifest.len() as u64 + 400 * packed.len() as u64]));
        let Some(limit_bytes) = self.options.max_size_bytes else { return Ok(one) };
        let carries = story.pictures.iter().any(|picture| picture.bytes.is_some());
        match split::parts(packed, &told, manifest.len() as u64, limit_bytes) {
            Ok(numbers) => Ok(Plan { parts: numbers.iter().copied().max().unwrap_or(1), numbers, ..one }),
            // The page alone may be too large only because of the pictures in it.
            Err(_) if carries && size_bytes(told) > limit_bytes => Ok(Plan { parts: 2, ..one }),
            Err(error) => Err(error),
        }
    }

    /// The page, the Markdown and the JSON.
    fn tell(&self, story: &Story, spool: &mut Spool) -> Result<Vec<Packed>, Error> {
        let lang = story.lang();
        let json = json::incident(story).map_err(|error| self.failed(error.into()))?;
        [
            Entry::own("incident.html", t(lang, "bundle-why-html"), html::render(story).into_bytes()),
            Entry::own("incident.md", t(lang, "bundle-why-markdown"), markdown::render(story).into_bytes()),
            Entry::own("incident.json", t(lang, "bundle-why-json"), json),
        ]
        .into_iter()
        .map(|entry| spool.add(entry, self.monitor))
        .collect()
    }

    fn read_back(&self, temporary: &NamedTempFile, scan: &mut impl Scan) -> Result<(), Error> {
        let file = temporary.reopen().map_err(|error| self.failed(error))?;
        let verification = read(file, self.target, scan, self.monitor)?;
        let Some(finding) = verification.findings.into_iter().next() else { return Ok(()) };
        Err(match (finding.kind, finding.class) {
            (FindingKind::Leak, Some(class)) => {
                Error::Leak { entry: finding.entry, line: finding.line.unwrap_or(1), class }
            }
            _ => Error::Damaged { entry: finding.entry },
        })
    }

    /// Gives the parts their final names; if one cannot be named, none of the new ones stays. What stood under a name before
    /// is moved aside until all are named, and comes back if one is not.
    fn name(&self, finished: Vec<NamedTempFile>) -> Result<(Vec<PathBuf>, Vec<u64>), Error> {
        let paths = split::names(self.target, finished.len());
        for path in &paths {
            self.expect_free(path)?;
        }
        let mut sizes = Vec::new();
        let mut aside = Aside::default();
        if self.options.overwrite && paths.len() > 1 {
            for path in &paths {
                aside.take(path, self.folder).map_err(|error| self.failed(error))?;
            }
        }
        for (number, (temporary, path)) in finished.into_iter().zip(&paths).enumerate() {
            let named = temporary
                .as_file()
                .metadata()
                .map(|meta| meta.len())
                .map_err(|error| self.failed(error))
                .and_then(|size| persist(temporary, path, self.options.overwrite).map(|()| size));
            match named {
                Ok(size) => sizes.push(size),
                Err(error) => {
                    for done in paths.iter().take(number) {
                        fs::remove_file(done).ok();
                    }
                    return Err(error);
                }
            }
        }
        aside.drop_all();
        Ok((paths, sizes))
    }
}

/// Earlier files that stand in the way, until it is sure that they are replaced. Dropped before that, it puts them back.
#[derive(Default)]
pub(super) struct Aside(Vec<(PathBuf, tempfile::TempPath)>);

impl Aside {
    /// Moves the file at `path`, if there is one, to a name of its own in `folder`.
    pub(super) fn take(&mut self, path: &Path, folder: &Path) -> std::io::Result<()> {
        if fs::symlink_metadata(path).is_err() {
            return Ok(());
        }
        let place = temporary(folder)?.into_temp_path();
        fs::rename(path, &place)?;
        self.0.push((path.to_owned(), place));
        Ok(())
    }

    /// They are replaced.
    fn drop_all(&mut self) {
        self.0.clear();
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        for (path, place) in self.0.drain(..) {
            // Where it cannot come back it stays beside, under its other name.
            if let Err(error) = place.persist(path) {
                error.path.keep().ok();
            }
        }
    }
}
