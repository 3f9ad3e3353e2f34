//! The part of a log that is sent. The last lines alone are looked for from the end backwards; for anything else the log is
//! indexed, and memory does not grow with it.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use super::lines::{self, Units};
use super::log::{self, Chosen, Refusal};
use crate::job::Monitor;
use crate::model::{EvidenceItem, FilePart};

/// The part that `item` asks for in the first `size` bytes of the file; `None` is all of it.
pub fn part(
    path: &Path,
    (size, units, is_packed): (u64, Units, bool),
    item: &EvidenceItem,
    monitor: &Monitor,
) -> Result<Option<Chosen>, Refusal> {
    let ends_only = item.from_line.is_none() && item.to_line.is_none() && item.head_lines.is_none();
    match item.tail_lines {
        Some(count) if ends_only && !item.by_content() && !is_packed => Ok(tail(path, size, units, count)?),
        _ => {
            let log::Log { mut text, index, .. } = log::read_all(path, units, is_packed, monitor)?;
            log::choose(&mut text, &index, item, monitor)
        }
    }
}

fn tail(path: &Path, size: u64, units: Units, count: usize) -> std::io::Result<Option<Chosen>> {
    let mut file = File::open(path)?;
    let start = if count == 0 { size } else { lines::tail_start(&mut file, 0, size, count, units)? };
    let skipped = lines::count(&mut file, 0, start, units)?;
    let sent = lines::count(&mut file, start, size, units)?;
    let part =
        FilePart { start_byte: start, end_byte: size, lines_before: skipped, lines: sent, ..FilePart::default() };
    Ok((start > 0).then(|| Chosen { part, pieces: Arc::default() }))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;
    use crate::model::EvidenceProblem;

    fn cut(text: &str, from: &str, to: &str, tail_lines: Option<usize>) -> Option<(String, u64, u64)> {
        try_cut(text, from, to, tail_lines).unwrap()
    }

    type Cut = Option<(String, u64, u64)>;

    fn try_cut(text: &str, from: &str, to: &str, tail_lines: Option<usize>) -> Result<Cut, EvidenceProblem> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.log");
        std::fs::write(&path, text).unwrap();
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let item = EvidenceItem { from: given(from), to: given(to), tail_lines, ..EvidenceItem::default() };
        let how = (text.len() as u64, Units::Bytes, false);
        let part = match part(&path, how, &item, &Monitor::quiet()) {
            Ok(Some(chosen)) => chosen.part,
            Ok(None) => return Ok(None),
            Err(Refusal::Asked(problem)) => return Err(problem),
            Err(Refusal::Trouble(trouble)) => panic!("{trouble:?}"),
        };
        let range = usize::try_from(part.start_byte).unwrap()..usize::try_from(part.end_byte).unwrap();
        Ok(Some((text[range].to_owned(), part.lines_before, part.lines_after)))
    }

    const LOG: &str = "\
2031-02-03 23:59:00 INFO one
2031-02-04 00:01:00 ERROR two
  at somewhere
  at elsewhere
2031-02-04 00:02:00 INFO three
2031-02-04 00:03:00 INFO four
";

    #[test]
    fn continuation_lines_stay_with_their_record() {
        let (text, before, after) = cut(LOG, "2031-02-04 00:01", "2031-02-04 00:01", None).unwrap();
        assert_eq!(text, "2031-02-04 00:01:00 ERROR two\n  at somewhere\n  at elsewhere\n");
        assert_eq!((before, after), (1, 2));
    }

    #[test]
    fn open_ends_and_days() {
        assert_eq!(cut(LOG, "2031-02-04", "", None).unwrap().1, 1);
        assert_eq!(cut(LOG, "", "2031-02-03", None).unwrap(), ("2031-02-03 23:59:00 INFO one\n".into(), 0, 5));
        assert_eq!(cut(LOG, "2031-01-01", "", None), None);
        assert_eq!(cut(LOG, "2032-01-01", "", None).unwrap(), (String::new(), 6, 0));
    }

    #[test]
    fn a_time_alone_means_its_last_day() {
        let log = "[09:00:00] a\n[12:00:00] b\n[09:00:01] c\n[12:00:01] d\n";
        assert_eq!(cut(log, "09:00", "10:00", None).unwrap(), ("[09:00:01] c\n".into(), 2, 1));
        assert_eq!(cut(LOG, "23:58", "00:01", None).unwrap().1, 0);
    }

    #[test]
    fn tails() {
        assert_eq!(cut(LOG, "", "", Some(2)).unwrap().1, 4);
        assert_eq!(cut(LOG, "", "", Some(0)).unwrap(), (String::new(), 6, 0));
        assert_eq!(cut(LOG, "", "", Some(6)), None);
        let (text, before, after) = cut(LOG, "", "2031-02-04 00:02", Some(1)).unwrap();
        assert_eq!((text.as_str(), before, after), ("2031-02-04 00:02:00 INFO three\n", 4, 1));
    }

    #[test]
    fn without_times_nothing_is_sent_by_mistake() {
        let problem = |text, from, to| try_cut(text, from, to, Some(1)).unwrap_err();
        assert_eq!(problem("one\ntwo\nthree\n", "12:00", ""), EvidenceProblem::NoTimes);
        assert_eq!(problem("[1.000001] one\n[2.000001] two\n", "12:00", ""), EvidenceProblem::NoTimes);
        assert_eq!(problem(LOG, "soon", ""), EvidenceProblem::BadTime("soon".into()));
        assert_eq!(problem(LOG, "", "25:99"), EvidenceProblem::BadTime("25:99".into()));
        assert_eq!(cut(LOG, " ", "", None), None, "a blank time is no limit");
        assert_eq!(cut("[1.000001] one\n[2.000001] two\n", "1.5", "", None).unwrap().0, "[2.000001] two\n");
    }
}
