//! The widgets in both themes, worked by their names and looked at.
#![cfg(feature = "gui")]

mod support;

use casefile::gui::icons;
use casefile::gui::widgets::{
    self as w, Bar, Cell, Check, Field, LogLine, LogView, Row, Status, Step, Tile, Toasts, Trailing,
};
use eframe::egui::{self, Align, Id, Key, Layout, Margin, Panel, Role, Theme, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use support::{fill, shot, window};

/// What the gallery's fields hold.
struct Gallery {
    page: Page,
    title: String,
    what: String,
    error: String,
    search: String,
    often: usize,
    always: bool,
    steps: Vec<String>,
    toasts: Toasts<&'static str>,
    log: Vec<String>,
    asking: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Page {
    Start,
    Problem,
    Steps,
    System,
    Others,
}

impl Gallery {
    fn new(page: Page) -> Self {
        Self {
            page,
            title: "The sample game closes when a match loads".to_owned(),
            what: "Since the update on 18 November the game closes to the desktop while a ranked match is loading, \
                   right after the portraits appear. Unranked matches load fine. No message is shown.\n\nAlso, my \
                   voice chat has been too quiet since last week, teammates cannot hear me."
                .to_owned(),
            error: String::new(),
            search: String::new(),
            often: 0,
            always: true,
            steps: ["Start the game from the library", "Press Play", "Подождать, пока появятся портреты"]
                .map(str::to_owned)
                .to_vec(),
            toasts: Toasts::default(),
            log: Vec::new(),
            asking: false,
        }
    }

    fn note(&mut self, clicked: bool, what: &str) {
        if clicked {
            self.log.push(what.to_owned());
        }
    }
}

fn draw(ui: &mut Ui, g: &mut Gallery) {
    bar(ui, g);
    if g.page != Page::Start {
        nav(ui, g);
        readiness(ui, g);
    }
    let wide = if g.page == Page::Start { 900.0 } else { 700.0 };
    egui::CentralPanel::default().frame(w::panel_frame(ui, false)).show(ui, |ui| {
        let all = ui.available_rect_before_wrap();
        let column = egui::Rect::from_center_size(all.center(), egui::vec2(wide, all.height()));
        ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| {
            ui.add_space(if g.page == Page::Start { 44.0 } else { 26.0 });
            match g.page {
                Page::Start => start(ui, g),
                Page::Problem => problem(ui, g),
                Page::Steps => steps(ui, g),
                Page::System => system(ui, g),
                Page::Others => others(ui, g),
            }
        });
    });
    if let Some(undone) = g.toasts.show(&ui.ctx().clone(), "Undo", "Close") {
        g.log.push(format!("undo {undone}"));
    }
}

fn bar(ui: &mut Ui, g: &mut Gallery) {
    let frame = w::panel_frame(ui, true).inner_margin(Margin::symmetric(14, 0));
    Panel::top("bar").exact_size(48.0).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            w::logo(ui);
            w::strong(ui, "Casefile");
            if g.page != Page::Start {
                w::muted(ui, "/");
                w::switcher(ui, "The sample game closes when a match loads", "Incident", |ui| {
                    w::menu_item(ui, Some(icons::PLUS), "New incident", "Ctrl+N");
                    w::menu_item(ui, None, "Cannot sign in", "");
                });
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                w::bar_button(ui, icons::MOON, None, "Theme");
                w::bar_button(ui, icons::GLOBE, Some("EN"), "Language");
                w::hint(ui, "Saved 2 s ago");
            });
        });
    });
}

fn nav(ui: &mut Ui, g: &mut Gallery) {
    let frame = w::panel_frame(ui, false).inner_margin(Margin { left: 10, right: 10, top: 12, bottom: 12 });
    Panel::left("nav").exact_size(220.0).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let done = Trailing::Status(Status::Ok, "Done");
        for (icon, text, trailing, page) in [
            (icons::CROSSHAIR, "Destination", done, Page::Start),
            (icons::PENCIL, "Problem", Trailing::Status(Status::Bad, "Blocks export"), Page::Problem),
            (icons::LIST_NUMBERS, "Steps", done, Page::Steps),
            (icons::DEVICES, "System", done, Page::System),
            (icons::IMAGE, "Screenshots", Trailing::Count(1), Page::Others),
            (icons::EYE, "Review", Trailing::None, Page::Others),
        ] {
            if w::nav_row(ui, icon, text, trailing, g.page == page).clicked() {
                g.page = page;
            }
        }
    });
}

