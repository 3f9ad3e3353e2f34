//! The command line as scripts use it: answers, exit codes, what goes to which stream, and bad input of every kind.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failure fails the test")]
#![allow(clippy::disallowed_methods, reason = "the tests start the program and make its files")]

mod desk;
mod who;

use std::fs;

use crate::desk::{Desk, READY};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).to_str().unwrap().to_owned()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_new_incident_has_the_fields_of_its_destination_and_can_be_checked() {
    let desk = Desk::new();
    for id in ["any-support-email", "apple-dts", "riot-valorant", "steam-support"] {
        let printed = desk.run(&["new", "--for", id]);
        assert!(printed.done().err.is_empty());
        let table: toml::Table = printed.out.parse().unwrap();
        assert_eq!(table["destination"].as_str(), Some(id));
        let file = format!("{id}.toml");
        let written = desk.run(&["new", "--for", id, "-o", &file]);
        assert!(written.done().out.is_empty() && written.err.contains(&file));
        assert_eq!(fs::read_to_string(desk.path(&file)).unwrap(), printed.out);
        assert_eq!(desk.run(&["check", &file]).code, 1);
    }
    let before = fs::read(desk.path("apple-dts.toml")).unwrap();
    desk.run(&["new", "--for", "steam-support", "-o", "apple-dts.toml"]).failed(3, "exists already");
    assert_eq!(fs::read(desk.path("apple-dts.toml")).unwrap(), before);
    desk.run(&["new", "--for", "steam-support", "-o", "apple-dts.toml", "--force"]).done();
    desk.run(&["new", "--for", "steam-support", "-o", "none/a.toml"]).failed(3, "does not exist");
    desk.run(&["new", "--for", "steam-suport"]).failed(3, "“steam-support”");
    desk.run(&["new"]).failed(2, "--for");
    assert!(desk.run(&["--lang", "ru", "new", "--for", "apple-dts"]).done().out.contains("language = \"ru\""));
}

#[test]
fn check_tells_every_item_in_the_fixed_form() {
    let desk = Desk::new();
    desk.write("a.toml", READY);
    let ready = desk.run(&["check", "a.toml", "--json"]);
    let answer = ready.done().json();
    assert_eq!(keys(&answer), ["format", "destination", "ready", "items"]);
    assert_eq!((&answer["format"], &answer["ready"]), (&1.into(), &true.into()));
    desk.write("b.toml", READY.replace("title =", "titel ="));
    let open = desk.run(&["check", "b.toml", "--json"]);
    assert_eq!(open.code, 1);
    assert!(open.err.contains("line 3") && open.err.contains("“title”"), "{}", open.err);
    let answer = open.json();
    assert_eq!(answer["ready"], false);
    let items = answer["items"].as_array().unwrap();
    assert!(items.iter().any(|item| item["outcome"] == "pass"));
    for item in items {
        for key in ["check", "outcome", "field", "message", "why", "spans", "fix"] {
            assert!(item.get(key).is_some(), "{item} has no {key}");
        }
        assert!(["must-fix", "confirm", "advice", "pass", "overridden"].contains(&item["outcome"].as_str().unwrap()));
    }
    let title = items.iter().find(|item| item["check"] == "title").unwrap();
    assert_eq!((title["outcome"].as_str(), title["fix"].as_str()), (Some("must-fix"), Some("fill")));
    assert!(desk.run(&["check", "b.toml"]).out.contains("Must fix"));
    assert!(desk.run(&["check", "b.toml", "--lang", "ru"]).out.contains("Нужно исправить"));
    let two = READY.replace("The picture still moves.", "Also, I want a refund for the second order.");
    desk.write("two.toml", two);
    let answer = desk.run(&["check", "two.toml", "--json"]).json();
    let spans = &answer["items"].as_array().unwrap().iter().find(|item| item["check"] == "one-issue").unwrap()["spans"];
    assert!(keys(&spans[0]).starts_with(&["field", "start", "end", "text"]), "{spans}");
}

