//! What is in an archive: zip, tar, tar packed with gzip, one file packed with gzip. Nothing is unpacked to disk.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::sniff;
use crate::model::{Member, MemberContent, Packing};
use crate::platform::packed;

/// More files than this are not listed.
const MOST_MEMBERS: usize = 5_000;
/// The most that is unpacked to look into an archive, in bytes.
const MOST_BYTES: u64 = 256 << 20;
/// So much of each file tells what it is.
const HEAD_BYTES: u64 = 16 << 10;

/// The files in an archive.
#[derive(Debug, Default)]
pub struct Contents {
    /// The files, as far as they are listed.
    pub members: Vec<Member>,
    /// How they are packed, if all of them are listed.
    pub packing: Option<Packing>,
}

/// What is in the archive. One that cannot be read, or of another format, holds nothing.
pub fn contents(path: &Path, format: &str) -> Contents {
    let open = || File::open(path).map(BufReader::new);
    let found = match format {
        "zip" => open().and_then(zip_members),
        "tar" => open().and_then(|file| tar_members(file.take(MOST_BYTES), Packing::Tar)),
        "gz" => open().and_then(|file| gzip_members(file, path)),
        _ => return Contents::default(),
    };
    found.unwrap_or_default()
}

fn zip_members(file: BufReader<File>) -> io::Result<Contents> {
    let mut archive = zip::ZipArchive::new(file)?;
    let mut found = Contents { members: Vec::new(), packing: Some(Packing::Zip) };
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        if found.members.len() == MOST_MEMBERS || left == 0 {
            found.packing = None;
            break;
        }
        let Some(Ok(name)) = archive.name_for_index(index).map(|name| name.map(std::borrow::Cow::into_owned)) else {
            found.packing = None;
            continue;
        };
        if name.ends_with('/') {
            continue;
        }
        // One that is encrypted or broken is listed, and nobody can search it.
        let head = archive.by_index(index).ok().filter(|file| !file.is_symlink()).and_then(|file| head(file).ok());
        left = left.saturating_sub(head.as_ref().map_or(0, |head| head.len() as u64));
        let content = head.map_or(MemberContent::Unknown, |head| sniff::member(&name, head));
        found.members.push(Member { name, content });
    }
    Ok(found)
}

fn tar_members(source: impl Read, packing: Packing) -> io::Result<Contents> {
    let mut found = Contents { members: Vec::new(), packing: Some(packing) };
    let mut whole = tar::Archive::new(source);
    for entry in whole.entries()? {
        if found.members.len() == MOST_MEMBERS {
            found.packing = None;
            break;
        }
        // What was read before a broken place still counts.
        let Ok(entry) = entry else {
            found.packing = None;
            break;
        };
        if entry.header().entry_type().is_file() {
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            let content = head(entry).map_or(MemberContent::Unknown, |head| sniff::member(&name, head));
            found.members.push(Member { name, content });
        }
    }
    Ok(found)
}

/// A packed tar, or one file whose name is that of the archive without `.gz`.
fn gzip_members(file: BufReader<File>, path: &Path) -> io::Result<Contents> {
    let found = tar_members(MultiGzDecoder::new(file).take(MOST_BYTES), Packing::TarGzip)?;
    if !found.members.is_empty() {
        return Ok(found);
    }
    let start = packed::start(path, HEAD_BYTES as usize)?;
    let name = bare_name(path);
    let content = sniff::member(&name, start);
    Ok(Contents { members: vec![Member { name, content }], packing: Some(Packing::Gzip) })
}

fn bare_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bare = name.len().checked_sub(3).filter(|at| *at > 0 && name.is_char_boundary(*at)).map(|at| name.split_at(at));
    bare.filter(|(_, ending)| ending.eq_ignore_ascii_case(".gz")).map_or(name.clone(), |(bare, _)| bare.to_owned())
}

fn head(source: impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    source.take(HEAD_BYTES).read_to_end(&mut head)?;
    Ok(head)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn names(path: &Path, format: &str) -> Vec<String> {
        contents(path, format).members.into_iter().map(|member| member.name).collect()
    }

    #[test]
    fn the_names_in_an_archive_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        zip.add_directory("sub/", zip::write::SimpleFileOptions::default()).unwrap();
        zip.start_file("sub/установка.exe", zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"x").unwrap();
        zip.finish().unwrap();
        assert_eq!(names(&path, "zip"), ["sub/установка.exe"]);

        let mut tar = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        let mut header = tar::Header::new_gnu();
        header.set_size(1);
        header.set_cksum();
        tar.append_data(&mut header, "logs/run.bat", &b"x"[..]).unwrap();
        let bytes = tar.into_inner().unwrap().finish().unwrap();
        let path = folder.path().join("logs.tgz");
        std::fs::write(&path, &bytes).unwrap();
        assert_eq!(names(&path, "gz"), ["logs/run.bat"]);
        std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        names(&path, "gz");

        let path = folder.path().join("game.log.gz");
        let mut gzip = GzEncoder::new(File::create(&path).unwrap(), Compression::fast());
        gzip.write_all(b"a line of a log\n").unwrap();
        gzip.finish().unwrap();
        assert_eq!(names(&path, "gz"), ["game.log"]);
        std::fs::write(&path, "no archive").unwrap();
        for format in ["zip", "tar", "gz", "rar"] {
            names(&path, format);
        }
    }

    #[test]
    fn what_is_in_each_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        let wide: Vec<u8> = "\u{feff}one line\r\n".repeat(9).encode_utf16().flat_map(u16::to_le_bytes).collect();
        let files: [(&str, &[u8]); 4] = [
            ("a.log", b"2031-02-03 04:05:06 INFO started\n"),
            ("wide.txt", &wide),
            ("shot.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            ("a.dmp", b"MDMP\x93\xa7\0\0"),
        ];
        for (name, bytes) in files {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap();
        let found = contents(&path, "zip");
        assert_eq!(found.packing, Some(Packing::Zip));
        let told: Vec<_> = found.members.into_iter().map(|member| member.content).collect();
        let text = |encoding: &str| MemberContent::Text(encoding.to_owned());
        assert_eq!(told, [text("utf-8"), text("utf-16le"), MemberContent::Picture, MemberContent::Unknown]);
    }
}
