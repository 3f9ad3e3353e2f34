//! A project's issue form.

use crate::desk::Desk;
use crate::desk::SIZE;
use crate::support::shot;
use casefile::gui::action::Action;
use casefile::model::FieldValue;
use casefile::model::Lang;
use eframe::egui::Role;
use eframe::egui::Theme;
use egui_kittest::kittest::Queryable;

#[test]
fn a_projects_issue_form_is_loaded_and_filled() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    let form = "name: Bug report\ndescription: Report a bug\nbody:\n- type: markdown\n  attributes: {value: Thank you!}\n\
        - type: dropdown\n  id: system\n  attributes: {label: System, options: [Linux, Windows], default: 1}\n\
        - type: checkboxes\n  id: terms\n  attributes:\n    label: Terms\n    options:\n    - label: I searched\n      required: true\n\
        \x20   - label: I can help\n- type: textarea\n  attributes: {label: Describe the bug}\n";
    let path = desk.home.path().join("bug_report.yml");
    casefile::platform::replace(&path, form.as_bytes()).expect("written");
    desk.click("Load a project’s issue form…");
    desk.write("Repository", "me/tool");
    desk.act(Action::Attach(vec![path]));
    let profile = desk.app().state.open.as_ref().expect("an incident for it").profile.clone();
    assert_eq!(profile.id, "tool-bug-report");
    shot(&mut desk.harness, "issue-form-light");
    assert!(desk.sees("Thank you!"), "the form's words are there");
    desk.harness.get_by_role_and_label(Role::CheckBox, "I searched (required)").click();
    desk.settle();
    let terms = desk.app().state.open.as_ref().expect("open").draft.fields.get("terms").cloned();
    assert_eq!(terms, Some(FieldValue::Many(vec!["I searched".to_owned()])));
}

#[test]
fn a_form_that_github_would_not_show_is_explained() {
    let mut desk = Desk::new(SIZE, Theme::Dark, Lang::Ru);
    let path = desk.home.path().join("bug_report.yml");
    let form = "name: a\ndescription: b\nbody:\n- type: select\n  attributes: {label: Система}\n";
    casefile::platform::replace(&path, form.as_bytes()).expect("written");
    desk.act(Action::ImportForm(path));
    assert!(desk.app().state.open.is_none());
    assert!(desk.sees("body[0] “Система”") && desk.sees("строка 4"));
    shot(&mut desk.harness, "start-issue-form-dark");
}