fn readiness(ui: &mut Ui, g: &mut Gallery) {
    let frame = w::panel_frame(ui, true).inner_margin(Margin { left: 18, right: 18, top: 18, bottom: 18 });
    Panel::right("readiness").exact_size(320.0).frame(frame).show(ui, |ui| {
        w::title(ui, "1 thing blocks export");
        w::group_title(ui, "Must fix");
        let check = Check {
            status: Status::Bad,
            title: "One issue per request",
            message: "The second paragraph describes another problem: voice chat volume.",
            first: true,
        };
        let clicked = w::check_row(ui, &check).clicked();
        g.note(clicked, "jump");
        let split = w::check_fixes(ui, |ui| {
            let split = w::small_button(ui, Some(icons::SCISSORS), "Split it off").clicked();
            w::small_button(ui, None, "Same issue…");
            split
        });
        g.note(split, "split");
        w::gap(ui, 3);
        w::group_title(ui, "Please confirm");
        let title = "When did it start?";
        let message = "Support asks for a date, even a rough one.";
        w::check_row(ui, &Check { status: Status::Ask, title, message, first: true });
        w::gap(ui, 3);
        w::group_title(ui, "Done");
        for (at, title) in
            ["PC specs come first", "Steps to reproduce (4)", "Private data hidden (7)"].iter().enumerate()
        {
            w::check_row(ui, &Check { status: Status::Ok, title, message: "", first: at == 0 });
        }
        ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
            ui.horizontal(|ui| {
                ui.add_enabled_ui(false, |ui| {
                    ui.set_width(230.0);
                    w::primary_button_wide(ui, Some(icons::FILE_ZIP), "Export bundle");
                });
                w::menu_button(ui, None, "Other ways", |ui| w::menu_item(ui, None, "Copy text", ""));
            });
            w::gap(ui, 1);
            w::progress_bar(ui, 0.26, "Bundle size");
            w::pair(ui, "Bundle size", "6.4 MB of 25 MB");
        });
    });
}

fn start(ui: &mut Ui, g: &mut Gallery) {
    w::page_heading(ui, "Who will read this?", "Casefile knows what each support team asks for.");
    w::search_field(ui, "Search a service, a game or a project", &mut g.search);
    w::gap(ui, 2);
    let tile = |icon, title, text| Tile { icon, title, text, selected: false, flag: None };
    let all = [
        tile(
            icons::STEAM_LOGO,
            "Steam Support",
            "Any Steam game. Starts with your PC specs, and then with all the rest.",
        ),
        tile(icons::GAME_CONTROLLER, "Riot Games", "Tickets: error code, region, logs."),
        tile(icons::APPLE_LOGO, "Apple code-level support", "One discrete issue, crash reports, sample project."),
        tile(icons::GITHUB_LOGO, "GitHub issue", "Reads the project’s own issue form."),
        tile(icons::TELEGRAM_LOGO, "Telegram", "Ask a question."),
        tile(icons::AMAZON_LOGO, "Amazon", "Order and account questions."),
    ];
    if let Some(at) = w::tiles(ui, &all, 3) {
        g.log.push(format!("chose {}", all[at].title));
    }
    w::gap(ui, 2);
    ui.horizontal(|ui| {
        w::secondary_button(ui, Some(icons::GITHUB_LOGO), "Load a project’s issue form…");
        w::secondary_button(ui, Some(icons::FILE_ZIP), "Open a bundle…");
    });
    w::gap(ui, 4);
    w::section(ui, "Your incidents");
    w::list(ui, |ui, rows| {
        for (title, who, state) in [
            ("The game crashes when a match loads", "Steam Support", "Draft, today"),
            ("Archive fails with a signing error", "Apple code-level support", "Sent 18 Nov, reply due 21 Nov"),
            ("Не получается войти", "Telegram", "Answered"),
        ] {
            let cells = [Cell::text(title).share(0.43), Cell::muted(who), Cell::muted(state).right()];
            rows.row(ui, &Row { cells: &cells, selected: Some(false) });
        }
    });
}

