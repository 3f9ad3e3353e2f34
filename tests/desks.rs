//! What a desk's form is given: fields from the contact and the computer, nothing twice, addresses, and limits counted as
//! each desk counts them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failure fails the test")]

use std::path::Path;

use casefile::job::Monitor;
use casefile::model::{
    Contact, Draft, Evidence, Facts, FieldSpec, FieldValue, Gpu, Incident, Item, KnownTerms, Lang, Os, Outcome, Part,
    Profile, Report,
};
use casefile::redact::{self, Redacted};
use casefile::store::Profiles;
use casefile::{check, compose, deliver, pipeline};

fn desk(id: &str) -> Profile {
    Profiles::load(Path::new("no-such-folder")).0.get(id).unwrap().clone()
}

fn facts() -> Facts {
    let gpu =
        Gpu { name: "GeForce X".into(), driver: Some("NVIDIA 572.83".into()), vram_bytes: None, ..Gpu::default() };
    let os = Os { name: "Testix 11".into(), build: "6.8.0-49".into(), ..Os::default() };
    Facts { os: Some(os), gpus: vec![gpu], ..Facts::default() }
}

fn incident(draft: &Draft, desk: &Profile) -> Incident {
    compose::incident(draft, desk, facts(), Vec::new(), "2026-11-22T10:00:00Z".into())
}

fn redacted(draft: &Draft, desk: &Profile, known: KnownTerms) -> Redacted {
    redact::redact(incident(draft, desk), &pipeline::policy(draft, desk, known), &Monitor::quiet()).unwrap()
}

fn report(draft: &Draft, desk: &Profile) -> Report {
    check::check(&incident(draft, desk), desk, Lang::En)
}

fn item<'a>(report: &'a Report, id: &str) -> &'a Item {
    report.items.iter().find(|item| item.check == id).unwrap_or_else(|| panic!("{id} did not run"))
}

fn field(incident: &Incident, desk: &Profile, id: &str) -> Option<String> {
    compose::field_texts(incident, desk).into_iter().find(|field| field.id == id).map(|field| field.text)
}

fn draft() -> Draft {
    Draft {
        title: "No code arrives".into(),
        description: "The code that the app announces does not arrive, not even after an hour.".into(),
        steps: vec!["Open the app".into(), "Wait for the code".into()],
        expected: "The code arrives.".into(),
        actual: "Nothing arrives.".into(),
        ..Draft::default()
    }
}

fn answers<const N: usize>(answers: [(&str, &str); N]) -> Draft {
    let fields = answers.map(|(id, text)| (id.to_owned(), FieldValue::Text(text.to_owned())));
    Draft { fields: fields.into(), ..draft() }
}

#[test]
fn the_contact_fills_the_fields_that_ask_for_it() {
    let form = desk("telegram-web-form");
    let open = report(&draft(), &form);
    assert_eq!(item(&open, "required-fields").field, "contact.email");
    assert_eq!(item(&open, "required-fields").outcome, Outcome::MustFix);
    let contact = Contact { name: "Ada Byron".into(), email: "ada@mail.example".into(), phone: "+442079460958".into() };
    let told =
        Draft { description: "Write to ada@mail.example, says Ada Byron.".into(), contact: contact.clone(), ..draft() };
    assert_eq!(item(&report(&told, &form), "required-fields").outcome, Outcome::Pass);
    let known = KnownTerms { full_names: vec!["Ada Byron".into()], ..KnownTerms::default() };
    let redacted = redacted(&told, &form, known);
    let text = |id: &str| field(redacted.incident(), &form, id).unwrap();
    assert_eq!([text("legal_name"), text("email"), text("phone")], [contact.name, contact.email, contact.phone]);
    assert!(text("message").contains("Write to ada@mail.example, says Ada Byron."), "the desk knows them");
    let zendesk = desk("zendesk-generic");
    let email_alone = Draft { contact: Contact { email: "a@b.example".into(), ..Contact::default() }, ..draft() };
    assert_eq!(item(&report(&email_alone, &zendesk), "required-fields").outcome, Outcome::Pass);
}

#[test]
fn the_computer_fills_what_the_form_asks_of_it() {
    let form = desk("nvidia-windows-driver");
    let composed = incident(&draft(), &form);
    let text = |composed: &Incident, id: &str| field(composed, &form, id);
    assert_eq!(text(&composed, "gpu").as_deref(), Some("GeForce X"));
    assert_eq!(text(&composed, "driver").as_deref(), Some("NVIDIA 572.83"));
    assert_eq!(text(&composed, "os").as_deref(), Some("Testix 11 (6.8.0-49)"));
    let told = report(&draft(), &form);
    assert!(
        !item(&told, "required-fields").message.contains("Graphics card"),
        "{}",
        item(&told, "required-fields").message
    );
    let whole = compose::plain(&composed.sections);
    assert_eq!(whole.matches("GeForce X").count(), 1, "not among the answers again: {whole}");
    let own = incident(&answers([("gpu", "The second one")]), &form);
    assert_eq!(text(&own, "gpu").as_deref(), Some("The second one"));
    let hidden = Draft { hidden_facts: vec![casefile::model::FactKey::Gpu], ..draft() };
    assert_eq!(text(&incident(&hidden, &form), "gpu"), None);
    assert!(item(&report(&hidden, &form), "required-fields").message.contains("Graphics card"));
}

