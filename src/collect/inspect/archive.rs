//! The names in an archive: zip, tar, and tar packed with gzip. Nothing is unpacked to disk.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

/// More names than this are not listed.
const MOST_NAMES: usize = 5_000;
/// The most that is unpacked to find the names in a packed tar, in bytes.
const MOST_BYTES: u64 = 256 << 20;

/// The names of the files in the archive, with their folders. An archive that cannot be read, or of another format, has
/// none.
pub fn names(path: &Path, format: &str) -> Vec<String> {
    let open = || File::open(path).map(BufReader::new);
    let found = match format {
        "zip" => open().and_then(zip_names),
        "tar" => open().and_then(|file| tar_names(file.take(MOST_BYTES))),
        "gz" => open().and_then(|file| gzip_names(file, path)),
        _ => return Vec::new(),
    };
    found.unwrap_or_default()
}

fn zip_names(file: BufReader<File>) -> io::Result<Vec<String>> {
    let archive = zip::ZipArchive::new(file)?;
    let names = archive.file_names().flatten().map(std::borrow::Cow::into_owned);
    Ok(names.filter(|name| !name.ends_with('/')).take(MOST_NAMES).collect())
}

fn tar_names(source: impl Read) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in tar::Archive::new(source).entries()? {
        // What was read before a broken place still counts.
        let Ok(entry) = entry else { break };
        if entry.header().entry_type().is_file() {
            names.push(String::from_utf8_lossy(&entry.path_bytes()).into_owned());
        }
        if names.len() == MOST_NAMES {
            break;
        }
    }
    Ok(names)
}

/// A packed tar, or one file whose name is that of the archive without `.gz`.
fn gzip_names(file: BufReader<File>, path: &Path) -> io::Result<Vec<String>> {
    let names = tar_names(MultiGzDecoder::new(file).take(MOST_BYTES))?;
    if !names.is_empty() {
        return Ok(names);
    }
    let one = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    Ok(one.into_iter().collect())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

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
}