fn problem(ui: &mut Ui, g: &mut Gallery) {
    w::page_heading(
        ui,
        "What is the problem?",
        "One problem, in a few sentences. If there are two, Casefile makes two incidents.",
    );
    let label = w::field_label(ui, "Title", None);
    w::text_field(ui, &label, &mut g.title, "");
    w::gap(ui, 2);
    let label = w::field_label(ui, "What happens", Some("312 of 2,000 characters"));
    let also = g.what.find("Also").map(|at| at..g.what.len());
    Field::new(&mut g.what).rows(4).marks(also.as_slice()).show(ui, &label);
    let text =
        "A crash while loading and a quiet voice chat go to different people, and mixed requests come back unanswered.";
    let split = w::banner(ui, Status::Warn, "This reads like two issues.", text, |ui| {
        let split = w::small_button(ui, Some(icons::SCISSORS), "Split off “voice chat too quiet”").clicked();
        w::small_button(ui, None, "They are one issue because…");
        split
    });
    g.note(split, "split");
    w::gap(ui, 2);
    w::columns(ui, 2, |columns| {
        let ui = &mut columns[0];
        let label = w::field_label(ui, "Exact error text", Some("if one was shown"));
        Field::new(&mut g.error).mono().placeholder("Paste it as it is").show(ui, &label);
        let ui = &mut columns[1];
        let label = w::field_label(ui, "How often", None);
        let options = ["Every time", "Often", "Once"].map(str::to_owned);
        w::choice(ui, &label, &options, &mut g.often);
    });
    w::gap(ui, 2);
    w::columns(ui, 2, |columns| {
        let ui = &mut columns[0];
        let label = w::field_label(ui, "Since when", None);
        Field::new(&mut g.search).icon(icons::CLOCK).placeholder("a date, even a rough one").show(ui, &label);
        let ui = &mut columns[1];
        let label = w::field_label(ui, "What you have tried", None);
        w::text_area(ui, &label, &mut g.error, "", 2);
    });
}

fn steps(ui: &mut Ui, g: &mut Gallery) {
    w::page_heading(
        ui,
        "How can they see it too?",
        "Write the shortest path from a fresh start to the problem. One action per step.",
    );
    for (at, text) in g.steps.iter_mut().enumerate() {
        let name = format!("Step {}", at + 1);
        let id = Id::unique(("step", at));
        let step = Step { number: at + 1, name: &name, handle: "Move this step", placeholder: "What you do", id };
        step.show(ui, text, |ui| {
            if at == 2 {
                w::chip(ui, icons::IMAGE, "crash-moment.png");
            }
        });
    }
    ui.horizontal(|ui| {
        if w::secondary_button(ui, Some(icons::PLUS), "Add a step").clicked() {
            g.steps.push(String::new());
        }
        w::hint(ui, "Enter adds the next one, Alt with arrows moves it");
    });
    w::gap(ui, 2);
    w::empty_state(ui, icons::IMAGE, "Drop a picture here, paste one with Ctrl+V, or capture the screen.", |ui| {
        w::primary_button(ui, Some(icons::CAMERA), "Capture");
        w::secondary_button(ui, None, "Choose a file…");
    });
    w::job_row(ui, "Reading console.log, 1.2 of 5 GB", Some(0.24), "Stop");
    w::job_row(ui, "Looking for logs", None, "Stop the search");
}

