//! What a file is, from samples of its content. The name only settles whether plain words are a log.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::Path;

use infer::MatcherType;

use super::timestamp::Shape;
use super::{
    android, apple, apport, coredump, dxdiag, encoding, engine_log, fetch, fetch_json, inxi, java, levels, msinfo,
    nvidia, pasted, profiler, stackwalk, steam, systeminfo, traceback, unity, unreal, wer,
};
use crate::collect::lines::{Lines, Units, read_full};
use crate::model::{Evidence, EvidenceKind, MemberContent};
use crate::platform::packed;

const SAMPLE_BYTES: usize = 64 << 10;

/// What a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// Its kind.
    pub kind: EvidenceKind,
    /// Its format; empty when nothing is known.
    pub format: String,
    /// The WHATWG label of its encoding, if it is text; that of what is packed, if it is packed.
    pub encoding: Option<&'static str>,
    /// Whether it is text packed with gzip.
    pub packed: bool,
}

impl Recognised {
    fn new(kind: EvidenceKind, format: &str) -> Self {
        Self { kind, format: format.to_owned(), encoding: None, packed: false }
    }
}

/// Reads samples of the first `size` bytes and tells what the file is.
pub fn recognise(path: &Path, size: u64) -> io::Result<Recognised> {
    let samples = samples(path, size)?;
    let head = samples.first().map(Vec::as_slice).unwrap_or_default();
    if let Some(found) = packed_text(head, path) {
        return Ok(found);
    }
    if let Some(known) = binary(head, path).filter(|known| !is_words(known, &samples)) {
        return Ok(known);
    }
    let named = || is_named_text(path).then(|| encoding::detect_named(&samples)).flatten();
    let Some(encoding) = encoding::detect(&samples).or_else(named) else { return Ok(Recognised::default()) };
    let (kind, format) = text(head, encoding, path);
    Ok(Recognised { encoding: Some(encoding), ..Recognised::new(kind, format) })
}

/// A log or a report packed with gzip; any other packed file is an archive.
fn packed_text(head: &[u8], path: &Path) -> Option<Recognised> {
    if !head.starts_with(&packed::MAGIC) {
        return None;
    }
    let start = packed::start(path, SAMPLE_BYTES).ok()?;
    if infer::get(&start).is_some_and(|found| found.matcher_type() != MatcherType::Text) {
        return None;
    }
    let encoding = encoding::detect(std::slice::from_ref(&start))?;
    // The name of what is packed is that of the file without `.gz`.
    let (kind, format) = text(&start, encoding, &path.with_extension(""));
    let known = matches!(kind, EvidenceKind::Log | EvidenceKind::CrashReport | EvidenceKind::SystemReport);
    known.then(|| Recognised { encoding: Some(encoding), packed: true, ..Recognised::new(kind, format) })
}

/// The encoding of a file that nothing was recognised in, but that its user calls a text.
pub fn encoding_of_named(path: &Path, size: u64) -> io::Result<Option<&'static str>> {
    Ok(encoding::detect_named(&samples(path, size)?))
}

/// What is in a file of an archive, by its start.
pub fn member(name: &str, head: Vec<u8>) -> MemberContent {
    let is_core = head.starts_with(b"MDMP") || is_core(&head);
    let known = infer::get(&head).filter(|found| found.matcher_type() != MatcherType::Text);
    let samples = [head];
    let named = || is_named_text(Path::new(name)).then(|| encoding::detect_named(&samples)).flatten();
    let text = || encoding::detect(&samples).or_else(named);
    match known {
        _ if is_core => MemberContent::Unknown,
        Some(found) if found.matcher_type() == MatcherType::Image && Evidence::paints(found.extension()) => {
            MemberContent::Picture
        }
        Some(found) if !found.mime_type().starts_with("text/") => MemberContent::Unknown,
        _ => text().map_or(MemberContent::Unknown, |encoding| MemberContent::Text(encoding.to_owned())),
    }
}

