//! A reader of XML that takes what it gets: cut texts, bare ampersands, missing ends.
//!
//! Never here: an entity that the text itself defines (they stay as written), anything fetched, or recursion.

/// What stands in an XML text, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// `<name attribute="value">`; names without their namespace.
    Start(String, Vec<(String, String)>),
    /// `</name>`, also the end of `<name/>`.
    End(String),
    /// Text between tags, CDATA too; never blank.
    Text(String),
}

/// The most events that are read of one text.
const MOST_EVENTS: usize = 2_000_000;

/// Reads `text` from its first tag.
pub fn events(text: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut rest = text;
    let mut pending = String::new();
    while events.len() < MOST_EVENTS {
        let Some(at) = rest.find('<') else {
            pending.push_str(&unescape(rest));
            break;
        };
        pending.push_str(&unescape(&rest[..at]));
        rest = &rest[at..];
        if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let (data, after) = data.split_once("]]>").unwrap_or((data, ""));
            pending.push_str(data);
            rest = after;
            continue;
        }
        if let Some(skipped) = skip(rest) {
            rest = skipped;
            continue;
        }
        if !is_tag(rest) {
            pending.push('<');
            rest = &rest[1..];
            continue;
        }
        let Some(end) = tag_end(rest) else {
            pending.push_str(rest);
            break;
        };
        flush(&mut pending, &mut events);
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            events.push(Event::End(local(name.trim()).to_owned()));
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let name_end = tag.find(char::is_whitespace).unwrap_or(tag.len());
        let name = local(&tag[..name_end]).to_owned();
        events.push(Event::Start(name.clone(), attributes(&tag[name_end..])));
        if closed {
            events.push(Event::End(name));
        }
    }
    flush(&mut pending, &mut events);
    events
}

fn flush(pending: &mut String, events: &mut Vec<Event>) {
    let text = pending.trim();
    if !text.is_empty() {
        events.push(Event::Text(text.to_owned()));
    }
    pending.clear();
}

/// Behind a comment, a declaration or an instruction, with everything that one may hold.
fn skip(text: &str) -> Option<&str> {
    let after = |text: &'_ str, end: &str| text.find(end).map_or(text.len(), |at| at + end.len());
    if text.starts_with("<!--") {
        return Some(&text[after(text, "-->")..]);
    }
    if text.starts_with("<?") {
        return Some(&text[after(text, "?>")..]);
    }
    if !text.starts_with("<!") {
        return None;
    }
    let Some(end) = text.find('>') else { return Some("") };
    // `<!DOCTYPE name [ … ]>`: all that it defines is left out.
    let end = if text[..end].contains('[') { after(text, "]>").max(end + 1) } else { end + 1 };
    Some(&text[end..])
}

fn is_tag(text: &str) -> bool {
    text[1..].chars().next().is_some_and(|first| first.is_alphabetic() || matches!(first, '/' | '_'))
}

/// Where the tag at the start of `text` ends. What is quoted in it is minded only in tags of a sensible length.
fn tag_end(text: &str) -> Option<usize> {
    const LONGEST_TAG: usize = 4 << 10;
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.find('>')
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some((value, next)) = after[1..].split_once(quote) else { break };
        found.push((local(name.trim()).to_owned(), unescape(value)));
        rest = next;
    }
    found
}

/// The five entities every reader knows, and characters by number. Any other stays as it is written.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let known = end.and_then(|end| character(&rest[1..end]).map(|c| (c, end + 1)));
        let (c, length) = known.unwrap_or(('&', 1));
        plain.push(c);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let show = |event: Event| match event {
            Event::Start(name, attributes) => {
                format!("<{name}{}>", attributes.iter().map(|(k, v)| format!(" {k}={v}")).collect::<Vec<_>>().concat())
            }
            Event::End(name) => format!("</{name}>"),
            Event::Text(text) => text,
        };
        events(text).into_iter().map(show).collect()
    }

    #[test]
    fn tags_texts_and_data() {
        let text = "<?xml version=\"1.0\"?><!-- <x> --><a:b c=\"1 &gt; 0\" d='&#x41;'> one &amp; two <e/><![CDATA[<raw> & ]]></a:b>";
        assert_eq!(shown(text), "<b c=1 > 0 d=A>one & two<e></e><raw> &</b>");
        assert_eq!(shown("a < b <c"), "a < b <c");
        assert_eq!(shown("<Категория имя=\"Экран\">х</Категория>"), "<Категория имя=Экран>х</Категория>");
    }

    #[test]
    fn what_a_text_defines_is_never_used() {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>";
        assert_eq!(shown(bomb), "<a>&y;</a>");
        let deep = "<a>".repeat(100_000);
        assert_eq!(events(&deep).len(), 100_000);
        events(&"<".repeat(100_000));
        events(&"<a b=\"".repeat(20_000));
        events("<![CDATA[");
        events("<!DOCTYPE");
    }
}
