//! The detector on reports of our own (`tests/one_issue.toml`), and the rules of its answers.

use super::*;

fn judged(title: &str, description: &str) -> Verdict {
    judge(&IssueText { title, description, ..IssueText::default() })
}

#[test]
#[ignore]
fn scratch() {
    let file = std::env::var("ONE_ISSUE").unwrap();
    let text = std::fs::read_to_string(file).unwrap();
    let (mut tp, mut fp, mut fnn, mut tn) = (0, 0, 0, 0);
    let mut mf = (0, 0);
    for line in text.lines() {
        let v: serde_json::Value = serde_json::from_str(line).unwrap();
        let steps: Vec<String> = v["steps"]
            .as_array()
            .map(|a| a.iter().map(|s| s.as_str().unwrap().to_owned()).collect())
            .unwrap_or_default();
        let verdict = judge(&IssueText {
            title: v["title"].as_str().unwrap_or(""),
            description: v["description"].as_str().unwrap_or(""),
            steps: &steps,
            error_text: v["error"].as_str().unwrap_or(""),
        });
        let several = v["label"] == "several";
        let said = verdict.severity != Severity::Pass;
        match (several, said) {
            (true, true) => tp += 1,
            (false, true) => fp += 1,
            (true, false) => fnn += 1,
            (false, false) => tn += 1,
        }
        if verdict.severity == Severity::MustFix {
            if several { mf.0 += 1 } else { mf.1 += 1 }
        }
        println!(
            "{} {} {} {:?} {:?}",
            if several == said { "ok  " } else { "MISS" },
            v["id"],
            v["label"],
            verdict.severity,
            verdict.reasons.iter().map(|r| format!("{:?} {} {:?}", r.clue, r.weight, r.span.text)).collect::<Vec<_>>()
        );
        if said {
            for p in &verdict.parts {
                println!(
                    "       - {:?} [{}] {:?}",
                    p.title,
                    p.marker,
                    p.spans.iter().map(|s| (s.field.as_str(), s.text.as_str())).collect::<Vec<_>>()
                );
            }
        }
    }
    println!("tp {tp} fp {fp} fn {fnn} tn {tn} must-fix right {} wrong {}", mf.0, mf.1);
}