/// A text that starts with the two or four letters of a picture format.
fn is_words(known: &Recognised, samples: &[Vec<u8>]) -> bool {
    let plain = |sample: &Vec<u8>| !sample.contains(&0);
    known.kind == EvidenceKind::Picture
        && samples.first().and_then(|head| head.first()).is_some_and(u8::is_ascii)
        && samples.iter().all(plain)
        && encoding::detect(samples).is_some_and(|encoding| encoding == "utf-8")
}

/// Whether the name is one that texts bear.
fn is_named_text(path: &Path) -> bool {
    const ENDINGS: [&str; 19] = [
        "cfg", "conf", "config", "crash", "csv", "err", "ini", "ips", "json", "jsonl", "log", "md", "out", "toml",
        "trace", "txt", "xml", "yaml", "yml",
    ];
    path.extension().is_some_and(|extension| ENDINGS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// The start, two places between, and the end.
fn samples(path: &Path, size: u64) -> io::Result<Vec<Vec<u8>>> {
    let mut file = File::open(path)?;
    let sample_bytes = SAMPLE_BYTES as u64;
    let mut places = vec![0];
    if size > sample_bytes {
        // Even places, so that pairs of bytes stay pairs.
        places.extend([size / 3, size / 3 * 2, size - sample_bytes / 2].map(|place| place.max(sample_bytes) & !1));
    }
    let mut samples = Vec::with_capacity(places.len());
    for place in places {
        file.seek(SeekFrom::Start(place))?;
        let room = usize::try_from(size - place).unwrap_or(SAMPLE_BYTES).min(SAMPLE_BYTES);
        let mut sample = vec![0; room];
        let length = read_full(&mut file, &mut sample)?;
        sample.truncate(length);
        if !sample.is_empty() {
            samples.push(sample);
        }
    }
    Ok(samples)
}

fn binary(head: &[u8], path: &Path) -> Option<Recognised> {
    if head.starts_with(b"MDMP") {
        return Some(Recognised::new(EvidenceKind::CrashReport, "minidump"));
    }
    if is_core(head) {
        return Some(Recognised::new(EvidenceKind::CrashReport, "coredump"));
    }
    let found = infer::get(head)?;
    let kind = match found.matcher_type() {
        MatcherType::Image => EvidenceKind::Picture,
        MatcherType::Video => EvidenceKind::Video,
        MatcherType::Archive if matches!(found.extension(), "pdf" | "rtf" | "ps") => EvidenceKind::Document,
        MatcherType::Archive if is_bundle(path) => return Some(Recognised::new(EvidenceKind::Bundle, "casefile")),
        MatcherType::Archive => EvidenceKind::Archive,
        MatcherType::Doc | MatcherType::Book => EvidenceKind::Document,
        // Text is looked at more closely than by its first word.
        MatcherType::Text => return None,
        _ if found.mime_type().starts_with("text/") => return None,
        _ => EvidenceKind::Unknown,
    };
    Some(Recognised::new(kind, found.extension()))
}

/// An ELF file of type core.
fn is_core(head: &[u8]) -> bool {
    let kind = head.get(16..18);
    head.starts_with(b"\x7fELF") && (kind == Some(&[4, 0]) || kind == Some(&[0, 4]))
}

fn is_bundle(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let Ok(zip) = zip::ZipArchive::new(file) else { return false };
    ["manifest.json", "incident.json"].iter().all(|name| zip.index_for_name(name).is_some())
}

/// The format of a crash report by the text of its start.
fn crash(start: &str) -> Option<&'static str> {
    let one = |is_one: fn(&str) -> bool, format| is_one(start).then_some(format);
    (apple::format(start).or_else(|| java::format(start)))
        .or_else(|| one(unreal::is_one, "unreal"))
        .or_else(|| one(unity::is_one, "unity"))
        .or_else(|| one(wer::is_one, "wer"))
        .or_else(|| one(apport::is_one, "apport"))
        .or_else(|| one(coredump::is_one, "coredump"))
        .or_else(|| one(stackwalk::is_one, "stackwalk"))
        .or_else(|| android::format(start))
        .or_else(|| traceback::format(start))
}

/// The format of a system report by the text of its start.
fn system(start: &str) -> Option<&'static str> {
    let one = |is_one: fn(&str) -> bool, format| is_one(start).then_some(format);
    one(dxdiag::is_one, "dxdiag")
        .or_else(|| one(msinfo::is_one, "msinfo"))
        .or_else(|| one(nvidia::is_one, "nvidia-bug-report"))
        .or_else(|| one(steam::is_one, "steam"))
        .or_else(|| one(profiler::is_one, "system-profiler"))
        .or_else(|| one(inxi::is_one, "inxi"))
        .or_else(|| fetch::format(start))
        .or_else(|| one(fetch_json::is_one, "fastfetch"))
        .or_else(|| one(systeminfo::is_one, "systeminfo"))
}

