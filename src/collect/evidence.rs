//! One attached file as it is found on disk.
//!
//! Never here: a failure that stops the others, or the reading of more than a sample of a file that is sent whole.

use std::path::{Path, PathBuf};

use super::inspect::sniff::{self, Recognised};
use super::inspect::{self, Details, picture};
use super::lines::Units;
use super::log::{Refusal, Trouble};
use super::part::part;
use super::unread::problem;
use crate::job::Monitor;
use crate::model::{CrashTold, Evidence, EvidenceItem, EvidenceKind, EvidenceProblem, LogTimes, Sending, SystemTold};

/// Looks at the file that `item` names; a relative path starts at `base`, the folder of the incident.
#[must_use]
pub fn evidence(item: &EvidenceItem, base: &Path, monitor: &Monitor) -> Evidence {
    let source = absolute(&base.join(&item.path));
    let mut evidence = Evidence {
        item: item.clone(),
        name: source.file_name().unwrap_or(item.path.as_os_str()).to_string_lossy().into_owned(),
        recognised: item.kind.unwrap_or_default(),
        source,
        ..Evidence::default()
    };
    if let Err(problem) = look(&mut evidence, monitor) {
        evidence.problem = Some(problem);
    }
    evidence
}

/// What a report says, for people: what somebody made long is cut.
fn told(report: inspect::CrashReport) -> CrashTold {
    const LINE_CHARS: usize = 300;
    let short = |text: String| text.chars().take(LINE_CHARS).collect::<String>();
    CrashTold {
        app: report.app.map(short),
        version: report.version.map(short),
        os: report.os.map(short),
        exception: report.exception.map(short),
        thread: report.faulting_thread,
        trace: report.trace.into_iter().map(short).collect(),
    }
}

fn look(evidence: &mut Evidence, monitor: &Monitor) -> Result<(), EvidenceProblem> {
    let found = std::fs::metadata(&evidence.source).map_err(problem)?;
    if found.is_dir() {
        return Err(EvidenceProblem::Folder);
    }
    if !found.is_file() {
        return Err(EvidenceProblem::NotAFile);
    }
    evidence.size_bytes = found.len();
    if evidence.size_bytes == 0 {
        return Err(EvidenceProblem::Empty);
    }
    let recognised = sniff::recognise(&evidence.source, found.len()).map_err(problem)?;
    if recognised.kind == EvidenceKind::CrashReport {
        let report = inspect::crash(&evidence.source, found.len(), &recognised).map_err(problem)?;
        evidence.crashed_at = report.as_ref().and_then(|report| report.happened.clone());
        evidence.symbolication = report.as_ref().map(|report| report.symbolication);
        evidence.crash = report.map(told);
    }
    let Recognised { kind, format, mut encoding, packed } = recognised;
    // Packed text is read through and sent unpacked.
    evidence.packed = packed;
    if encoding.is_none() && !packed && format.is_empty() && evidence.item.kind.is_some_and(is_text_kind) {
        encoding = sniff::encoding_of_named(&evidence.source, found.len()).map_err(problem)?;
    }
    evidence.recognised = evidence.item.kind.unwrap_or(kind);
    evidence.format = format;
    evidence.is_text = encoding.is_some();
    evidence.encoding = encoding.map(str::to_owned).unwrap_or_default();
    if evidence.item.is_cut() {
        if !evidence.is_text {
            return Err(EvidenceProblem::NotText);
        }
        let how = (evidence.size_bytes, Units::of(&evidence.encoding), evidence.packed);
        let found = part(&evidence.source, how, &evidence.item, monitor).map_err(|refusal| match refusal {
            Refusal::Trouble(Trouble::Read(error)) => problem(error),
            Refusal::Trouble(Trouble::Changed) => EvidenceProblem::Changed,
            Refusal::Trouble(Trouble::Stopped) => EvidenceProblem::Stopped,
            Refusal::Asked(asked) => asked,
        })?;
        if let Some(chosen) = found {
            (evidence.part, evidence.pieces) = (Some(chosen.part), chosen.pieces);
        }
    }
    says(evidence).map_err(problem)?;
    if evidence.has_choice() && evidence.item.send == Some(Sending::Redacted) && evidence.packing.is_none() {
        return Err(EvidenceProblem::NotRedactable);
    }
    paintable(evidence)
}

/// What the checklist asks of a file: from when to when a log tells, which files are in an archive.
fn says(evidence: &mut Evidence) -> std::io::Result<()> {
    match evidence.recognised {
        // The end of what is packed is known only when it was read through.
        EvidenceKind::Log if evidence.packed => {}
        EvidenceKind::Log if evidence.is_text => {
            let (start, end) = evidence.part.map_or((0, evidence.size_bytes), |part| (part.start_byte, part.end_byte));
            let times = inspect::log::times(&evidence.source, start, end, &evidence.encoding)?;
            evidence.times = times.map(|(first, last)| LogTimes { first: first.to_string(), last: last.to_string() });
        }
        EvidenceKind::SystemReport => {
            if let Details::System(report) = inspect::inspect(&evidence.source).details {
                evidence.system =
                    Some(SystemTold { gpus: report.gpus, memory_bytes: report.memory_bytes, os: report.os });
            }
        }
        EvidenceKind::Picture if !evidence.is_text => {
            evidence.animated = picture::is_animated(&evidence.source, &evidence.format)?;
        }
        EvidenceKind::Video if !evidence.is_text => evidence.video = Some(inspect::video::facts(&evidence.source)?),
        _ if evidence.packing.is_none() => {
            let found = inspect::archive::contents(&evidence.source, &evidence.format);
            (evidence.members, evidence.packing) = (found.members, found.packing);
        }
        _ => {}
    }
    Ok(())
}