#[test]
fn batches_answer_every_line_in_order() {
    let desk = Desk::new();
    let lines = concat!(
        "\u{feff}{\"id\": \"a\", \"title\": \"Crash\", \"description\": \"The game crashes on start.\", \"steps\": null, \"error\": null, \"lang\": \"en\"}\r\n",
        "{\"id\": 2, \"title\": \"Two\", \"description\": \"The game crashes on start. Also, I was charged twice for the battle pass.\", \"steps\": [\"x\"], \"error\": \"\", \"lang\": \"en\"}\n",
        "\n",
        "not json\n",
        "[1, 2]\n",
        "{\"id\": {\"deep\": null}, \"title\": 5}\n",
        "{\"id\": \"last\", \"title\": \"Сбой\", \"description\": \"Игра вылетает.\"}"
    );
    desk.write("in.jsonl", lines);
    let answers = desk.run(&["check", "--batch", "in.jsonl"]).done().lines();
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(serde_json::to_string(&ids).unwrap(), r#"["a",2,null,null,{"deep":null},"last"]"#);
    assert_eq!((&answers[0]["verdict"], &answers[0]["severity"]), (&"one".into(), &"pass".into()));
    assert_eq!(answers[1]["verdict"], "several");
    let part = &answers[1]["parts"][1];
    assert!(part["title"].is_string() && part["spans"][0][0] == "description" && part["spans"][0][1].is_u64());
    assert!(answers[2..5].iter().all(|answer| answer["error"].is_string()));

    let question = "{\"id\": 1, \"text\": \"mail ann@kontora-post.net from vesna-pc\", \"env\": {\"hosts\": [\"vesna-pc\"]}}\n{\"id\": 2}\n{\"id\": 3, \"text\": \"\"}\n";
    let answers = desk.run_with(&["redact", "--batch", "-", "--cold"], question.as_bytes()).done().lines();
    let text = answers[0]["text"].as_str().unwrap();
    assert!(!text.contains("vesna") && text.starts_with("mail "), "{text}");
    assert!(answers[1]["error"].is_string());
    assert_eq!(answers[2]["text"], "");

    let log = desk.write("a.log", "2031-02-03 04:05:06 ERROR no\n2031-02-03 04:05:07 INFO yes\n");
    let question =
        format!("{{\"id\": 1, \"path\": {:?}}}\n{{\"id\": 2, \"path\": \"none\"}}\nx\n", log.to_str().unwrap());
    let answers = desk.run_with(&["inspect", "--batch", "-"], question.as_bytes()).done().lines();
    assert_eq!(answers.len(), 3);
    assert!(answers.iter().zip([Value::from(1), 2.into(), Value::Null]).all(|(answer, id)| answer["id"] == id));
    desk.run(&["check", "--batch", "none"]).failed(3, "is not there");
    desk.run(&["check", "a.toml", "--batch", "in.jsonl"]).failed(2, "--batch");
}

#[test]
fn inspect_answers_for_every_file() {
    let desk = Desk::new();
    desk.write("empty", "");
    let evidence = |name: &str| example(&format!("evidence/{name}"));
    let (log, crash, picture) =
        (evidence("dota2-console.log"), evidence("shelf-crash.ips"), evidence("order-page.png"));
    let said = desk.run(&["inspect", "--json", &log, "none", &crash, ".", &picture, "empty"]);
    let answer = said.done().json();
    let kinds: Vec<&str> = answer.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["log", "unknown", "crash-report", "unknown", "picture", "unknown"]);
    for key in ["path", "format", "encoding", "lines", "timestamp_format", "first", "last", "levels"] {
        assert!(answer[0].get(key).is_some(), "{key}");
    }
    for key in [
        "app",
        "version",
        "os",
        "exception",
        "faulting_thread",
        "symbolication",
        "app_frames",
        "app_frames_symbolicated",
    ] {
        assert!(answer[2].get(key).is_some(), "{key}");
    }
    assert_eq!((&answer[1]["problem"], &answer[3]["problem"]), (&"missing".into(), &"folder".into()));
    let alone = desk.run(&["inspect", "none", "--json"]);
    assert_eq!((alone.code, alone.json().as_array().unwrap().len()), (3, 1));
    assert!(desk.run(&["inspect", &crash, "--lang", "ru"]).done().out.contains("отчёт о сбое"));
}

#[test]
fn logs_are_looked_for_and_projects_packed() {
    let desk = Desk::new();
    let known = desk.run(&["logs", "--json"]).done().json();
    assert!(known["apps"].as_array().unwrap().iter().any(|app| app["id"] == "telegram"));
    let found = desk.run(&["logs", "ea", "--json"]).done().json();
    assert!(found["files"].is_array() && found["game"].is_null());
    desk.run(&["logs", "no such app"]).failed(2, "“casefile logs”");

    desk.write("Пример/Cargo.toml", "[package]\n");
    desk.write("Пример/src/main.rs", "fn main() {}\n");
    desk.write("Пример/docs/a.md", "a");
    desk.write("Пример/.env", "TOKEN=1\n");
    desk.write("Пример/target/app", "built");
    let told = desk.run(&["project", "Пример", "--cold", "--json"]).done().json();
    assert_eq!((&told["kinds"][0], &told["left_out"][0]["path"]), (&"Cargo".into(), &"target".into()));
    let secret = told["files"].as_array().unwrap().iter().find(|file| file["path"] == ".env").unwrap();
    assert_eq!((&secret["goes"], &secret["concern"]["kind"]), (&false.into(), &"secret-name".into()));
    assert_eq!(desk.files(), ["Пример"]);
    let said = desk.run(&["project", "Пример", "--cold", "--leave", "docs", "-o", "out", "--lang", "ru"]);
    assert!(said.done().err.contains("Войдут 2 файла"), "{}", said.err);
    let zip = zip::ZipArchive::new(fs::File::open(desk.path("out/Пример.zip")).unwrap()).unwrap();
    assert_eq!(zip.len(), 3);
    desk.run(&["project", "none"]).failed(3, "none");
    desk.run(&["project", "out/Пример.zip"]).failed(3, "is not a folder");
}

