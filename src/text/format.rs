//! Numbers, sizes, spans of time and dates as each language writes them.

use jiff::civil::Date;

use crate::model::Lang;

const UNITS_EN: [&str; 5] = ["B", "KB", "MB", "GB", "TB"];
const UNITS_RU: [&str; 5] = ["Б", "КБ", "МБ", "ГБ", "ТБ"];

/// A number of bytes in decimal units with at most three digits, `6.4 MB` or `6,4 МБ`.
#[must_use]
pub fn size(lang: Lang, bytes: u64) -> String {
    let units = match lang {
        Lang::En => UNITS_EN,
        Lang::Ru => UNITS_RU,
    };
    let mut value = bytes as f64;
    let mut unit = 0;
    while value >= 999.5 && unit + 1 < units.len() {
        value /= 1000.0;
        unit += 1;
    }
    let digits = usize::from(unit > 0 && value < 99.95);
    let mut text = format!("{value:.digits$}");
    if let Some(whole) = text.strip_suffix(".0") {
        text = whole.to_owned();
    }
    if lang == Lang::Ru {
        text = text.replace('.', ",");
    }
    format!("{text}\u{a0}{}", units[unit])
}

/// Memory in powers of two under the names of powers of ten, as it is sold.
#[must_use]
pub fn memory_size(lang: Lang, bytes: u64) -> String {
    let (sold, counted) = if bytes >= 1 << 30 { (1_000_000_000, 1 << 30) } else { (1_000_000, 1 << 20) };
    let scaled = u128::from(bytes) * sold / counted;
    size(lang, u64::try_from(scaled).unwrap_or(u64::MAX))
}

/// A whole number with the language's thousands separator.
#[must_use]
pub fn number(lang: Lang, value: u64) -> String {
    let digits = value.to_string();
    let separator = match lang {
        Lang::En => ',',
        Lang::Ru => '\u{a0}',
    };
    if lang == Lang::Ru && digits.len() < 5 {
        return digits;
    }
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A span of time in its two greatest units, `3 d 4 h`.
#[must_use]
pub fn duration(lang: Lang, secs: u64) -> String {
    let (days, hours, minutes) = (secs / 86_400, secs / 3_600 % 24, secs / 60 % 60);
    let (d, h, m) = match lang {
        Lang::En => ("d", "h", "min"),
        Lang::Ru => ("д", "ч", "мин"),
    };
    match (days, hours) {
        (0, 0) => format!("{minutes}\u{a0}{m}"),
        (0, _) => format!("{hours}\u{a0}{h} {minutes}\u{a0}{m}"),
        _ => format!("{days}\u{a0}{d} {hours}\u{a0}{h}"),
    }
}

/// A date, `18 Nov 2026` or `18 ноября 2026`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    format!("{} {} {}", date.day(), month(lang, date), date.year())
}

/// A day near `today`, without the year where that is the same: `18 Nov` or `18 ноября`.
#[must_use]
pub fn day(lang: Lang, day: Date, today: Date) -> String {
    if day.year() == today.year() { format!("{} {}", day.day(), month(lang, day)) } else { date(lang, day) }
}

fn month(lang: Lang, date: Date) -> &'static str {
    const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const RU: [&str; 12] = [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ];
    let months = match lang {
        Lang::En => EN,
        Lang::Ru => RU,
    };
    usize::try_from(date.month() - 1).ok().and_then(|i| months.get(i)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_at_most_three_digits() {
        assert_eq!(size(Lang::En, 6_400_000), "6.4\u{a0}MB");
        assert_eq!(size(Lang::Ru, 6_400_000), "6,4\u{a0}МБ");
        assert_eq!(size(Lang::En, 25_000_000), "25\u{a0}MB");
        assert_eq!(size(Lang::En, 999), "999\u{a0}B");
        assert_eq!(size(Lang::En, 999_999), "1\u{a0}MB");
        assert_eq!(size(Lang::Ru, 212_300), "212\u{a0}КБ");
    }

    #[test]
    fn memory_is_told_as_it_is_sold() {
        assert_eq!(memory_size(Lang::En, 512 << 20), "512\u{a0}MB");
        assert_eq!(memory_size(Lang::Ru, 32 << 30), "32\u{a0}ГБ");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(Lang::En, 2_000), "2,000");
        assert_eq!(number(Lang::Ru, 2_000), "2000");
        assert_eq!(number(Lang::Ru, 1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(number(Lang::En, 12), "12");
    }

    #[test]
    fn days_of_this_year_need_no_year() {
        let (last, now) = (Date::constant(2025, 12, 31), Date::constant(2026, 11, 18));
        assert_eq!(day(Lang::En, now, now), "18 Nov");
        assert_eq!(day(Lang::Ru, now, now), "18 ноября");
        assert_eq!(day(Lang::En, last, now), "31 Dec 2025");
    }
}