/// A picture can be painted before it leaves; what is no picture has nothing to paint.
fn paintable(evidence: &Evidence) -> Result<(), EvidenceProblem> {
    if evidence.is_paintable() {
        return picture::expect_paintable(&evidence.source);
    }
    if evidence.item.is_edited() { Err(EvidenceProblem::NotPaintable) } else { Ok(()) }
}

/// Kinds that are read as text if they can be.
fn is_text_kind(kind: EvidenceKind) -> bool {
    use EvidenceKind::{CrashReport, Document, Log, SystemReport};
    matches!(kind, CrashReport | Document | Log | SystemReport)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;

    fn item(path: &str) -> EvidenceItem {
        EvidenceItem { path: path.into(), ..EvidenceItem::default() }
    }

    #[test]
    fn what_cannot_be_sent_is_a_problem() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("empty.log"), "").unwrap();
        let problem = |path: &str| evidence(&item(path), folder.path(), &Monitor::quiet()).problem;
        assert_eq!(problem("gone.log"), Some(EvidenceProblem::Missing));
        assert_eq!(problem("."), Some(EvidenceProblem::Folder));
        assert_eq!(problem("empty.log"), Some(EvidenceProblem::Empty));
        #[cfg(unix)]
        assert_eq!(problem("/dev/null"), Some(EvidenceProblem::NotAFile));
    }

    #[test]
    fn a_log_is_recognised_and_cut() {
        let folder = tempfile::tempdir().unwrap();
        let text = (0..60).map(|n| format!("2031-02-03 04:{n:02}:00 INFO Привет")).collect::<Vec<_>>().join("\n");
        std::fs::write(folder.path().join("журнал.log"), &text).unwrap();
        let asked = EvidenceItem { tail_lines: Some(10), ..item("журнал.log") };
        let found = evidence(&asked, folder.path(), &Monitor::quiet());
        assert_eq!((found.recognised, found.is_text, found.encoding.as_str()), (EvidenceKind::Log, true, "utf-8"));
        assert_eq!(found.name, "журнал.log");
        assert_eq!(found.size_bytes, text.len() as u64);
        assert_eq!(found.part.unwrap().lines_before, 50);
        let times = found.times.unwrap();
        assert_eq!((times.first.as_str(), times.last.as_str()), ("2031-02-03T04:50:00", "2031-02-03T04:59:00"));
        assert!(found.source.is_absolute());
    }

    #[test]
    fn the_user_corrects_the_kind() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), "some words\n").unwrap();
        let corrected = EvidenceItem { kind: Some(EvidenceKind::Log), ..item("a") };
        assert_eq!(evidence(&corrected, folder.path(), &Monitor::quiet()).recognised, EvidenceKind::Log);
        assert_eq!(evidence(&item("a"), folder.path(), &Monitor::quiet()).recognised, EvidenceKind::Document);
    }

    #[test]
    fn a_part_of_what_is_no_text_is_a_problem() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.dmp"), b"MDMP\x93\xa7\0\0\0\0\0\0").unwrap();
        let asked = EvidenceItem { tail_lines: Some(10), ..item("a.dmp") };
        assert_eq!(evidence(&asked, folder.path(), &Monitor::quiet()).problem, Some(EvidenceProblem::NotText));
    }

    #[test]
    fn pictures_that_cannot_be_painted_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let area = crate::model::Area { x: 0, y: 0, width: 1, height: 1 };
        let found = |name: &str, bytes: &[u8], hide: bool| {
            std::fs::write(folder.path().join(name), bytes).unwrap();
            let hide = if hide { vec![area] } else { Vec::new() };
            evidence(&EvidenceItem { hide, kind: None, ..item(name) }, folder.path(), &Monitor::quiet())
        };
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        let photo = found("a.heic", heic, false);
        assert_eq!((photo.recognised, photo.is_paintable(), photo.problem), (EvidenceKind::Picture, false, None));
        assert_eq!(found("a.heic", heic, true).problem, Some(EvidenceProblem::NotPaintable));
        assert_eq!(found("a.txt", b"some words\n", true).problem, Some(EvidenceProblem::NotPaintable));
        let broken = found("a.png", b"\x89PNG\r\n\x1a\nno picture", false).problem;
        assert!(matches!(broken, Some(EvidenceProblem::Unreadable(_))), "{broken:?}");
        let giant = b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0";
        assert_eq!(found("a.gif", giant, false).problem, Some(EvidenceProblem::TooManyPixels));
    }

    #[test]
    fn every_format_that_is_painted_can_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let picture = image::RgbaImage::from_pixel(8, 8, image::Rgba([1, 2, 3, 255]));
        for ending in ["png", "jpg", "webp", "gif", "bmp", "tif"] {
            let path = folder.path().join(format!("a.{ending}"));
            let saved = if ending == "jpg" {
                image::DynamicImage::from(picture.clone()).into_rgb8().save(&path)
            } else {
                picture.save(&path)
            };
            saved.unwrap();
            // Called a document, it is painted all the same.
            let called = EvidenceItem { kind: Some(EvidenceKind::Document), ..item(&path.to_string_lossy()) };
            let found = evidence(&called, folder.path(), &Monitor::quiet());
            assert!(found.is_paintable() && found.problem.is_none(), "{ending}: {found:?}");
        }
    }

    #[test]
    fn what_the_user_calls_a_log_is_searched_as_text() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), b"\x01\x02INFO\x03 user=alice started\n".repeat(9)).unwrap();
        assert!(!evidence(&item("a"), folder.path(), &Monitor::quiet()).is_text);
        let named = EvidenceItem { kind: Some(EvidenceKind::Log), ..item("a") };
        assert!(evidence(&named, folder.path(), &Monitor::quiet()).is_text);
    }
}
