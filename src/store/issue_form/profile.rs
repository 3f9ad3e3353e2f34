//! A form or a template as the profile of a destination.

use std::collections::HashSet;
use std::path::Path;

use super::element::Asked;
use super::names::{ids, slug};
use super::words::known;
use crate::model::{
    FactKey, FieldSpec, FieldType, Lang, Link, Localized, Part, Prefill, PrefillStyle, Profile, ProfileKind, TextForm,
    TextRules, Verification,
};
use crate::text::{t, tf};

/// GitHub answers longer addresses with an error page; 8,192 was seen to be the limit.
const ADDRESS_CHARS: usize = 8_000;

/// The order of the composed text: what happens first, the form's own questions and the files last.
const ORDER: [Part; 12] = [
    Part::Description,
    Part::ErrorText,
    Part::Steps,
    Part::Expected,
    Part::Actual,
    Part::Started,
    Part::Frequency,
    Part::Conditions,
    Part::Tried,
    Part::Fields,
    Part::Specs,
    Part::Evidence,
];

/// What a profile is made of.
pub(super) struct Source<'a> {
    /// The file it was read from.
    pub(super) path: &'a Path,
    /// `OWNER/NAME` on GitHub.
    pub(super) repository: Option<&'a str>,
    /// `YYYY-MM-DD`.
    pub(super) today: &'a str,
    pub(super) name: String,
    pub(super) summary: String,
    /// What a title begins with.
    pub(super) title: Option<String>,
    pub(super) notes: Vec<String>,
    pub(super) asked: Vec<Asked>,
}

/// The profile.
pub(super) fn profile(source: Source) -> Profile {
    let file = source.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let fields = fields(&source.asked);
    let is_described = fields.iter().any(|field| field.from == Some(Part::Description));
    let is_asked_for = |part| fields.iter().any(|field| field.from == Some(part));
    let mut checks_off = vec!["started".to_owned()];
    if !is_described {
        checks_off.extend(["description", "description-words"].map(str::to_owned));
    }
    for (part, check) in [(Part::Steps, "steps"), (Part::Expected, "expected"), (Part::Actual, "actual")] {
        if !is_asked_for(part) {
            checks_off.push(check.to_owned());
        }
    }
    let name = match source.repository {
        Some(repository) => format!("{} · {repository}", source.name),
        None => source.name,
    };
    let page = source.repository.map(|repository| format!("https://github.com/{repository}"));
    let prefill = page.as_ref().map(|page| Prefill {
        url: format!("{page}/issues/new"),
        style: PrefillStyle::Github,
        template: Some(file.clone()),
        title_start: source.title.as_deref().and_then(title_start),
        max_chars: ADDRESS_CHARS,
    });
    let links =
        page.iter().map(|page| Link { label: both("issue-form-link"), url: format!("{page}/issues") }).collect();
    Profile {
        format: 1,
        id: id(source.path, source.repository),
        name: Localized::same(&name),
        summary: Localized::same(&source.summary),
        icon: "github-logo".to_owned(),
        kind: ProfileKind::Tracker,
        group: None,
        status: Verification::Verified,
        checked_on: source.today.to_owned(),
        sources: page.into_iter().chain([file]).collect(),
        unverified: None,
        search: source.repository.map(str::to_owned).into_iter().collect(),
        links,
        guides: Vec::new(),
        email: None,
        prefill,
        notes: source.notes.iter().map(|note| Localized::same(note.trim())).collect(),
        facts: facts(&source.asked),
        fields,
        order: ORDER.to_vec(),
        headings: std::collections::BTreeMap::default(),
        include: vec![both("issue-form-sizes")],
        exclude: Vec::new(),
        language: crate::model::LanguageRules::default(),
        attachments: known().attachments.clone(),
        text: TextRules { form: TextForm::IssueForm, ..TextRules::default() },
        public: true,
        forbid: Vec::new(),
        privacy: Some(both("issue-form-public")),
        hide: None,
        self_help: Vec::new(),
        not_for: Vec::new(),
        response: None,
        follow_up: None,
        quota: None,
        one_issue: Some(both("issue-form-one-issue")),
        checks: Vec::new(),
        checks_off,
    }
}

