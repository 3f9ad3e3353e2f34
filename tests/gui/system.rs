//! The computer's page: every fact with its eye, what can be sent besides, and what an attached report says otherwise.

use casefile::gui::action::{Action, Section};
use casefile::model::{
    Change, EvidenceItem, FactKey, Facts, Gpu, KnownTerms, Lang, Memory, Named, Os, Outcome, Power, ProbeNote,
    ProbeProblem,
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

const NFO: &str = "<?xml version=\"1.0\"?>\r\n<MsInfo>\r\n<Metadata><Version>8.0</Version><CreationUTC>02/03/31 04:05:06</CreationUTC></Metadata>\r\n<Category name=\"System Summary\">\r\n<Data><Item><![CDATA[OS Name]]></Item><Value><![CDATA[Microsoft Windows 11 Home]]></Value></Data>\r\n<Data><Item><![CDATA[Version]]></Item><Value><![CDATA[10.0.22631 Build 22631]]></Value></Data>\r\n<Data><Item><![CDATA[Installed Physical Memory (RAM)]]></Item><Value><![CDATA[16.0 GB]]></Value></Data>\r\n<Category name=\"Components\">\r\n<Category name=\"Display\">\r\n<Data><Item><![CDATA[Name]]></Item><Value><![CDATA[NVIDIA GeForce Example 9]]></Value></Data>\r\n<Data><Item><![CDATA[PNP Device ID]]></Item><Value><![CDATA[PCI\\VEN_0000]]></Value></Data>\r\n<Data><Item><![CDATA[Driver Version]]></Item><Value><![CDATA[31.0.15.3118]]></Value></Data>\r\n<Data><Item><![CDATA[Resolution]]></Item><Value><![CDATA[1920 x 1080 x 60 hertz]]></Value></Data>\r\n</Category></Category></Category></MsInfo>";
const INXI: &str = "System:\n  Kernel: 6.1.0-56-generic arch: x86_64 bits: 64 Desktop: Example v: 5.6\n    Distro: Example Linux 99.1\nMachine:\n  Type: Desktop Mobo: Example model: Board\nCPU:\n  Info: 8-core model: Example CPU 9 bits: 64 type: MT MCP\nGraphics:\n  Device-1: NVIDIA GeForce Example 9 vendor: Maker driver: nvidia v: 566.36\n  Device-2: AMD Radeon Example 4 driver: amdgpu v: kernel\nInfo:\n  Processes: 322 Uptime: 5h 12m Memory: 31.25 GiB used: 5.2 GiB (16.6%)\n";
const PROFILER: &str = "Hardware:\n\n    Hardware Overview:\n\n      Model Name: Example Book\n      Model Identifier: Example1,1\n      Chip: Apple M9\n      Memory: 16 GB\n\nSoftware:\n\n    System Software Overview:\n\n      System Version: macOS 98.6 (98G80)\n\nGraphics/Displays:\n\n    Apple M9:\n\n      Chipset Model: Apple M9\n";

#[test]
fn every_tool_is_held_against_this_computer() {
    let os = |build: &str| Some(Os { name: "Example 99".into(), build: build.into(), ..Os::default() });
    let mac = Facts {
        gpus: vec![Gpu { name: "Apple M9 Pro".into(), ..Gpu::default() }],
        memory: Some(Memory { total_bytes: 16 << 30, ..Memory::default() }),
        os: os("99A335"),
        ..Facts::default()
    };
    let windows = Facts { os: os("26100.2454"), ..computer() };
    let own = ["NVIDIA GeForce Example 9", "572.83", "Apple M9 Pro", "26100", "99A335", "32"];
    for (name, report, facts, told) in [
        ("DxDiag.txt", REPORT, &windows, vec![("31.0.15.3118", own[1])]),
        ("msinfo.nfo", NFO, &windows, vec![("31.0.15.3118", own[1]), ("22631", own[3]), ("16", own[5])]),
        ("inxi.txt", INXI, &windows, vec![("566.36", own[1]), ("AMD Radeon Example 4", own[0])]),
        ("mac.txt", PROFILER, &mac, vec![("Apple M9", own[2]), ("98G80", own[4])]),
    ] {
        for lang in [Lang::En, Lang::Ru] {
            let mut desk = Desk::new(SIZE, Theme::Light, lang);
            desk.act(Action::New("any-support-email".into()));
            desk.app().state.computer = Some((facts.clone(), KnownTerms::default()));
            let path = desk.home.path().join(name);
            casefile::platform::replace(&path, report.as_bytes()).expect("written");
            let open = desk.app().state.open.as_mut().expect("open");
            open.draft.evidence.push(EvidenceItem { path, ..EvidenceItem::default() });
            open.step();
            desk.settle();
            desk.act(Action::Go(Section::System));
            let open = desk.app().state.open.as_ref().expect("open");
            let row = open.report.items.iter().find(|item| item.check == "reports-agree").expect("a row").clone();
            assert_eq!(row.outcome, Outcome::Advice, "{name}: {}", row.message);
            let sentences = casefile::check::differences(facts, &open.evidence, lang);
            assert_eq!(sentences.len(), told.len(), "{name}: {sentences:?}");
            for (theirs, ours) in &told {
                let is_told = |sentence: &String| [name, theirs, ours].iter().all(|part| sentence.contains(*part));
                let sentence = sentences.iter().find(|sentence| is_told(sentence));
                let sentence = sentence.unwrap_or_else(|| panic!("{name}: {theirs} and {ours}: {sentences:?}"));
                assert!(row.message.contains(sentence.as_str()), "{}", row.message);
                assert!(desk.sees(sentence), "{sentence}");
            }
        }
    }
}
