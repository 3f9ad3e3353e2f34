//! Valve's text format of keys and values, as Steam writes its libraries and manifests.
//!
//! Never here: a refusal. A file that is cut or broken gives what could be read of it, and says that it is not whole.

/// Nested deeper than any file of Steam's.
const DEEPEST: usize = 32;

/// A key's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A text.
    Text(String),
    /// Keys and values of its own.
    Block(Block),
}

/// Keys and values in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block(pub Vec<(String, Node)>);

impl Block {
    /// The text under `key`, whatever its case.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.0.iter().filter(|(name, _)| name.eq_ignore_ascii_case(key)).find_map(|(_, node)| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Block(_) => None,
        })
    }

    /// The block under `key`, whatever its case.
    pub fn block(&self, key: &str) -> Option<&Self> {
        self.0.iter().filter(|(name, _)| name.eq_ignore_ascii_case(key)).find_map(|(_, node)| match node {
            Node::Block(block) => Some(block),
            Node::Text(_) => None,
        })
    }
}

/// What is in `text`, and whether it ended where it should.
pub fn parse(text: &str) -> (Block, bool) {
    let mut tokens = Tokens { rest: text.trim_start_matches('\u{feff}'), whole: true };
    let block = block(&mut tokens, 0);
    (block, tokens.whole)
}

fn block(tokens: &mut Tokens, depth: usize) -> Block {
    let mut entries = Vec::new();
    loop {
        let key = match tokens.next() {
            Some(Token::Word(key)) => key,
            Some(Token::Close) if depth > 0 => break,
            None if depth == 0 => break,
            // A brace without a key, or an end inside a block.
            _ => {
                tokens.whole = false;
                break;
            }
        };
        match tokens.next() {
            Some(Token::Word(value)) => entries.push((key, Node::Text(value))),
            Some(Token::Open) if depth < DEEPEST => entries.push((key, Node::Block(block(tokens, depth + 1)))),
            _ => {
                tokens.whole = false;
                break;
            }
        }
    }
    Block(entries)
}

enum Token {
    Word(String),
    Open,
    Close,
}

struct Tokens<'a> {
    rest: &'a str,
    whole: bool,
}

impl Tokens<'_> {
    fn next(&mut self) -> Option<Token> {
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\0');
            // Comments, and conditions such as [$WIN32], say nothing about the values.
            let skipped = if self.rest.starts_with("//") {
                self.rest.split_once('\n').map_or("", |(_, rest)| rest)
            } else if self.rest.starts_with('[') {
                self.rest.split_once(']').map_or("", |(_, rest)| rest)
            } else {
                break;
            };
            self.rest = skipped;
        }
        let mut chars = self.rest.chars();
        let first = chars.next()?;
        Some(match first {
            '{' => self.take(chars.as_str(), Token::Open),
            '}' => self.take(chars.as_str(), Token::Close),
            '"' => {
                let mut word = String::new();
                loop {
                    match chars.next() {
                        Some('"') => break,
                        Some('\\') => word.extend(chars.next().map(unescaped)),
                        Some(c) => word.push(c),
                        None => {
                            self.whole = false;
                            break;
                        }
                    }
                }
                self.take(chars.as_str(), Token::Word(word))
            }
            _ => {
                let is_end = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '"');
                let (word, rest) = self.rest.split_at(self.rest.find(is_end).unwrap_or(self.rest.len()));
                self.take(rest, Token::Word(word.to_owned()))
            }
        })
    }

    fn take(&mut self, rest: &str, token: Token) -> Token {
        // `rest` is a part of the same text.
        let length = self.rest.len() - rest.len();
        self.rest = self.rest.get(length..).unwrap_or_default();
        token
    }
}

fn unescaped(c: char) -> char {
    match c {
        'n' => '\n',
        't' => '\t',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_values_and_blocks_are_read() {
        let text = "// made by Steam\n\"LibraryFolders\"\n{\n\t\"0\"\n\t{\n\t\t\"path\"\t\t\"D:\\\\Игры\\\\Steam\"\n\t}\n\tcontentid 7 [$WIN32]\n}\n";
        let (root, whole) = parse(text);
        let folders = root.block("libraryfolders").unwrap();
        assert!(whole);
        assert_eq!(folders.block("0").and_then(|first| first.text("PATH")), Some("D:\\Игры\\Steam"));
        assert_eq!(folders.text("contentid"), Some("7"));
        assert_eq!(folders.text("0"), None);
    }

    #[test]
    fn a_broken_file_gives_what_was_whole() {
        let whole = "\"AppState\"\n{\n\t\"appid\"\t\t\"570\"\n\t\"name\"\t\t\"Dota 2\"\n\t\"UserConfig\"\n\t{\n\t\t\"language\"\t\t\"russian\"\n\t}\n}\n";
        for (end, _) in whole.char_indices() {
            let (root, is_whole) = parse(&whole[..end]);
            assert!(
                root.0.len() <= 1 && (!is_whole || end < 2 || whole[..end].trim_end().len() == whole.trim_end().len())
            );
        }
        let (root, is_whole) = parse("\"AppState\" { \"appid\" \"570\" \"name\" \"Dota");
        assert_eq!(root.block("AppState").and_then(|state| state.text("appid")), Some("570"));
        assert!(!is_whole);
        for hostile in ["}}}}", "{{{{", "\"", "\\", "[", "//", "\"a\" }", &"\"a\"{".repeat(100_000)] {
            assert!(!parse(hostile).1 || hostile.starts_with(['[', '/']), "{}", hostile.len());
        }
    }
}
