//! Time of the one-issue check and of the whole checklist, for a report of about 2,500 characters in each language.
//!
//! `cargo bench --bench check`

use std::hint::black_box;
use std::path::Path;

use casefile::check::one_issue::{IssueText, judge};
use casefile::model::{Draft, Facts, Lang};
use casefile::store::Profiles;
use casefile::{check, compose};
use criterion::{Criterion, criterion_group, criterion_main};

const ENGLISH: &str = "Since the update on Tuesday the export of a long recording stops at about seventy percent and the \
    program closes without a message. Shorter recordings are exported in a minute, and the sound of them is right. I \
    restarted the computer, emptied the cache and installed the program again, which made no difference.\n\n";
const RUSSIAN: &str = "После обновления во вторник экспорт длинной записи останавливается примерно на семидесяти \
    процентах, и программа закрывается без сообщения. Короткие записи сохраняются за минуту, звук в них в порядке. Я \
    перезагрузил компьютер, очистил кэш и поставил программу заново, это ничего не изменило.\n\n";

fn draft(text: &str, lang: Lang) -> Draft {
    let mut description = text.repeat(20);
    description = description.chars().take(2_500).collect();
    Draft {
        destination: "any-support-email".into(),
        language: lang,
        title: "Export of long recordings stops".into(),
        description,
        steps: ["Open a recording of two hours", "Choose Export", "Wait"].map(str::to_owned).to_vec(),
        ..Draft::default()
    }
}

fn benches(criterion: &mut Criterion) {
    let (profiles, _) = Profiles::load(Path::new("no-such-folder"));
    for (name, text, lang) in [("english", ENGLISH, Lang::En), ("russian", RUSSIAN, Lang::Ru)] {
        let draft = draft(text, lang);
        criterion.bench_function(&format!("one issue, 2,500 characters, {name}"), |bencher| {
            bencher.iter(|| {
                judge(black_box(&IssueText {
                    title: &draft.title,
                    description: &draft.description,
                    steps: &draft.steps,
                    error_text: &draft.error_text,
                }))
            });
        });
        let Ok(profile) = profiles.get(&draft.destination) else { continue };
        let incident = compose::incident(&draft, profile, Facts::default(), Vec::new(), String::new());
        criterion.bench_function(&format!("whole checklist, 2,500 characters, {name}"), |bencher| {
            bencher.iter(|| check::check(black_box(&incident), profile, lang));
        });
    }
}

criterion_group!(all, benches);
criterion_main!(all);