#[test]
fn specs_and_destinations_have_their_forms() {
    let desk = Desk::new();
    let specs = desk.run(&["specs", "--json"]).done().json();
    for key in ["os", "cpu", "gpus", "memory_bytes", "displays", "disks", "overlays", "changes", "tools", "game"] {
        assert!(specs.get(key).is_some(), "{key}");
    }
    assert!(specs["gpus"].is_array() && specs["memory_bytes"].is_u64());
    assert!(desk.run(&["specs", "--for", "steam-support", "--lang", "ru"]).done().out.contains("Операционная система"));
    desk.run(&["specs", "--for", "nobody"]).failed(3, "“nobody”");
    desk.run(&["specs", "--json", "--text"]).failed(2, "--text");

    let all = desk.run(&["destinations", "--json"]).done().json();
    let all = all.as_array().unwrap();
    assert!(all.len() >= 4);
    for one in all {
        assert!(one["id"].is_string() && one["name"].is_string() && one["fields"].is_array(), "{one}");
        for field in one["fields"].as_array().unwrap() {
            assert!(field["id"].is_string() && field["label"].is_string() && field["required"].is_boolean(), "{field}");
            let types = ["text", "multiline", "choice", "multi-choice", "checkbox", "files"];
            assert!(types.contains(&field["type"].as_str().unwrap()), "{field}");
        }
        let id = one["id"].as_str().unwrap();
        assert_eq!(&desk.run(&["destinations", id, "--json"]).done().json(), one);
        assert!(desk.run(&["destinations", id]).done().out.contains(id));
        assert!(desk.run(&["destinations"]).out.contains(id));
    }
    desk.run(&["destinations", "steam"]).failed(3, "“steam-support”");
    desk.write("home/config/profiles/broken.toml", "id = ");
    desk.write("home/config/profiles/latin.toml", b"id = \"\xff\"");
    let with_broken = desk.run(&["destinations"]);
    with_broken.failed(1, "broken.toml, line 1");
    assert!(with_broken.err.contains("UTF-8") && with_broken.out.contains("steam-support"));
}

#[test]
fn a_destination_is_edited_in_a_copy_that_takes_its_place() {
    let desk = Desk::new();
    let path = desk.run(&["destinations", "edit", "apple-dts"]).done().out.trim().to_owned();
    assert!(path.ends_with("apple-dts.toml"), "{path}");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Apple code-level support", "Apple, as I know it")).unwrap();
    assert!(desk.run(&["destinations", "apple-dts"]).done().out.contains("Apple, as I know it"));
    assert_eq!(desk.run(&["destinations", "edit", "apple-dts"]).done().out.trim(), path);
    assert!(fs::read_to_string(&path).unwrap().contains("as I know it"), "it is not written over");
    fs::write(&path, text.replace("[language]", "[langauge]")).unwrap();
    let broken = desk.run(&["destinations", "apple-dts"]);
    broken.failed(1, "Did you mean “language”?");
    assert!(broken.err.contains("apple-dts.toml, line") && broken.out.contains("Apple code-level support"));
    desk.run(&["destinations", "edit", "apple"]).failed(3, "“apple-dts”");
    desk.run(&["destinations", "edit"]).failed(2, "<ID>");
}

#[test]
fn every_example_becomes_a_bundle_that_verifies() {
    let desk = Desk::new();
    let mut count = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        count += 1;
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.parse::<toml::Table>().unwrap().contains_key("overrides"), "{}", path.display());
        let said = desk.run(&["bundle", path.to_str().unwrap()]);
        let zip = format!("{}.zip", path.file_stem().unwrap().to_str().unwrap());
        assert!(said.done().out.contains(&zip) && said.err.is_empty(), "{}", said.err);
        let answer = desk.run(&["verify", &zip, "--json"]).done().json();
        assert_eq!((&answer["ok"], answer["findings"].as_array().unwrap().len()), (&true.into(), 0));
        assert!(desk.run(&["verify", &zip, "--cold", "--lang", "ru"]).done().out.contains("Пакет"));
    }
    assert!(count >= 3);
}

#[test]
fn a_bundle_comes_in_every_form() {
    let desk = Desk::new();
    desk.write("v1.2 log.toml", format!("{READY}hide = []\n[[evidence]]\npath = \"логи/app.log\"\n"));
    desk.write("логи/app.log", "project Vesna started by ann@kontora-post.net\n".repeat(300));
    let words = ["bundle", "v1.2 log.toml", "--cold", "--hide", "Vesna", "--email", "m.eml", "--html", "p.html"];
    let said = desk.run(&[&words[..], &["--text", "-"]].concat());
    assert!(said.done().out.contains("STEPS TO REPRODUCE") && !said.out.contains("v1.2 log.zip"), "{}", said.out);
    assert!(said.err.contains("v1.2 log.zip"), "{}", said.err);
    assert_eq!(desk.files(), ["m.eml", "p.html", "v1.2 log.toml", "v1.2 log.zip", "логи"]);
    let mut zip = zip::ZipArchive::new(fs::File::open(desk.path("v1.2 log.zip")).unwrap()).unwrap();
    let log = std::io::read_to_string(zip.by_path("logs/app.log").unwrap()).unwrap();
    assert!(!log.contains("Vesna") && !log.contains("ann@"), "{}", &log[..80]);
    assert!(log.contains("project <"), "{}", &log[..80]);
    let page = fs::read_to_string(desk.path("p.html")).unwrap();
    assert!(page.contains("<html") && !page.contains("Vesna"));
    assert!(fs::read_to_string(desk.path("m.eml")).unwrap().contains("X-Unsent: 1"));

    let before = fs::read(desk.path("m.eml")).unwrap();
    desk.run(&["bundle", "v1.2 log.toml", "--cold"]).failed(3, "exists already");
    desk.run(&["bundle", "v1.2 log.toml", "-o", "b.zip", "--email", "m.eml"]).failed(3, "m.eml exists already");
    assert_eq!(fs::read(desk.path("m.eml")).unwrap(), before);
    assert!(!desk.path("b.zip").exists());
    desk.run(&["bundle", "v1.2 log.toml", "--cold", "--force"]).done();

    let dry = desk.run(&["bundle", "v1.2 log.toml", "--dry-run", "-o", "dry.zip"]);
    assert!(dry.done().out.contains("logs/app.log") && dry.out.contains("manifest.json"));
    assert!(!desk.path("dry.zip").exists());
}

