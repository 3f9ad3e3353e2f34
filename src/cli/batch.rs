//! One JSON object a line in, one a line out, in order and with the same `id`. A bad line gets an answer too.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Exit, out};
use crate::pipeline::Error;
use crate::store;

/// Answers each line of `file` (`-` is standard input) with what `answer` says, the question's `id` in front.
pub fn run<Q: DeserializeOwned>(
    file: &Path,
    mut answer: impl FnMut(Q) -> BTreeMap<&'static str, Value>,
) -> Result<Exit, Error> {
    let fail = |source: io::Error| store::Error::Read { path: file.to_owned(), source };
    let reader: Box<dyn BufRead> = if file.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(file).map_err(fail)?))
    };
    for (index, line) in reader.split(b'\n').enumerate() {
        let line = line.map_err(fail)?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let text = String::from_utf8_lossy(&line);
        let question: Result<Value, _> = serde_json::from_str(text.trim_start_matches('\u{feff}'));
        let id = question.as_ref().ok().and_then(|value| value.get("id").cloned()).unwrap_or(Value::Null);
        let answered = question.and_then(serde_json::from_value::<Q>).map(&mut answer);
        let mut row = serde_json::Map::from_iter([("id".to_owned(), id)]);
        match answered {
            Ok(answer) => row.extend(answer.into_iter().map(|(key, value)| (key.to_owned(), value))),
            Err(error) => row.extend([("error".to_owned(), Value::from(format!("line {}: {error}", index + 1)))]),
        }
        out::json_line(&row);
    }
    Ok(Exit::Done)
}
