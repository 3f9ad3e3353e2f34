//! Every page in every look.

use crate::desk::Desk;
use crate::desk::SIZE;
use crate::support::shot;
use casefile::gui::action::Action;
use casefile::gui::action::Screen;
use casefile::gui::action::Section;
use casefile::gui::action::Way;
use casefile::model::Cpu;
use casefile::model::Disk;
use casefile::model::DiskKind;
use casefile::model::Display;
use casefile::model::Facts;
use casefile::model::Gpu;
use casefile::model::KnownTerms;
use casefile::model::Lang;
use casefile::model::Memory;
use casefile::model::Os;
use eframe::egui::Theme;

/// Draws every page in both themes and languages and at two sizes, whatever is in it: no panic, no missing glyph, no
/// input without a name (the harness sees to the last two). The pictures are in `target/pictures`.
#[test]
fn every_page_is_drawn_in_both_themes_and_languages() {
    for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for lang in Lang::ALL {
            for size in [SIZE, [800.0, 560.0]] {
                let mut desk = Desk::new(size, theme, lang);
                pages(&mut desk, &format!("{look}-{}-{}", lang.code(), size[0]));
            }
        }
    }
}

/// The sizes of a window, in pixels, and of everything in it.
const ENLARGED: [([f32; 2], f32); 3] = [([1280.0, 860.0], 1.5), ([1280.0, 860.0], 2.0), ([720.0, 520.0], 1.5)];

/// The same at 150 and 200 %, and in the smallest window that has room for that.
#[test]
fn every_page_is_drawn_enlarged() {
    for lang in Lang::ALL {
        for (size, scale) in ENLARGED {
            let mut desk = Desk::enlarged(size, scale, lang);
            pages(&mut desk, &format!("light-{}-{}x{scale}", lang.code(), size[0]));
        }
    }
}

/// A picture of each page, `look` in its name.
fn pages(desk: &mut Desk, look: &str) {
    let name = |page: &str| format!("{page}-{look}");
    desk.app().state.computer = Some((computer(), KnownTerms::default()));
    shot(&mut desk.harness, &name("1-start"));
    desk.act(Action::New("any-support-email".to_owned()));
    for section in [Section::Problem, Section::Steps, Section::Screenshots, Section::Logs, Section::Review] {
        desk.act(Action::Go(section));
        shot(&mut desk.harness, &name(&format!("0-empty-{section:?}").to_lowercase()));
    }
    desk.act(Action::OpenFile("examples/dota2-crash.toml".into()));
    for (index, section) in Section::ALL.into_iter().enumerate() {
        let page = format!("{}-{section:?}", index + 2).to_lowercase();
        desk.act(Action::Go(section));
        let open = desk.app().state.open.as_mut().expect("an incident");
        let before = open.draft.clone();
        if section == Section::Problem {
            open.draft
                .description
                .push_str("\nAlso, my voice chat has been too quiet since last week, teammates cannot hear me.");
            desk.settle();
        }
        shot(&mut desk.harness, &name(&page));
        desk.app().state.open.as_mut().expect("an incident").draft = before;
        desk.settle();
    }
    if desk.harness.ctx.content_rect().width() < 1_100.0 {
        desk.app().state.local.drawer = true;
        desk.settle();
        shot(&mut desk.harness, &name("9-drawer"));
        desk.app().state.local.drawer = false;
    }
    desk.act(Action::Export(Way::Zip));
    shot(&mut desk.harness, &name("9-next"));
    desk.act(Action::Help);
    shot(&mut desk.harness, &name("9-help"));
    desk.act(Action::Help);
    for screen in [Screen::Settings, Screen::About] {
        desk.act(Action::Show(screen));
        shot(&mut desk.harness, &name(&format!("9-{screen:?}").to_lowercase()));
    }
    desk.act(Action::Home);
    shot(&mut desk.harness, &name("9-incidents"));
}

/// A computer as players have it.
fn computer() -> Facts {
    let display = |width, height, refresh_hz, primary| Display {
        width,
        height,
        refresh_hz: Some(refresh_hz),
        scale: None,
        primary,
        hdr: None,
    };
    let disk = |mount: &str, total_bytes, free_bytes, kind| Disk {
        mount: mount.to_owned(),
        total_bytes,
        free_bytes,
        kind: Some(kind),
    };
    Facts {
        os: Some(Os {
            name: "Windows 11 Pro 24H2".to_owned(),
            build: "26100.2454".to_owned(),
            arch: "x86_64".to_owned(),
            session: String::new(),
        }),
        cpu: Some(Cpu { model: "AMD Ryzen 7 5800X3D".to_owned(), cores: Some(8), threads: 16, mhz: Some(3_400) }),
        gpus: vec![Gpu {
            name: "NVIDIA GeForce RTX 4070".to_owned(),
            driver: Some("572.83".to_owned()),
            vram_bytes: Some(12 << 30),
            ..Gpu::default()
        }],
        memory: Some(Memory { total_bytes: 32 << 30, available_bytes: 22_978_000_000, ..Memory::default() }),
        displays: vec![display(2560, 1440, 165.0, true), display(1920, 1080, 60.0, false)],
        disks: vec![
            disk("C:", 999_000_000_000, 212_000_000_000, DiskKind::Ssd),
            disk("D:", 1_800_000_000_000, 640_000_000_000, DiskKind::Hdd),
        ],
        ..Facts::default()
    }
}
