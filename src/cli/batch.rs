//! One JSON object a line in, one a line out, in order and with the same `id`. A bad line gets an answer too.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Exit, out};
use crate::pipeline::Error;
use crate::store;

/// Answers each line of `file` (`-` is standard input) with what `answer` says, an object, the question's `id` in front.
pub fn run<Q: DeserializeOwned, A: Serialize>(file: &Path, mut answer: impl FnMut(Q) -> A) -> Result<Exit, Error> {
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
        out::json_line(&row(&text, index + 1, &mut answer));
    }
    Ok(Exit::Done)
}

fn row<Q: DeserializeOwned, A: Serialize>(
    text: &str,
    line: usize,
    answer: &mut impl FnMut(Q) -> A,
) -> Map<String, Value> {
    let question: Result<Value, _> = serde_json::from_str(text.trim_start_matches('\u{feff}'));
    let id = question.as_ref().ok().and_then(|value| value.get("id").cloned()).unwrap_or(Value::Null);
    let answered = question.and_then(serde_json::from_value::<Q>).map(answer).and_then(serde_json::to_value);
    let mut row = Map::from_iter([("id".to_owned(), id)]);
    match answered {
        Ok(Value::Object(answer)) => row.extend(answer),
        Ok(other) => row.extend([("answer".to_owned(), other)]),
        Err(error) => row.extend([("error".to_owned(), Value::from(format!("line {line}: {error}")))]),
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_answer_stands_beside_its_id() {
        let mut inspect = |question: Value| {
            let path = question["path"].as_str().unwrap_or_default();
            crate::collect::inspect(Path::new(path))
        };
        let found = row(r#"{"id": 7, "path": "/no/such/file"}"#, 1, &mut inspect);
        let expected = json!({"id": 7, "path": "/no/such/file", "kind": "unknown", "format": "", "size_bytes": 0, "problem": "missing"});
        assert_eq!(Value::Object(found), expected);
        assert!(row("{", 2, &mut inspect)["error"].as_str().is_some_and(|error| error.starts_with("line 2: ")));
    }
}
