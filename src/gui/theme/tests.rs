use super::*;

fn luminance(colour: Color32) -> f64 {
    let [r, g, b] = [colour.r(), colour.g(), colour.b()].map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// As WCAG 2.2 computes it.
fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_file_is_complete() {
    let read: Result<Theme, _> = toml::from_str(include_str!("../../../assets/theme.toml"));
    assert!(read.is_ok(), "{read:?}");
}

#[test]
fn all_text_can_be_read_in_both_themes() {
    let mut misses = Vec::new();
    for (theme, t) in [("light", &theme().light), ("dark", &theme().dark)] {
        let plain = [t.background, t.panel, t.sunken, t.selected];
        let status = [t.ok_background, t.warn_background, t.bad_background, t.accent_background];
        let mut pairs = Vec::new();
        for under in plain.into_iter().chain(status) {
            pairs.push(("text", t.text, under));
            pairs.push(("muted", t.muted, under));
        }
        pairs.push(("faint", t.faint, t.panel));
        for under in plain {
            pairs.push(("accent", t.accent, under));
        }
        pairs.push(("accent", t.accent, t.accent_background));
        pairs.push(("on_accent", t.on_accent, t.accent));
        for (name, text, own) in
            [("ok", t.ok, t.ok_background), ("warn", t.warn, t.warn_background), ("bad", t.bad, t.bad_background)]
        {
            for under in [t.background, t.panel, t.sunken, own] {
                pairs.push((name, text, under));
            }
        }
        for (name, text, under) in pairs {
            let reached = contrast(text, under);
            if reached < 4.5 {
                misses.push(format!("{theme}: {name} on {} is {reached:.2}", under.to_hex()));
            }
        }
    }
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

#[test]
fn status_icons_are_seen_on_selected_rows() {
    for t in [&theme().light, &theme().dark] {
        for icon in [t.ok, t.warn, t.bad, t.accent] {
            assert!(contrast(icon, t.selected) >= 3.0, "{}", icon.to_hex());
        }
    }
}

#[test]
fn no_other_file_of_the_window_makes_a_colour() {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gui")];
    let mut raw = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("theme") {
                folders.push(path);
            } else if path.is_file() && !path.ends_with("theme.rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                let makes = ["Color32::from_", "hex_color!", "Rgba::from_", "Hsva::new"];
                if makes.iter().any(|maker| source.contains(maker)) {
                    raw.push(path);
                }
            }
        }
    }
    assert!(raw.is_empty(), "take colours from theme::tokens: {raw:?}");
}