#[test]
fn an_issue_form_says_each_thing_once() {
    let dota = desk("dota2-gameplay-github");
    let told = answers([("name", "Pudge, Meat Hook"), ("match-id", "8061234567 - 14:05")]);
    let text = compose::issue_form(&incident(&told, &dota), &dota);
    for once in ["Pudge, Meat Hook", "8061234567 - 14:05", "Wait for the code", "The code arrives."] {
        assert_eq!(text.matches(once).count(), 1, "{once}\n{text}");
    }
    assert!(!text.contains("No code arrives"), "the title has its own place");
    let telegram = desk("telegram-desktop-github");
    let told = answers([("version", "6.2.3"), ("os", "Testix 11, GNOME")]);
    let text = compose::issue_form(&incident(&told, &telegram), &telegram);
    for once in ["6.2.3", "Testix 11, GNOME", "Wait for the code", "The code arrives.", "Nothing arrives."] {
        assert_eq!(text.matches(once).count(), 1, "{once}\n{text}");
    }
    // The user's own words in the field for the steps: then the steps stand in the story.
    let own = answers([("steps", "See the video")]);
    let text = compose::issue_form(&incident(&own, &telegram), &telegram);
    assert!(text.contains("See the video") && text.contains("Wait for the code"), "{text}");
}

#[test]
fn an_address_is_made_of_the_users_answer() {
    let address = |desk: &Profile, draft: &Draft| {
        deliver::form_address(desk, &redacted(draft, desk, KnownTerms::default())).map(|address| address.url)
    };
    let github = desk("github-issue");
    let url = address(&github, &answers([("repository", " example-org/tool.rs ")])).unwrap();
    assert!(
        url.starts_with("https://github.com/example-org/tool.rs/issues/new?title=No%20code%20arrives&body="),
        "{url}"
    );
    assert!(!url.contains("tool.rs%"), "where it is sent is no part of the text: {url}");
    for bad in
        ["", "tool", "a/../b", "a//b", "/a/b", "a/b?x=1", "a/b#c", "https://evil.example/a", "a b/c", "a/b%2f", "ы/b"]
    {
        assert_eq!(address(&github, &answers([("repository", bad)])), None, "{bad}");
    }
    let markdown = answers([("repository", "a/b"), ("template", "bug.md")]);
    let url = address(&github, &markdown).unwrap();
    assert!(url.contains("?template=bug.md&title=") && url.contains("&body="), "{url}");
    let form = answers([("repository", "a/b"), ("template", "bug.yml")]);
    let with_form = deliver::form_address(&github, &redacted(&form, &github, KnownTerms::default())).unwrap();
    assert!(with_form.url.ends_with("?template=bug.yml&title=No%20code%20arrives"), "{}", with_form.url);
    assert_eq!(with_form.by_hand, ["Whole text"]);

    let gitlab = desk("gitlab-issue");
    let mut told = answers([
        ("project", "group/sub/tool"),
        ("issue_type", "Incident"),
        ("related_issue", "#42"),
        ("template", "Bug"),
    ]);
    told.fields.insert("confidential".into(), FieldValue::Flag(true));
    let url = address(&gitlab, &told).unwrap();
    assert!(url.starts_with("https://gitlab.com/group/sub/tool/-/issues/new?issue%5Btitle%5D="), "{url}");
    for part in [
        "issuable_template=Bug",
        "issue%5Bconfidential%5D=true",
        "issue%5Bissue_type%5D=incident",
        "add_related_issue=42",
    ] {
        assert!(url.contains(part), "{part} is not in {url}");
    }
    let own = answers([("project", "mesa/mesa"), ("server", "gitlab.freedesktop.org")]);
    assert!(address(&gitlab, &own).unwrap().starts_with("https://gitlab.freedesktop.org/mesa/mesa/-/issues/new?"));
    assert_eq!(address(&gitlab, &answers([("project", "a/b"), ("server", "evil.example/x")])), None);
    let long = Draft { description: "word ".repeat(600), ..own };
    let cut = deliver::form_address(&gitlab, &redacted(&long, &gitlab, KnownTerms::default())).unwrap();
    assert!(cut.url.len() <= 2_000 && cut.left_out == ["Whole text"], "nobody knows GitLab's limit: {}", cut.url.len());

    let dota = desk("dota2-gameplay-github");
    let url = address(&dota, &answers([("name", "Pudge"), ("match-id", "8061234567")])).unwrap();
    assert!(url.starts_with("https://github.com/ValveSoftware/Dota2-Gameplay/issues/new/choose?title="), "{url}");
    assert!(url.contains("&name=Pudge&desc=") && url.contains("&match-id=8061234567"), "{url}");
    let vscode = desk("vscode-github");
    let url = address(&vscode, &draft()).unwrap();
    assert!(url.contains("?template=bug_report.md&title=") && url.contains("&body="), "{url}");
}