fn text(head: &[u8], encoding: &'static str, path: &Path) -> (EvidenceKind, &'static str) {
    let start = encoding::decode(head, encoding);
    // A log may tell of a crash, or print a report; it is still a log.
    if !starts_as_log(head, encoding) {
        let start = pasted::bare(&start);
        if let Some(format) = crash(&start) {
            return (EvidenceKind::CrashReport, format);
        }
        if let Some(format) = system(&start) {
            return (EvidenceKind::SystemReport, format);
        }
    }
    if is_log(head, encoding, path) {
        return (EvidenceKind::Log, "text");
    }
    let trimmed = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let format = match trimmed.as_bytes() {
        [b'{' | b'[', ..] => "json",
        [b'<', b'!' | b'h' | b'H', ..] => "html",
        [b'<', ..] => "xml",
        _ => "text",
    };
    (EvidenceKind::Document, format)
}

/// Whether most of the first lines begin with a time.
fn starts_as_log(head: &[u8], encoding: &'static str) -> bool {
    const FIRST_LINES: usize = 10;
    let first: Vec<_> = lines(head, encoding).into_iter().take(FIRST_LINES).collect();
    let timed = |shape: Shape| first.iter().filter(|line| shape.read(line).is_some()).count();
    first.len() == FIRST_LINES && Shape::of(&first).map_or(0, timed) * 2 > FIRST_LINES
}

/// The starts of the lines that are not blank.
fn lines(head: &[u8], encoding: &'static str) -> Vec<Vec<u8>> {
    let mut lines = Lines::new(head, head.len() as u64, Units::of(encoding));
    let mut found = Vec::new();
    while let Ok(Some(line)) = lines.next() {
        if !line.head.trim_ascii().is_empty() {
            found.push(line.head.to_vec());
        }
    }
    found
}

