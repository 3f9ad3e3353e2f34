//! JSON of others, read into a tree that cannot become large: a tree takes twenty times the room of its text.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// A report has some ten thousand values.
const MOST_VALUES: usize = 300_000;

/// The JSON value that `text` begins with.
pub fn first(text: &str) -> Option<Value> {
    read(text).ok()
}

/// The same with the place of the mistake; a value with too much in it is one.
pub fn read(text: &str) -> serde_json::Result<Value> {
    let left = Cell::new(MOST_VALUES);
    Tree(&left).deserialize(&mut serde_json::Deserializer::from_str(text))
}

/// One value, and how many more there may be.
#[derive(Clone, Copy)]
struct Tree<'a>(&'a Cell<usize>);

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        let left = self.0.get().checked_sub(1).ok_or_else(|| D::Error::custom("too many values"))?;
        self.0.set(left);
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, words: &mut fmt::Formatter) -> fmt::Result {
        words.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            map.insert(key, entries.next_value_seed(self)?);
        }
        Ok(map.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_what_json_is() {
        let text = r#"{"a": [1, -2, 0.5, true, null, "x\n"], "b": {"c": 18446744073709551615}}"#;
        assert_eq!(first(text), serde_json::from_str(text).ok());
        assert_eq!(first(&format!("{text} and more")), serde_json::from_str(text).ok());
        for broken in ["", "{", "[1,", "{\"a\" 1}", "nul", &"[".repeat(1000)] {
            assert_eq!(first(broken), None, "{broken}");
        }
    }

    #[test]
    fn too_much_is_a_mistake_with_its_place() {
        let many = format!("[\n{}0]", "0,\n".repeat(MOST_VALUES));
        let mistake = read(&many).unwrap_err();
        assert!(mistake.line() > MOST_VALUES - 2 && mistake.line() <= MOST_VALUES + 2, "{mistake}");
        assert!(first(&many[..many.len() / 2]).is_none() && first(&"[],".repeat(MOST_VALUES * 2)).is_some());
    }
}
