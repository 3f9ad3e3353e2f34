//! One attached file as it is found on disk.
//!
//! Never here: a failure that stops the others, or the reading of more than a sample of a file that is sent whole.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::inspect::sniff::{self, Recognised};
use super::lines::Units;
use super::part::part;
use crate::model::{Evidence, EvidenceItem, EvidenceKind, EvidenceProblem};

/// Looks at the file that `item` names; a relative path starts at `base`, the folder of the incident.
#[must_use]
pub fn evidence(item: &EvidenceItem, base: &Path) -> Evidence {
    let source = absolute(&base.join(&item.path));
    let mut evidence = Evidence {
        item: item.clone(),
        name: source.file_name().unwrap_or(item.path.as_os_str()).to_string_lossy().into_owned(),
        recognised: item.kind.unwrap_or_default(),
        source,
        ..Evidence::default()
    };
    if let Err(problem) = look(&mut evidence) {
        evidence.problem = Some(problem);
    }
    evidence
}

fn look(evidence: &mut Evidence) -> Result<(), EvidenceProblem> {
    let problem = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => EvidenceProblem::Missing,
        _ => EvidenceProblem::Unreadable(error.to_string()),
    };
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
    let Recognised { kind, format, mut encoding } = sniff::recognise(&evidence.source, found.len()).map_err(problem)?;
    if encoding.is_none() && format.is_empty() && evidence.item.kind.is_some_and(is_text_kind) {
        encoding = sniff::encoding_of_named(&evidence.source, found.len()).map_err(problem)?;
    }
    evidence.recognised = evidence.item.kind.unwrap_or(kind);
    evidence.format = format;
    evidence.is_text = encoding.is_some();
    evidence.encoding = encoding.map(str::to_owned).unwrap_or_default();
    let cut = evidence.item.from.is_some() || evidence.item.to.is_some() || evidence.item.tail_lines.is_some();
    if evidence.is_text && cut && evidence.recognised != EvidenceKind::Picture {
        let units = Units::of(&evidence.encoding);
        evidence.part = part(&evidence.source, evidence.size_bytes, units, &evidence.item).map_err(problem)?;
    }
    Ok(())
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
        let problem = |path: &str| evidence(&item(path), folder.path()).problem;
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
        let found = evidence(&asked, folder.path());
        assert_eq!((found.recognised, found.is_text, found.encoding.as_str()), (EvidenceKind::Log, true, "utf-8"));
        assert_eq!(found.name, "журнал.log");
        assert_eq!(found.size_bytes, text.len() as u64);
        assert_eq!(found.part.unwrap().lines_before, 50);
        assert!(found.source.is_absolute());
    }

    #[test]
    fn the_user_corrects_the_kind() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), "some words\n").unwrap();
        let corrected = EvidenceItem { kind: Some(EvidenceKind::Log), ..item("a") };
        assert_eq!(evidence(&corrected, folder.path()).recognised, EvidenceKind::Log);
        assert_eq!(evidence(&item("a"), folder.path()).recognised, EvidenceKind::Document);
    }

    #[test]
    fn what_the_user_calls_a_log_is_searched_as_text() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), b"\x01\x02INFO\x03 user=alice started\n".repeat(9)).unwrap();
        assert!(!evidence(&item("a"), folder.path()).is_text);
        let named = EvidenceItem { kind: Some(EvidenceKind::Log), ..item("a") };
        assert!(evidence(&named, folder.path()).is_text);
    }
}