/// Lines with times, or with levels; or plain words in a file that is named as a log.
fn is_log(head: &[u8], encoding: &'static str, path: &Path) -> bool {
    let sample = lines(head, encoding);
    let of = |count: usize, percent: usize| count >= 2 && count * 100 >= sample.len() * percent;
    let timed = Shape::of(&sample).map_or(0, |shape| sample.iter().filter(|line| shape.read(line).is_some()).count());
    let levelled = sample.iter().filter(|line| levels::level(line, 0).is_some()).count();
    let is_tree = sample.first().is_some_and(|line| matches!(line.trim_ascii(), [b'{' | b'[' | b'<'] | [b'<', ..]));
    let named = path.extension().is_some_and(|extension| {
        ["log", "trace", "err", "out"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    });
    named
        || engine_log::is_one(&sample)
        || !is_tree
            && (of(timed, 10) || of(levelled, 30) || timed + levelled > 0 && sample.len() == 1 && levelled == timed)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use super::*;
    use std::io::Write;

    fn kind(name: &str, bytes: &[u8]) -> (EvidenceKind, String) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let found = recognise(&path, bytes.len() as u64).unwrap();
        (found.kind, found.format)
    }

    fn zip_of(names: &[&str]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
        for name in names {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(b"{}").unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn content_decides_not_the_name() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0";
        assert_eq!(kind("a.log", png), (EvidenceKind::Picture, "png".into()));
        assert_eq!(kind("a.txt", b"MDMP\x93\xa7\0\0\0\0\0\0"), (EvidenceKind::CrashReport, "minidump".into()));
        assert_eq!(kind("a.png", b"2031-02-03 04:05:06 start\n2031-02-03 04:05:07 end\n").0, EvidenceKind::Log);
        assert_eq!(kind("a.txt", b"Dear support,\nit does not start.\n"), (EvidenceKind::Document, "text".into()));
        assert_eq!(kind("a", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), (EvidenceKind::Document, "pdf".into()));
        assert_eq!(kind("a", &[0, 159, 146, 150]).0, EvidenceKind::Unknown);
        assert_eq!(
            kind("a.json", b"{\n \"time\": \"2031-02-03 04:05:06\"\n}\n"),
            (EvidenceKind::Document, "json".into())
        );
        assert_eq!(kind("a.log", b"no times at all\n").0, EvidenceKind::Log);
        assert_eq!(kind("x", b"WARN one\nERROR two\n").0, EvidenceKind::Log);
        assert_eq!(kind("x", b"BMX counter\nERROR two\n").0, EvidenceKind::Document, "no picture");
        assert_eq!(kind("a.log", &b"\x01\x02INFO\x03 user=alice started\n".repeat(9)).0, EvidenceKind::Log);
    }

    #[test]
    fn archives_and_bundles() {
        assert_eq!(kind("a", &zip_of(&["readme.txt"])), (EvidenceKind::Archive, "zip".into()));
        assert_eq!(
            kind("a.zip", &zip_of(&["incident.json", "manifest.json"])),
            (EvidenceKind::Bundle, "casefile".into())
        );
        assert_eq!(kind("a.zip", b"PK\x03\x04 broken").0, EvidenceKind::Archive);
    }

    #[test]
    fn every_format_is_told_by_its_content() {
        use crate::collect::inspect::tests::fixtures;
        let (crash, system) = (fixtures::crashes(), fixtures::systems());
        for (format, text) in crash {
            assert_eq!(kind("a.log", text.as_bytes()), (EvidenceKind::CrashReport, format.into()));
        }
        for (format, text) in system {
            let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(kind("a.log", text.as_bytes()), (EvidenceKind::SystemReport, format.into()));
            assert_eq!(kind("a", &wide), (EvidenceKind::SystemReport, format.into()));
            let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            packed.write_all(text.as_bytes()).unwrap();
            assert_eq!(kind("a.log.gz", &packed.finish().unwrap()), (EvidenceKind::SystemReport, format.into()));
        }
    }

    #[test]
    fn a_packed_log_is_a_log() {
        let pack = |bytes: &[u8]| {
            let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            packed.write_all(bytes).unwrap();
            packed.finish().unwrap()
        };
        let log = pack(&b"2031-02-03 04:05:06 INFO start\n".repeat(9));
        assert_eq!(kind("a.gz", &log), (EvidenceKind::Log, "text".into()));
        assert_eq!(kind("a.gz", &pack(b"plain words\n")), (EvidenceKind::Archive, "gz".into()));
        assert_eq!(kind("a.gz", &log[..12]), (EvidenceKind::Archive, "gz".into()));
        let mut tar = tar::Builder::new(Vec::new());
        let mut header = tar::Header::new_gnu();
        header.set_size(1);
        header.set_cksum();
        tar.append_data(&mut header, "a.log", &b"x"[..]).unwrap();
        assert_eq!(kind("a.tgz", &pack(&tar.into_inner().unwrap())), (EvidenceKind::Archive, "gz".into()));
    }

    #[test]
    fn words_in_the_start_tell_reports() {
        assert_eq!(
            kind("a.txt", b"---- Minecraft Crash Report ----\n// Oops\n"),
            (EvidenceKind::CrashReport, "minecraft".into())
        );
        assert_eq!(
            kind("a", b"<?xml version=\"1.0\"?>\n<MsInfo>\n</MsInfo>"),
            (EvidenceKind::SystemReport, "msinfo".into())
        );
        let report = "---- Minecraft Crash Report ----\n// Oops\n";
        let log = format!("{}{report}", "[04:05:06] [main/INFO]: loading\n".repeat(20));
        assert_eq!(kind("a", log.as_bytes()).0, EvidenceKind::Log, "a log that tells of a crash");
    }
}