fn system(ui: &mut Ui, g: &mut Gallery) {
    w::page_heading_with(
        ui,
        "Your computer",
        "Read from this computer just now. The eye decides what is sent.",
        |ui| {
            w::small_button(ui, Some(icons::COPY), "Copy");
            w::small_button(ui, Some(icons::DOWNLOAD_SIMPLE), "Add DxDiag.txt…");
        },
    );
    let eye = |ui: &mut Ui, rows: &mut w::Rows, cells: &[Cell]| {
        rows.row_with(ui, &Row { cells, selected: None }, 1.0, |ui| w::icon_button(ui, icons::EYE, "Hide").clicked()).1
    };
    let hidden = w::list(ui, |ui, rows| {
        eye(ui, rows, &[Cell::muted("Operating system").share(0.22), Cell::text("Sample OS 11, 64-bit")]);
        eye(
            ui,
            rows,
            &[Cell::muted("Displays").share(0.22), Cell::text("2560 × 1440 at 165 Hz (main), 1920 × 1080 at 60 Hz")],
        );
        eye(
            ui,
            rows,
            &[Cell::muted("Recent driver changes").share(0.22), Cell::text("566.36 → 572.83 on 17 Nov 2026")],
        );
        eye(ui, rows, &[Cell::muted("Computer name").share(0.22), Cell::placeholder("HOST-1", "hidden")])
    });
    g.note(hidden, "hide");
    w::section(ui, "Files");
    w::list(ui, |ui, rows| {
        let cells = [
            Cell::text("console.log").icon(icons::FILE_TEXT),
            Cell::muted("1.2 GB, UTF-8"),
            Cell::strong("88 KB"),
            Cell::status(Status::Bad, "14 errors"),
        ];
        rows.row(ui, &Row { cells: &cells, selected: Some(true) });
        let cells = [
            Cell::text("sample.mdmp").icon(icons::BUG_BEETLE),
            Cell::muted("Crash dump"),
            Cell::text("Whole file"),
            Cell::muted("not symbolicated"),
        ];
        rows.row(ui, &Row { cells: &cells, selected: Some(false) });
    });
    ui.horizontal(|ui| {
        for (icon, name) in [(icons::CURSOR, "Select"), (icons::RECTANGLE, "Frame"), (icons::CROP, "Crop")] {
            w::tool_button(ui, icon, name, name == "Frame");
        }
    });
    let line = |text, level| LogLine { number: "12", text, level, time_end: 12, ..LogLine::default() };
    let hidden = std::slice::from_ref(&(33..42));
    let lines = [
        line("19:42:07.113  INFO  Loading map \"sample.vpk\"", None),
        LogLine { hidden, ..line("19:42:07.640  INFO  Signed in as STEAMID-1", None) },
        line("19:42:08.002  WARN  Shader cache miss: 214 pipelines", Some(Status::Warn)),
        LogLine {
            is_left_out: true, ..line("19:42:08.951  ERR   Устройство отключено 0x887A0005", Some(Status::Bad))
        },
    ];
    let height = 4.0 * w::log_line_height();
    let view = LogView { name: "console.log", total: 40, height, selected: Some(0), digits: 2 };
    view.show(ui, &mut 0.0, 0, &lines);
    let bars: Vec<Bar> =
        (0..40).map(|n| Bar { share: (n % 7) as f32 / 7.0, bad: if n > 30 { 0.5 } else { 0.0 } }).collect();
    w::histogram(ui, "Lines over time", ["14:02", "19:41 to 19:43", "23:10"], &bars, Some((20.0, 35.0)));
    ui.horizontal(|ui| {
        w::thumbnail(ui, None, "crash-moment.png", true);
        w::thumbnail(ui, None, "a name that is far too long for its picture.png", false);
    });
}

fn others(ui: &mut Ui, g: &mut Gallery) {
    w::page_heading(ui, "This is all they will see", "Nothing has left this computer.");
    w::columns(ui, 2, |columns| {
        w::card(&mut columns[0], |ui| {
            w::strong(ui, "7 values hidden");
            w::muted(ui, "1 user name, 1 Steam ID, 2 addresses, 1 computer name, 2 areas in pictures");
            w::link(ui, "Show");
        });
        let ui = &mut columns[1];
        w::checkbox(ui, &mut g.always, "Always leave out the computer’s name");
        w::radio(ui, true, "Both languages");
        w::radio(ui, false, "English only");
        ui.add_enabled_ui(false, |ui| w::checkbox(ui, &mut false, "Not now"));
        w::mono(ui, "Unhandled exception 0xc0000005");
        w::readable(ui, "Text that can be copied");
    });
    w::gap(ui, 2);
    for (status, start) in [(Status::Ok, "Saved."), (Status::Info, "Good to know."), (Status::Bad, "Not written.")] {
        w::banner(ui, status, start, "The zip is in your Documents folder.", |_| {});
    }
    w::line(ui, |ui| {
        w::strong(ui, "Lamps and sons");
        w::badge(ui, Status::Ask, "Unverified");
        w::answer_button(ui, "Did not help", "Did not help: restart", true);
        w::answer_button(ui, "Not possible", "Not possible: restart", false);
    });
    w::fold(ui, &mut true, "More about this desk", |ui| {
        w::fact(ui, icons::CLOCK, "They answer within a day.", Some("Unverified"));
        w::points(ui, true, ["Sign in.", "Paste the text."].into_iter());
        w::entry(ui, "Cameras", "Their maker");
    });
    w::gap(ui, 1);
    ui.horizontal(|ui| {
        if w::primary_button(ui, Some(icons::FILE_ZIP), "Save zip").clicked() {
            g.toasts.push(Status::Ok, "The zip is saved", Some("saving"));
        }
        g.asking |= w::secondary_button(ui, Some(icons::ENVELOPE_SIMPLE), "Email draft").clicked();
        w::secondary_button(ui, Some(icons::CLIPBOARD_TEXT), "Copy text");
    });
    w::progress_bar(ui, 1.4, "Too large");
    if g.asking {
        let asked = w::dialog(&ui.ctx().clone(), Id::unique("ask"), "Replace the file?", |ui| {
            w::body(ui, "There is already a draft of this name in the folder.");
            w::gap(ui, 2);
            ui.horizontal(|ui| {
                w::primary_button(ui, None, "Replace").clicked() | w::secondary_button(ui, None, "Keep both").clicked()
            })
            .inner
        });
        g.asking = !(asked.inner || asked.dismissed);
    }
}