#[test]
fn a_form_that_takes_no_files_says_so() {
    let form = desk("telegram-web-form");
    let mut with_file = incident(&draft(), &form);
    with_file.evidence = vec![Evidence { name: "a.png".into(), size_bytes: 10, ..Evidence::default() }];
    for lang in Lang::ALL {
        let report = check::check(&with_file, &form, lang);
        assert_eq!(item(&report, "files-fit").outcome, Outcome::Confirm);
        assert!(report.items.iter().all(|item| item.check != "file-types"));
    }
    let without = report(&draft(), &form);
    assert!(without.items.iter().all(|item| item.check != "files-fit"), "no file, nothing to say");
}

#[test]
fn a_whole_text_is_counted_in_characters_as_it_is_copied() {
    let chat = desk("discord-community");
    let text = |draft: &Draft| field(&incident(draft, &chat), &chat, "message").unwrap();
    let mut long = draft();
    let room = 2_000 - text(&long).chars().count();
    long.description.push_str(&"ё".repeat(room));
    assert_eq!(text(&long).chars().count(), 2_000);
    assert_eq!(item(&report(&long, &chat), "text-fits").outcome, Outcome::Pass);
    long.description.push('ё');
    let over = report(&long, &chat);
    assert_eq!(item(&over, "text-fits").outcome, Outcome::MustFix);
    assert!(item(&over, "text-fits").message.contains("2,001"), "{}", item(&over, "text-fits").message);
}

#[test]
fn a_field_of_an_issue_form_is_counted_without_what_stands_elsewhere() {
    let mut form = desk("telegram-desktop-github");
    let limit = |form: &mut Profile, chars| {
        let whole = |field: &&mut FieldSpec| field.from == Some(Part::Text);
        form.fields.iter_mut().find(whole).unwrap().max_chars = Some(chars);
    };
    let mut long = draft();
    long.steps = vec!["A step of many words. ".repeat(200)];
    limit(&mut form, 300);
    assert_eq!(item(&report(&long, &form), "text-fits").outcome, Outcome::Pass, "the steps have their own field");
    limit(&mut form, 50);
    assert_eq!(item(&report(&long, &form), "text-fits").outcome, Outcome::MustFix);
}

#[test]
fn an_address_is_counted_as_it_is_encoded() {
    let github = desk("github-issue");
    let russian = |letters: usize| Draft { description: "ы".repeat(letters), ..answers([("repository", "a/b")]) };
    let of =
        |letters| deliver::form_address(&github, &redacted(&russian(letters), &github, KnownTerms::default())).unwrap();
    let fits = of(1_000);
    assert!(fits.left_out.is_empty() && fits.url.len() > 6_000 && fits.url.len() <= 8_000, "{}", fits.url.len());
    let too_long = of(1_400);
    assert_eq!(too_long.left_out, ["Whole text"]);
    assert!(too_long.url.len() <= 8_000);
}

#[test]
fn a_letter_address_is_counted_as_it_is_encoded() {
    let letter = |letters: usize| deliver::mail_url("help@desk.example", "Звук", &"ы".repeat(letters), "Text");
    assert!(letter(280).left_out.is_empty() && letter(280).url.len() <= 1_800);
    let long = letter(300);
    assert_eq!((long.left_out.len(), long.url.contains("body=")), (1, false));
    let lines = deliver::mail_url("help@desk.example", "s", &"\n".repeat(300), "Text");
    assert!(!lines.left_out.is_empty(), "a line break takes six characters");
}

#[test]
fn a_letters_files_are_counted_in_base64_and_a_forms_are_not() {
    let fits = |id: &str, bytes: u64| {
        let desk = desk(id);
        let mut with_file = incident(&draft(), &desk);
        with_file.evidence = vec![Evidence { name: "a.bin".into(), size_bytes: bytes, ..Evidence::default() }];
        let report = check::check(&with_file, &desk, Lang::En);
        item(&report, "files-fit").outcome == Outcome::Pass
    };
    assert!(fits("any-support-email", 7_200_000) && !fits("any-support-email", 7_300_000), "10 MB carry 7.3 MB");
    assert!(fits("zendesk-generic", 49_900_000) && !fits("zendesk-generic", 50_000_000));
    assert_eq!(desk("any-support-email").attachments.bundle_limit_bytes(), Some(7_299_200));
    assert_eq!(desk("zendesk-generic").attachments.bundle_limit_bytes(), Some(50_000_000));
}