#[test]
fn a_large_bundle_is_split_below_the_size_asked_for() {
    let desk = Desk::new();
    let mut random = fastrand::Rng::with_seed(7);
    let mut text = String::from(READY);
    for name in ["a.bin", "b.bin", "c.bin"] {
        desk.write(name, (0..40_000).map(|_| random.u8(..)).collect::<Vec<_>>());
        text.push_str(&format!("[[evidence]]\npath = {name:?}\n"));
    }
    desk.write("big.toml", text);
    let said = desk.run(&["bundle", "big.toml", "--cold", "--max-size", "90kB"]);
    said.done();
    let parts: Vec<String> = desk.files().into_iter().filter(|name| name.contains(".zip")).collect();
    assert!(parts.len() > 1, "{parts:?}");
    for part in &parts {
        assert!(fs::metadata(desk.path(part)).unwrap().len() <= 90_000, "{part}");
        assert!(said.out.contains(part.as_str()));
        desk.run(&["verify", "--cold", part]).done();
    }
    let before = desk.files();
    desk.run(&["bundle", "big.toml", "--cold", "--max-size", "30kB", "-o", "x.zip"]).failed(3, "a.bin");
    desk.run(&["bundle", "big.toml", "--max-size", "many"]).failed(2, "10MB");
    assert_eq!(desk.files(), before);
}

#[test]
fn parts_of_logs_are_chosen_in_the_incident_file() {
    let desk = Desk::new();
    let mut text = String::new();
    for n in 0..600 {
        let level = if n % 100 == 50 { "ERROR" } else { "INFO" };
        text.push_str(&format!("2031-02-03 14:{:02}:{:02} {level} step {n}\n", n / 60, n % 60));
    }
    desk.write("a.log", &text);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text.as_bytes()).unwrap();
    desk.write("b.log.gz", packed.finish().unwrap());
    let evidence = r#"
[[evidence]]
path = "a.log"
level = "error"
[[evidence]]
path = "b.log.gz"
from = "14:05"
to = "14:05"
[[evidence]]
path = "a.log"
from_line = 11
to_line = 12
[[evidence]]
path = "b.log.gz"
head_lines = 3
"#;
    desk.write("incident.toml", format!("{READY}{evidence}"));
    let said = desk.run(&["bundle", "incident.toml", "-o", "out.zip"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut zip = zip::ZipArchive::new(fs::File::open(desk.path("out.zip")).unwrap()).unwrap();
    let names = zip.file_names().map(|name| name.unwrap().into_owned());
    let names: Vec<String> = names.filter(|name| name.starts_with("logs/")).collect();
    assert!(!names.iter().any(|name| name.contains(".gz")), "what was packed is sent unpacked: {names:?}");
    let mut sent: Vec<Vec<String>> = names
        .iter()
        .map(|name| {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut text).unwrap();
            text.lines().map(str::to_owned).collect()
        })
        .collect();
    sent.sort_by_key(Vec::len);
    let lengths: Vec<usize> = sent.iter().map(Vec::len).collect();
    assert_eq!(lengths, [4, 4, 13, 62], "with a line for each gap");
    let all = sent.concat().join("\n");
    for line in ["[597 lines after this left out]", "[10 lines before this left out]", "[99 lines here left out]"] {
        assert!(all.contains(line), "{line}: {all}");
    }
    assert!(sent[3][1].contains("14:05:00") && sent[3][60].contains("14:05:59"));
}

#[test]
fn a_blocked_bundle_says_why_and_an_override_lets_it_pass() {
    let desk = Desk::new();
    let open = READY.replace("expected = \"Sound\"", "").replace("title = \"Sound is gone after the update\"", "");
    desk.write("a.toml", &open);
    let said = desk.run(&["bundle", "a.toml", "--text", "-", "--html", "p.html"]);
    said.failed(1, "[overrides]");
    assert!(said.err.contains("[title]") && said.out.is_empty(), "{}", said.out);
    assert_eq!(desk.files(), ["a.toml"]);
    desk.run(&["bundle", "a.toml", "--lang", "ru"]).failed(1, "[overrides]");
    assert_eq!(desk.run(&["bundle", "a.toml", "--dry-run"]).code, 1);
    desk.write("b.toml", format!("{open}[overrides]\ntitle = \"the form has none\"\n"));
    desk.run(&["bundle", "b.toml"]).done();
}