/// A sentence of Casefile in both languages.
fn both(id: &str) -> Localized {
    Localized { en: t(Lang::En, id), ru: t(Lang::Ru, id) }
}

/// The summary where the file has none: its name.
pub(super) fn summary_of(file: &str) -> Localized {
    let say = |lang| tf(lang, "issue-form-summary", &[("file", file.into())]);
    Localized { en: say(Lang::En), ru: say(Lang::Ru) }
}

/// What stands before the words of the user: `[BUG] ` of `[BUG] <title>`.
fn title_start(title: &str) -> Option<String> {
    let start = title.split(['<', '{']).next().unwrap_or_default();
    Some(start.to_owned()).filter(|start| !start.trim().is_empty())
}

/// `ripgrep-bug-report`: the project where it is known, and the name of the file.
fn id(path: &Path, repository: Option<&str>) -> String {
    let stem = path.file_stem().map(|stem| slug(&stem.to_string_lossy().replace('_', "-"))).unwrap_or_default();
    let project = match repository {
        Some(repository) => repository.rsplit('/').next().map(str::to_owned),
        // …/ripgrep/.github/ISSUE_TEMPLATE/bug_report.yml
        None => path
            .ancestors()
            .find(|folder| folder.ends_with(".github"))
            .and_then(|folder| folder.parent()?.file_name())
            .map(|name| name.to_string_lossy().into_owned()),
    };
    let project = project.map(|name| slug(&name.replace(['_', '.'], "-"))).unwrap_or_default();
    let parts: Vec<String> = [project, stem].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "issue-form".to_owned() } else { parts.join("-") }
}

fn fields(asked: &[Asked]) -> Vec<FieldSpec> {
    let ids = ids(asked);
    let parts = parts(asked);
    let fields = asked.iter().zip(ids).zip(parts);
    fields
        .map(|((asked, id), from)| FieldSpec {
            id,
            label: Localized::same(&asked.label),
            kind: asked.kind,
            required: asked.required,
            hint: asked.hint.as_deref().map(Localized::same),
            options: asked.options.clone(),
            max_chars: None,
            default: asked.default.clone(),
            render: asked.render.clone(),
            from,
            fact: None,
            steers: false,
            identity: false,
            unverified: false,
            unnamed: asked.id.is_none(),
        })
        .collect()
}

/// Which part of the incident fills which field: only what the words of a field say for certain, each part once.
fn parts(asked: &[Asked]) -> Vec<Option<Part>> {
    let mut parts: Vec<Option<Part>> =
        asked.iter().map(|field| (field.kind == FieldType::Files).then_some(Part::Evidence)).collect();
    let words =
        |field: &Asked| [field.id.clone().unwrap_or_default(), field.label.clone()].map(|words| words.to_lowercase());
    let fits = |field: &Asked| -> Vec<Part> {
        let words = words(field);
        let fitting = known().parts.iter().filter(|part| words.iter().any(|words| part.fits(words)));
        fitting.map(|part| part.part).collect()
    };
    let mut given = HashSet::new();
    for (field, part) in asked.iter().zip(&mut parts) {
        // A form that writes several lines into the field first wants those filled in, not other words in their place.
        let is_free = field.default.as_deref().is_none_or(|default| default.trim().lines().count() <= 1);
        if field.kind != FieldType::Multiline || field.render.is_some() || !is_free {
            continue;
        }
        let fitting = fits(field);
        // "Expected and actual behavior" takes both, so that no one of them fills it.
        let both = fitting.contains(&Part::Expected) && fitting.contains(&Part::Actual);
        if let Some(first) = fitting.first().filter(|first| !both && given.insert(**first)) {
            *part = Some(*first);
        }
    }
    parts
}

fn facts(asked: &[Asked]) -> Vec<FactKey> {
    let facts = &known().facts;
    if asked.iter().any(|field| facts.fits(&field.label.to_lowercase())) { facts.asked.clone() } else { Vec::new() }
}