#[test]
fn every_widget_is_drawn_in_both_themes() {
    for (theme, dress) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (page, name) in [
            (Page::Start, "start"),
            (Page::Problem, "problem"),
            (Page::Steps, "steps"),
            (Page::System, "system"),
            (Page::Others, "others"),
        ] {
            let mut harness =
                window([1360.0, 860.0], theme).build_ui_state(|ui, g| fill(ui, |ui| draw(ui, g)), Gallery::new(page));
            harness.run_ok();
            shot(&mut harness, &format!("gallery-{name}-{dress}"));
        }
    }
}

fn open(page: Page) -> Harness<'static, Gallery> {
    window([1360.0, 860.0], Theme::Light).build_ui_state(|ui, g| fill(ui, |ui| draw(ui, g)), Gallery::new(page))
}

#[test]
fn fields_are_written_into_by_their_labels() {
    let mut harness = open(Page::Problem);
    harness.get_by_label("Exact error text").focus();
    harness.run_ok();
    harness.get_by_label("Exact error text").type_text("0xc0000005, ошибка");
    harness.run_ok();
    assert_eq!(harness.state().error, "0xc0000005, ошибка");
    assert!(harness.get_by_label("Exact error text").is_focused());
    shot(&mut harness, "field-focused");
    harness.key_press(Key::Tab);
    harness.run_ok();
    assert!(harness.get_by_label("How often").is_focused(), "Tab follows reading order");
    harness.key_press(Key::ArrowDown);
    harness.run_ok();
    assert_eq!(harness.state().often, 1, "the arrow keys choose without opening");
    harness.get_by_label("How often").click();
    harness.run_ok();
    shot(&mut harness, "choice-open");
    harness.get_by_label("Once").click();
    harness.run_ok();
    assert_eq!(harness.state().often, 2);
}

#[test]
fn a_text_area_grows_with_its_text() {
    let mut harness = open(Page::Problem);
    let height = |harness: &Harness<Gallery>| harness.get_by_label("What happens").rect().height();
    let before = height(&harness);
    harness.state_mut().what.push_str(&"\nещё строка".repeat(5));
    harness.run_ok();
    assert!((height(&harness) - before - 100.0).abs() < 1.0, "five lines of 20: {} {before}", height(&harness));
}

#[test]
fn buttons_rows_and_tiles_answer_to_their_names() {
    let mut harness = open(Page::Problem);
    for name in ["Split it off", "One issue per request"] {
        harness.get_by_label(name).click();
        harness.run_ok();
    }
    assert_eq!(harness.state().log, ["split", "jump"]);
    harness.get_by_label("System").click();
    harness.run_ok();
    harness.get_all_by_label("Hide").last().expect("four rows, four eyes").click();
    harness.run_ok();
    assert_eq!(harness.state().log.last().map(String::as_str), Some("hide"));
    harness.get_by_label("Destination").click();
    harness.run_ok();
    harness.get_by_label("Riot Games").click();
    harness.run_ok();
    assert_eq!(harness.state().log.last().map(String::as_str), Some("chose Riot Games"));
}