#[test]
fn verify_finds_what_was_changed() {
    let desk = Desk::new();
    desk.write("a.toml", READY);
    desk.run(&["bundle", "a.toml", "--cold"]).done();
    let mut bytes = fs::read(desk.path("a.zip")).unwrap();
    let at = 30 + "incident.html".len() + 40;
    bytes[at] ^= 0xff;
    desk.write("b.zip", &bytes);
    let answer = desk.run(&["verify", "b.zip", "--json", "--cold"]);
    assert_eq!(answer.code, 1, "{}", answer.err);
    let finding = &answer.json()["findings"][0];
    assert_eq!((&finding["entry"], &finding["kind"]), (&"incident.html".into(), &"hash".into()));
    assert!(desk.run(&["verify", "b.zip", "--cold"]).out.contains("incident.html"));
    desk.write("c.zip", &bytes[..bytes.len() / 2]);
    desk.run(&["verify", "c.zip"]).failed(3, "c.zip is not a zip archive");
    desk.run(&["verify", "none.zip"]).failed(3, "none.zip is not there");
    desk.run(&["verify", "."]).failed(3, "is a folder");
    desk.run(&["verify", &example("evidence/shelf-sample.zip")]).failed(3, "not a bundle");
}

#[test]
fn text_is_redacted_from_files_and_pipes() {
    let desk = Desk::new();
    let text = "Call ann@kontora-post.net about Vesna.\r\nVesna again";
    let piped = desk.run_with(&["redact", "--cold", "--hide", "Vesna"], text.as_bytes());
    assert!(!piped.done().out.contains("Vesna") && !piped.out.contains("ann@") && piped.out.contains("\r\n"));
    desk.write("a.txt", text);
    let words = ["redact", "a.txt", "--cold", "--hide", "Vesna", "-o", "b.txt", "--report", "r.json"];
    assert!(desk.run(&words).done().out.is_empty());
    assert_eq!(fs::read_to_string(desk.path("b.txt")).unwrap(), piped.out);
    let report: Value = serde_json::from_slice(&fs::read(desk.path("r.json")).unwrap()).unwrap();
    assert!(report["hidden"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum::<u64>() >= 2);
    desk.run(&["redact", "a.txt", "--cold", "-o", "a.txt"]).done();
    assert!(!fs::read_to_string(desk.path("a.txt")).unwrap().contains("ann@"));
    desk.run(&["redact", "none"]).failed(3, "none is not there");
    desk.run(&["redact", "."]).failed(3, "is a folder");
    desk.run(&["redact", "b.txt", "-o", "none/b.txt"]).failed(3, "does not exist");
    desk.run(&["redact", "b.txt", "-o", "x.txt", "--report", "./x.txt"]).failed(3, "written over");
    assert_eq!(desk.files(), ["a.txt", "b.txt", "r.json"]);
    let wild = desk.run_with(&["redact", "--cold"], b"a\xffb\0c \xd0");
    assert!(wild.done().out.starts_with('a'));
}

#[test]
fn help_completions_and_manual_are_there() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    for command in [
        "new",
        "check",
        "bundle",
        "specs",
        "redact",
        "inspect",
        "logs",
        "project",
        "destinations",
        "verify",
        "completions",
        "man",
    ] {
        assert!(help.done().out.contains(&format!("\n  {command} ")), "{command}");
        assert!(desk.run(&[command, "--help"]).done().out.contains("Example:") || command == "help");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(desk.run(&["completions", shell]).done().out.contains("destinations"), "{shell}");
    }
    assert!(desk.run(&["man"]).done().out.contains(".TH casefile 1"));
    assert!(desk.run(&["--version"]).done().out.starts_with("casefile "));
}

#[test]
fn a_wrong_command_line_is_told() {
    let desk = Desk::new();
    desk.write("a.toml", READY);
    for words in
        [&["check"][..], &["bundle"], &["verify"], &["--lang", "de"], &["completions", "tcsh"], &["check", "--x"]]
    {
        let said = desk.run(words);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{words:?}");
        assert!(!said.err.is_empty());
    }
    desk.run(&["chek"]).failed(2, "casefile check");
    desk.run(&["chek", "a.toml"]).failed(2, "casefile check");
    desk.run(&["a.toml", "check", "a.toml"]).failed(2, "Put the command first");
    desk.run(&["--lang", "ru", "check", "none.toml"]).failed(3, "нет");
}

#[test]
fn without_a_display_the_way_on_the_command_line_is_named() {
    if cfg!(any(windows, target_os = "macos")) {
        return;
    }
    let desk = Desk::new();
    desk.write("a.toml", READY);
    for words in [&[][..], &["a.toml"]] {
        let said = desk.run(words);
        said.failed(3, "casefile bundle incident.toml");
        assert_eq!(said.err.lines().count(), 2, "{}", said.err);
    }
    desk.run(&["--lang", "ru"]).failed(3, "окно не открывается");
    desk.run(&["none.toml"]).failed(3, "none.toml is not there");
}

