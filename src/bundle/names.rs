//! File names that every system can unpack: ASCII, short, unique, never a path out of the folder.

use std::collections::BTreeSet;

/// The greatest length of a path in the bundle, in characters.
pub(super) const MAX_PATH_CHARS: usize = 100;

/// The longest extension that is kept when a name is shortened, in characters.
const MAX_EXTENSION_CHARS: usize = 12;

/// Device names of Windows, which no file may bear with any extension.
/// Source: learn.microsoft.com/windows/win32/fileio/naming-a-file.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// A file name without extension made of a text, such as a title; `otherwise` where nothing of it can be used.
#[must_use]
pub fn file_stem(text: &str, otherwise: &str) -> String {
    const STEM_CHARS: usize = 60;
    if !text.chars().any(char::is_alphanumeric) {
        return otherwise.to_owned();
    }
    let stem: String = ascii(text).chars().take(STEM_CHARS).collect();
    stem.trim_end_matches(['.', '-', '_']).to_owned()
}

/// Gives out paths and remembers them: no two are the same on a system that ignores case.
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// A path in `folder` for the file `name`; `prefix` (`01-`) stands in front of the name.
    pub(super) fn path(&mut self, folder: &str, prefix: &str, name: &str) -> String {
        let name = ascii(name);
        let (stem, extension) = split(&name);
        for number in 1_usize.. {
            let suffix = if number == 1 { String::new() } else { format!("-{number}") };
            let used = folder.len() + 1 + prefix.len() + suffix.len() + extension.len();
            let stem: String = stem.chars().take(MAX_PATH_CHARS.saturating_sub(used)).collect();
            let guard = if prefix.is_empty() && is_reserved(&stem) { "_" } else { "" };
            let path = format!("{folder}/{prefix}{guard}{}{suffix}{extension}", stem.trim_end_matches(['.', ' ']));
            if self.taken.insert(path.to_ascii_lowercase()) {
                return path;
            }
        }
        String::new()
    }
}

/// Whether a name taken from an archive stays inside the folder it is unpacked to, on every system.
pub(super) fn is_safe(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':'])
        && !path.chars().any(char::is_control)
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// The name in letters, digits, `.`, `_`, `-` and round brackets; never empty, never a reserved one. Its extension stays,
/// also where nothing of the rest can be written in Latin letters.
pub(super) fn ascii(name: &str) -> String {
    let (stem, extension) = split(name);
    let is_told = |c: char| c.is_ascii_alphanumeric() || latin(c).is_some();
    let is_ending = extension.len() > 1 && extension.chars().skip(1).all(|c| c.is_ascii_alphanumeric());
    if is_ending && !stem.chars().any(is_told) {
        return format!("file{extension}");
    }
    letters(name)
}

fn letters(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '.' | '_' | '(' | ')' => out.push(c),
            _ if is_invisible(c) => {}
            _ => match latin(c) {
                Some(letters) => out.push_str(letters),
                None if out.ends_with('-') => {}
                None => out.push('-'),
            },
        }
    }
    while out.contains("..") {
        out = out.replace("..", ".");
    }
    let trimmed = out.trim_matches(['.', '-', ' ']);
    let name = if trimmed.is_empty() { "file" } else { trimmed };
    if is_reserved(split(name).0) { format!("_{name}") } else { name.to_owned() }
}

/// Marks that change how a name reads without being seen, right-to-left overrides above all.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

fn is_reserved(stem: &str) -> bool {
    let stem = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    RESERVED.contains(&stem.as_str()) || port.is_some_and(|number| number.len() == 1 && number != "-" && number != "_")
}

/// The name before its extension, and the extension with its dot.
fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(dot) if dot > 0 && name.len() - dot <= MAX_EXTENSION_CHARS => name.split_at(dot),
        _ => (name, ""),
    }
}

/// Latin letters for a Cyrillic one (as in Russian passports, ICAO Doc 9303) or an accented one.
fn latin(c: char) -> Option<&'static str> {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let upper = c != lower;
    let pair = match lower {
        'а' | 'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => ("a", "A"),
        'б' => ("b", "B"),
        'в' => ("v", "V"),
        'г' | 'ґ' => ("g", "G"),
        'д' => ("d", "D"),
        'е' | 'ё' | 'э' | 'é' | 'è' | 'ê' | 'ë' => ("e", "E"),
        'ж' => ("zh", "Zh"),
        'з' => ("z", "Z"),
        'и' | 'і' | 'ї' | 'й' | 'í' | 'ì' | 'î' | 'ï' => ("i", "I"),
        'к' => ("k", "K"),
        'л' => ("l", "L"),
        'м' => ("m", "M"),
        'н' | 'ñ' => ("n", "N"),
        'о' | 'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ø' => ("o", "O"),
        'п' => ("p", "P"),
        'р' => ("r", "R"),
        'с' => ("s", "S"),
        'т' => ("t", "T"),
        'у' | 'ў' | 'ú' | 'ù' | 'û' | 'ü' => ("u", "U"),
        'ф' => ("f", "F"),
        'х' => ("kh", "Kh"),
        'ц' => ("ts", "Ts"),
        'ч' => ("ch", "Ch"),
        'ш' => ("sh", "Sh"),
        'щ' => ("shch", "Shch"),
        'ъ' | 'є' => ("ie", "Ie"),
        'ы' => ("y", "Y"),
        'ь' => ("", ""),
        'ю' => ("iu", "Iu"),
        'я' => ("ia", "Ia"),
        'ç' => ("c", "C"),
        'ß' => ("ss", "SS"),
        _ => return None,
    };
    Some(if upper { pair.1 } else { pair.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nasty_names_become_harmless() {
        let table = [
            ("app.log", "app.log"),
            ("снимок экрана.png", "snimok-ekrana.png"),
            ("Журнал Щука.LOG", "Zhurnal-Shchuka.LOG"),
            ("../../etc/passwd", "etc-passwd"),
            ("..", "file"),
            ("", "file"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1.tar.gz", "_com1.tar.gz"),
            ("command.txt", "command.txt"),
            ("a\nb\r.log", "a-b-.log"),
            ("gnp.\u{202e}exe.png", "gnp.exe.png"),
            ("trailing. . ", "trailing"),
            ("C:\\Users\\x.log", "C-Users-x.log"),
            ("日本.txt", "file.txt"),
            ("Ошибка 日本.txt", "Oshibka-.txt"),
            ("日本", "file"),
            ("日本.スクリーン", "file"),
            ("<user-1>.log", "user-1-.log"),
            (".hidden", "hidden"),
            ("a  b.txt", "a-b.txt"),
        ];
        for (name, expected) in table {
            assert_eq!(ascii(name), expected, "{name:?}");
        }
    }

    #[test]
    fn paths_are_short_and_unique_without_case() {
        let mut names = Names::default();
        assert_eq!(names.path("logs", "", "App.log"), "logs/App.log");
        assert_eq!(names.path("logs", "", "app.LOG"), "logs/app-2.LOG");
        let long = format!("{}.log", "щ".repeat(300));
        for _ in 0..12 {
            let path = names.path("screenshots", "01-", &long);
            assert!(path.len() <= MAX_PATH_CHARS && split(&path).1 == ".log", "{path}");
            assert!(is_safe(&path));
        }
    }

    #[test]
    fn paths_out_of_the_folder_are_seen() {
        for bad in ["../a", "/etc/passwd", "a/../b", "a\\b", "C:/x", "a//b", "", "a\nb"] {
            assert!(!is_safe(bad), "{bad:?}");
        }
        assert!(is_safe("logs/app..log"));
    }
}