#[test]
fn a_button_that_cannot_be_used_does_nothing() {
    let harness = open(Page::Problem);
    let button = harness.get_by_label("Export bundle");
    assert!(button.accesskit_node().is_disabled());
}

#[test]
fn steps_keep_to_one_line_break_the_page_decides_on() {
    let mut harness = open(Page::Steps);
    harness.get_by_label("Step 2").focus();
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
    assert_eq!(harness.state().steps[1], "Press Play");
    shot(&mut harness, "step-focused");
}

#[test]
fn a_toast_can_be_undone_and_goes_by_itself() {
    let mut harness = open(Page::Others);
    harness.get_by_label("Save zip").click();
    harness.run_steps(3);
    shot(&mut harness, "toast");
    harness.get_by_label("Undo").click();
    harness.run_steps(3);
    assert_eq!(harness.state().log, ["undo saving"]);
    assert!(harness.query_by_label("The zip is saved").is_none());

    harness.get_by_label("Save zip").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("The zip is saved").is_some());
    harness.input_mut().time = Some(1e6);
    harness.run_steps(2);
    assert!(harness.query_by_label("The zip is saved").is_none());
}

#[test]
fn a_dialog_is_answered_or_left_by_escape() {
    let mut harness = open(Page::Others);
    harness.get_by_label("Email draft").click();
    harness.run_ok();
    shot(&mut harness, "dialog");
    harness.get_by_label("Replace").click();
    harness.run_ok();
    assert!(!harness.state().asking);
    harness.get_by_label("Email draft").click();
    harness.run_ok();
    harness.key_press(Key::Escape);
    harness.run_ok();
    assert!(!harness.state().asking);
}

#[test]
fn a_menu_opens_with_the_keyboard() {
    let mut harness = open(Page::Problem);
    harness.get_by_label("Other ways").focus();
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
    let width = harness.get_by_label("Copy text").rect().width();
    assert!((150.0..300.0).contains(&width), "as wide as a menu is: {width}");
    shot(&mut harness, "menu");
}

#[test]
fn what_has_the_keyboard_is_seen() {
    let mut harness = window([900.0, 620.0], Theme::Dark)
        .build_ui_state(|ui, g| fill(ui, |ui| draw(ui, g)), Gallery::new(Page::Start));
    let mut before = harness.render().expect("a picture");
    for press in 1..=14 {
        harness.key_press(Key::Tab);
        harness.run_ok();
        let after = harness.render().expect("a picture");
        assert!(before != after, "press {press} of Tab changes nothing that is seen");
        before = after;
    }
    shot(&mut harness, "keyboard");
}

#[test]
fn sizes_are_those_of_the_design() {
    let harness = open(Page::Problem);
    let height = |name: &str| harness.get_by_label(name).rect().height();
    for (name, wanted) in [
        ("Title", 38.0),
        ("How often", 38.0),
        ("Exact error text", 38.0),
        ("What happens", 98.0),
        ("Export bundle", 32.0),
        ("Split it off", 28.0),
        ("Problem", 34.0),
    ] {
        assert!((height(name) - wanted).abs() < 0.6, "{name}: {} instead of {wanted}", height(name));
    }
    let harness = open(Page::Start);
    let top = |name: &str| harness.get_by_label(name).rect().top();
    let (first, second) = (
        "Archive fails with a signing error, Apple code-level support, Sent 18 Nov, reply due 21 Nov",
        "Не получается войти, Telegram, Answered",
    );
    assert!((top(second) - top(first) - 35.0).abs() < 0.6, "rows are 35 apart");
}

#[test]
fn nothing_overflows_in_a_small_window_with_long_words() {
    for page in [Page::Start, Page::Problem, Page::Steps, Page::System, Page::Others] {
        let mut gallery = Gallery::new(page);
        gallery.title = "Сверхдлинноеслово".repeat(40);
        gallery.steps.push("Сверхдлинноеслово".repeat(20));
        let mut harness =
            window([1000.0, 520.0], Theme::Light).build_ui_state(|ui, g| fill(ui, |ui| draw(ui, g)), gallery);
        harness.run_ok();
        for field in harness.root().children_recursive().filter(|node| node.accesskit_node().role() == Role::TextInput)
        {
            assert!(field.rect().width() < 1000.0);
        }
    }
}