#[test]
fn a_wrong_incident_file_is_told_with_its_place() {
    let desk = Desk::new();
    let check = |content: &[u8]| {
        desk.write("a.toml", content);
        desk.run(&["check", "a.toml"])
    };
    check(b"").failed(3, "names no destination");
    check(b"destination = \"steam-suport\"").failed(3, "“steam-support”");
    check(b"format = 2").failed(3, "format 2");
    check(b"title = \"x\"\ntitle = \"y\"").failed(3, "line 2");
    check(b"title = \"\nsteps").failed(3, "a.toml, line ");
    check("title = \"Звук\"\nsteps = \"один\"".as_bytes()).failed(3, "line 2, column 9");
    check(b"[[evidence]]\npath = \"a\"\ncaptoin = \"b\"").failed(3, "“caption”");
    check(b"frequency = \"everytime\"").failed(3, "“every-time”");
    check(b"title = \"\xff\"").failed(3, "UTF-8");
    check(b"\xff\xfet\0i\0").failed(3, "UTF-8");
    check(b"\0\0\0").failed(3, "line 1");
    check("[".repeat(20_000).as_bytes()).failed(3, "line 1");
    check(format!("steps = {}", "[".repeat(20_000)).as_bytes()).failed(3, "line 1");
    desk.run(&["check", "none.toml"]).failed(3, "none.toml is not there");
    desk.run(&["check", "."]).failed(3, "is a folder");
    desk.run(&["bundle", "a.toml"]).failed(3, "line 1");
    assert_eq!(desk.files(), ["a.toml"]);
    check(format!("\u{feff}{}", READY.replace('\n', "\r\n")).as_bytes()).done();
    let unknown = check(format!("{READY}[extra]\nkey = 1\n").as_bytes());
    assert!(unknown.done().err.contains("“extra”"), "{}", unknown.err);
}

