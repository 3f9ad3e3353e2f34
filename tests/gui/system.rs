//! The computer's page: every fact with its eye, what can be sent besides, and what an attached report says otherwise.

use casefile::gui::action::{Action, Section};
use casefile::model::{
    Change, EvidenceItem, FactKey, Facts, Gpu, KnownTerms, Lang, Memory, Named, Power, ProbeNote, ProbeProblem,
};
use eframe::egui::{Role, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{Desk, SIZE};
use crate::support::shot;

/// A computer with all that can be told.
fn computer() -> Facts {
    Facts {
        gpus: vec![Gpu {
            name: "NVIDIA GeForce Example 9".into(),
            driver: Some("NVIDIA 572.83 (32.0.15.7283, 2025-03-14)".into()),
            driver_date: Some("2025-03-14".into()),
            active: Some(true),
            ..Gpu::default()
        }],
        memory: Some(Memory { total_bytes: 32 << 30, available_bytes: 20 << 30, speed_mts: Some(3200) }),
        apis: vec![Named { name: "Vulkan".into(), version: "1.3.280".into() }],
        audio: vec!["Example Headset".into()],
        changes: vec![Change {
            date: "2026-11-17".into(),
            name: "NVIDIA".into(),
            before: "566.36".into(),
            after: "572.83".into(),
        }],
        power: Some(Power { plan: Some("balanced".into()), on_battery: Some(true) }),
        overlays: Some(vec!["Discord".into(), "OBS Studio".into()]),
        notes: vec![ProbeNote { fact: FactKey::Tools, problem: ProbeProblem::NotTold }],
        ..Facts::default()
    }
}

const REPORT: &str = "------------------\nSystem Information\n------------------\n      Time of this report: 11/18/2026, 19:42:00\n         Operating System: Windows 11 Pro 64-bit\n                   Memory: 32768MB RAM\n          DirectX Version: DirectX 12\n           DxDiag Version: 10.00.26100.0001 64bit Unicode\n\n---------------\nDisplay Devices\n---------------\n           Card name: NVIDIA GeForce Example 9\n      Driver Version: 31.0.15.3118\n";

#[test]
fn every_fact_has_its_eye_and_more_can_be_sent() {
    for (lang, changes, more, send, keep, battery) in [
        (
            Lang::En,
            "566.36 → 572.83, 17 Nov 2026",
            "more facts can be sent",
            "Send: Power",
            "Keep back: Power",
            "on battery",
        ),
        (
            Lang::Ru,
            "566.36 → 572.83, 17 ноября 2026",
            "Можно отправить ещё",
            "Отправить: Питание",
            "Не отправлять: Питание",
            "от батареи",
        ),
    ] {
        let mut desk = Desk::new(SIZE, Theme::Light, lang);
        desk.act(Action::New("steam-support".into()));
        desk.app().state.computer = Some((computer(), KnownTerms::default()));
        desk.act(Action::Go(Section::System));
        assert!(desk.sees(changes), "{changes}");
        assert!(desk.sees("3200"));
        let fold = desk
            .harness
            .query_all_by_role(Role::Button)
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.contains(more))
            .expect("a fold");
        desk.click(&fold);
        desk.click(send);
        let open = desk.app().state.open.as_ref().expect("open");
        assert_eq!(open.draft.more_facts, [FactKey::Power]);
        assert!(desk.sees(battery));
        shot(&mut desk.harness, &format!("system-{}", lang.code()));
        desk.click(keep);
        assert!(desk.app().state.open.as_ref().expect("open").draft.more_facts.is_empty());
    }
}

#[test]
fn a_report_with_an_older_driver_is_told() {
    let mut desk = Desk::new(SIZE, Theme::Light, Lang::En);
    desk.act(Action::New("nvidia-windows-driver".into()));
    desk.app().state.computer = Some((computer(), KnownTerms::default()));
    let path = desk.home.path().join("DxDiag.txt");
    casefile::platform::replace(&path, REPORT.as_bytes()).expect("written");
    let open = desk.app().state.open.as_mut().expect("open");
    open.draft.evidence.push(EvidenceItem { path, ..EvidenceItem::default() });
    desk.settle();
    desk.act(Action::Go(Section::System));
    desk.settle();
    assert!(desk.sees("DxDiag.txt has the older driver 31.0.15.3118"));
    shot(&mut desk.harness, "system-differs");
}