#[test]
fn evidence_that_cannot_be_sent_blocks() {
    let desk = Desk::new();
    desk.write("empty.log", "");
    desk.write("folder/x", "x");
    let mut broken = vec![("gone.log", "no longer there"), ("folder", "is a folder"), ("empty.log", "is empty")];
    if cfg!(target_os = "linux") {
        broken.push(("/dev/zero", "is not a file"));
    }
    for (path, words) in broken {
        desk.write("a.toml", format!("{READY}[[evidence]]\npath = {path:?}\n"));
        desk.run(&["bundle", "a.toml"]).failed(1, words);
        assert!(!desk.path("a.zip").exists(), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn evidence_without_rights_blocks() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let log = desk.write("secret.log", "line\n");
    fs::set_permissions(&log, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&log).is_ok() {
        return; // Rights do not bind this user.
    }
    desk.write("a.toml", format!("{READY}[[evidence]]\npath = \"secret.log\"\n"));
    desk.run(&["bundle", "a.toml"]).failed(1, "You may not read “secret.log”");
    desk.run(&["redact", "secret.log"]).failed(3, "can’t be read");
    fs::create_dir(desk.path("closed")).unwrap();
    fs::set_permissions(desk.path("closed"), fs::Permissions::from_mode(0o500)).unwrap();
    desk.write("b.toml", READY);
    desk.run(&["bundle", "b.toml", "-o", "closed/b.zip"]).failed(3, "closed/b.zip");
    desk.run(&["redact", "b.toml", "-o", "closed/b.txt"]).failed(3, "does not allow it");
}

#[cfg(unix)]
#[test]
fn odd_names_become_safe_ones() {
    let desk = Desk::new();
    let names = [
        "new\nline.log",
        "right\u{202e}gol.txt",
        "CON.log",
        "aux",
        " space .",
        "a:b*?\"<>|.log",
        "\u{1b}[2J.log",
        "..log",
        "-rf",
        "🧨💥.log",
        "e\u{301}\u{301}\u{301}.log",
    ];
    let mut text = String::from(READY);
    for name in names {
        desk.write(name, format!("from {name:?}\n"));
        text.push_str(&format!("[[evidence]]\npath = {}\n", toml::Value::from(name)));
    }
    let long = format!("{}.log", "д".repeat(120));
    desk.write(&long, "long\n");
    desk.write("sub/CON.log", "another\n");
    text.push_str(&format!("[[evidence]]\npath = {long:?}\n[[evidence]]\npath = \"sub/../sub/CON.log\"\n"));
    desk.write("a.toml", text);
    let said = desk.run(&["bundle", "a.toml", "--cold", "--email", "a.eml", "--text", "-"]);
    said.done();
    let mut zip = zip::ZipArchive::new(fs::File::open(desk.path("a.zip")).unwrap()).unwrap();
    let entries: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(entries.len(), names.len() + 2 + 6, "{entries:?}");
    for entry in &entries {
        assert!(entry.is_ascii() && entry.len() <= 100 && !entry.contains(".."), "{entry}");
        assert!(!entry.chars().any(|c| c.is_ascii_control() || "<>:\"|?*\\".contains(c)), "{entry}");
        for part in entry.split('/') {
            let stem = part.split('.').next().unwrap().to_ascii_uppercase();
            assert!(!["CON", "AUX", "NUL", "PRN"].contains(&stem.as_str()) && !part.ends_with(['.', ' ']), "{entry}");
        }
    }
    let manifest: Value = serde_json::from_reader(zip.by_path("manifest.json").unwrap()).unwrap();
    let listed = manifest["entries"].as_array().unwrap();
    assert!(listed.iter().any(|entry| entry["original_name"] == "new\nline.log"));
    desk.run(&["verify", "--cold", "a.zip"]).done();
    // What is told of such names cannot steer the terminal.
    desk.write("b.toml", format!("{READY}[[evidence]]\npath = \"\\u001b[2J\\u202e.gone\"\n"));
    let told = desk.run(&["bundle", "b.toml"]);
    told.failed(1, "no longer there");
    assert!(!told.err.contains(['\u{1b}', '\u{202e}']), "{:?}", told.err);
}

#[test]
fn much_of_everything_is_no_trouble() {
    let desk = Desk::new();
    let mut text = String::from(READY);
    for number in 0..1000 {
        desk.write(format!("many/{number}.log"), format!("line {number}\n"));
        text.push_str(&format!("[[evidence]]\npath = \"many/{number}.log\"\n"));
    }
    desk.write("many.toml", text);
    let many = desk.run(&["bundle", "many.toml", "--cold"]);
    assert!(many.done().out.contains("1006 files") || many.out.contains("1,006 files"), "{}", many.out);
    let long = "The sound is gone since the update. ".repeat(2800);
    assert!(long.chars().count() > 100_000);
    desk.write("long.toml", READY.replace("The picture still moves.", &long));
    desk.run(&["check", "long.toml", "--json"]).json();
    let word = "ы".repeat(100_000);
    desk.write("word.toml", READY.replace("The picture still moves.", &word));
    desk.run(&["bundle", "word.toml", "--cold", "--email", "w.eml", "--html", "w.html"]).done();
    desk.run(&["verify", "--cold", "word.zip"]).done();
}

#[test]
fn results_never_replace_what_is_read_or_each_other() {
    let desk = Desk::new();
    desk.write("a.toml", format!("{READY}[[evidence]]\npath = \"a.log\"\n"));
    desk.write("a.log", "line\n");
    let before = fs::read(desk.path("a.toml")).unwrap();
    for words in [
        &["-o", "a.toml"][..],
        &["-o", "./a.log"],
        &["--email", "a.zip"],
        &["--html", "x", "--text", "./x"],
        &["--text", "a.toml"],
        &["-o", "a.toml", "--dry-run"],
    ] {
        let said = desk.run(&[&["bundle", "a.toml", "--force"], words].concat());
        assert!(said.code == 3 || words.contains(&"--dry-run"), "{words:?}");
        assert_eq!(desk.files(), ["a.log", "a.toml"], "{words:?}");
        assert_eq!(fs::read(desk.path("a.toml")).unwrap(), before, "{words:?}");
        assert_eq!(fs::read(desk.path("a.log")).unwrap(), b"line\n", "{words:?}");
    }
    for words in [&["-o", "none/a.zip"][..], &["--html", "none/a.html"], &["--email", "none/a.eml"], &["-o", "home"]] {
        desk.write("home/x", "x");
        let said = desk.run(&[&["bundle", "a.toml", "--force"], words].concat());
        assert_eq!(said.code, 3, "{words:?}");
        assert_eq!(desk.files(), ["a.log", "a.toml"], "{words:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_devices_stay_what_they_are() {
    use std::os::unix::fs::FileTypeExt;
    let desk = Desk::new();
    desk.write("a.toml", READY);
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for words in [&["specs"][..], &["check", "a.toml", "--json"], &["redact", "a.toml"], &["destinations"]] {
        let done = desk.command(words).stdout(full()).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(done.status.code(), Some(3), "{words:?}");
        assert!(String::from_utf8(done.stderr).unwrap().contains("the disk is full"), "{words:?}");
    }
    desk.run(&["redact", "a.toml", "-o", "/dev/full"]).failed(3, "the disk is full");
    desk.run(&["new", "--for", "apple-dts", "--force", "-o", "/dev/full"]).failed(3, "the disk is full");
    desk.run(&["bundle", "a.toml", "--force", "-o", "/dev/full"]).failed(3, "/dev/full");
    desk.run(&["bundle", "a.toml", "--force", "--text", "/dev/null"]).done();
    for device in ["/dev/full", "/dev/null"] {
        assert!(fs::metadata(device).unwrap().file_type().is_char_device(), "{device}");
    }
    // What has no end is not put aside.
    desk.run(&["redact", "/dev/zero", "-o", "b.txt"]).failed(3, "/dev/zero is a device");
    assert_eq!(desk.files(), ["a.toml", "a.zip"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_can_be_redacted_and_a_reader_may_leave() {
    let desk = Desk::new();
    desk.write("a.txt", "Call ann@kontora-post.net.\n".repeat(100_000));
    let program = env!("CARGO_BIN_EXE_casefile");
    let script = format!(
        "mkfifo p; cat a.txt > p & '{program}' redact p --cold -o b.txt && '{program}' redact a.txt --cold | head -1"
    );
    let mut shell = Command::new("sh");
    let done = shell.args(["-c", &script]).current_dir(desk.0.path()).env("CASEFILE_HOME", desk.path("home")).output();
    let done = done.unwrap();
    assert!(done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = fs::read_to_string(desk.path("b.txt")).unwrap();
    assert!(!text.contains("ann@") && text.lines().count() == 100_000);
    assert_eq!(text.lines().next().unwrap().as_bytes(), done.stdout.trim_ascii_end());
}

#[test]
fn a_file_that_grows_while_it_is_read_comes_to_an_end() {
    let desk = Desk::new();
    desk.write("a.toml", format!("{READY}[[evidence]]\npath = \"a.log\"\n"));
    let log = desk.write("a.log", "2031-02-03 04:05:06 INFO line\n".repeat(50_000));
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = fs::OpenOptions::new().append(true).open(&log).unwrap();
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                file.write_all("2031-02-03 04:05:06 INFO more\n".repeat(100).as_bytes()).unwrap();
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
        });
        let said = desk.run(&["bundle", "a.toml", "--cold"]);
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        said.done();
    });
    desk.run(&["verify", "--cold", "a.zip"]).done();
}

/// A file may go between the look at it and its packing.
#[test]
fn evidence_that_vanishes_leaves_no_bundle() {
    use casefile::job::Monitor;
    use casefile::model::{Facts, KnownTerms, Lang, PrivateMap};
    use casefile::pipeline::{self, Source};
    use casefile::store::{self, Profiles};

    let desk = Desk::new();
    let log = desk.write("a.log", "2031-02-03 04:05:06 INFO line\n".repeat(1000));
    let file = desk.write("a.toml", format!("{READY}[[evidence]]\npath = \"a.log\"\n"));
    let draft = store::read(&file).unwrap().0;
    let profile = Profiles::load(&desk.path("home")).0.get(&draft.destination).unwrap().clone();
    let now = "2026-11-18T19:42:00Z".parse().unwrap();
    let source = Source { draft, base: desk.path(""), profile, now, map: PrivateMap::default() };
    let quiet = Monitor::quiet();
    let export = || {
        let reviewed = pipeline::review(&source, Facts::default(), Lang::En, &quiet).unwrap();
        assert!(reviewed.report.is_ready());
        fs::remove_file(&log).unwrap();
        let policy = pipeline::policy(&source.draft, &source.profile, KnownTerms::default());
        pipeline::export(reviewed, &policy, &desk.path("a.zip"), &casefile::bundle::Options::default(), &quiet)
    };
    let error = export().err().expect("the file is gone");
    let told = casefile::text::problem(Lang::En, &error);
    assert!(told.sentence.contains("a.log") && !told.hint.is_empty(), "{told:?}");
    assert_eq!(desk.files(), ["a.toml"]);
}

const FORM: &str = "name: Bug report\ndescription: Report a bug\ntitle: \"[BUG] \"\nbody:\n\
    - type: dropdown\n  id: system\n  attributes: {label: System, options: [Linux, 3.10]}\n  validations: {required: true}\n\
    - type: textarea\n  id: what\n  attributes: {label: Describe the bug}\n  validations: {required: true}\n\
    - type: checkboxes\n  id: terms\n  attributes:\n    label: Terms\n    options: [{label: I searched, required: true}]\n";

#[test]
fn an_issue_form_becomes_a_destination_and_its_text() {
    let desk = Desk::new();
    let form = desk.write("bug_report.yml", FORM);
    let said = desk.run(&["destinations", "import", form.to_str().unwrap(), "--repo", "https://github.com/me/tool"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let kept = desk.path("home/config/profiles/tool-bug-report.toml");
    assert!(kept.is_file() && said.out.contains("tool-bug-report.toml"), "{}", said.out);
    assert!(desk.run(&["destinations"]).out.contains("tool-bug-report"));
    let new = desk.run(&["new", "--for", "tool-bug-report"]).out;
    assert!(new.contains("system = \"\"") && new.contains("terms = false") && !new.contains("\nwhat ="), "{new}");
    let filled = READY.replace("any-support-email", "tool-bug-report") + "[fields]\nsystem = \"3.10\"\nterms = true\n";
    desk.write("a.toml", filled);
    let said = desk.run(&["bundle", "a.toml", "--text", "-", "--cold"]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let expected = "### System\n\n3.10\n\n### Describe the bug\n\nThe sound is gone since the update of 18 November. The picture \
                    still moves.\n\n### Terms\n\n- [x] I searched\n";
    assert_eq!(said.out, expected);
    let address = "https://github.com/me/tool/issues/new?template=bug_report.yml&title=%5BBUG%5D%20Sound%20is%20gone";
    assert!(said.err.contains(address) && said.err.contains("&system=3.10&what=The%20sound"), "{}", said.err);
    assert!(!said.err.contains("labels=") && said.err.contains("“Terms”"), "{}", said.err);
}

#[test]
fn import_answers_for_every_form_and_needs_no_home() {
    let desk = Desk::new();
    desk.write("good.yml", FORM);
    desk.write("bad.yml", FORM.replace("type: dropdown", "type: select"));
    desk.write("old.md", "---\nname: Old\nabout: A template\n---\n**Describe the bug**\n");
    let said = desk.run(&["destinations", "import", "--json", "good.yml"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let profile: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(profile["id"], "good");
    assert_eq!(profile["fields"][0]["options"][1], "3.10");
    assert_eq!(profile["fields"][2]["options"][0]["required"], true);
    assert!(!desk.path("home").exists(), "nothing is saved");
    let said = desk.run(&["destinations", "import", "--json", "bad.yml"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("bad.yml, line 5, body[0] “System”: “select”"), "{}", said.err);
    let said = desk.run(&["destinations", "import", "--json", "bad.yml", "none.yml", "good.yml", "old.md"]);
    assert_eq!(said.code, 3);
    let all: Vec<Value> = serde_json::from_str(&said.out).unwrap();
    assert_eq!((all[0]["line"].as_u64(), &all[0]["element"]), (Some(5), &Value::from("body[0] “System”")));
    assert_eq!((&all[2]["id"], &all[3]["name"]), (&Value::from("good"), &Value::from("Old")));
    assert!(desk.run(&["destinations", "import", "good.yml", "--repo", "nonsense"]).code == 2);
}
