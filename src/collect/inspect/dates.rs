//! Dates in the order of the country where a report was written.
//!
//! Never here: a guess. What neither the date nor any other date of the report tells stays untold.

/// The order that all dates of a report tell together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    day_first: Option<bool>,
}

impl Dates {
    /// Reads what the dates beside sizes of files tell (`5/27/2031 04:05:06, 123 bytes`), and those in elements named after dates.
    pub fn of(text: &str) -> Self {
        let told = text.lines().filter(|line| line.contains(" bytes") || line.contains("Date>"));
        let words = told.flat_map(|line| line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '<' | '>')));
        let (mut day, mut month) = (0_usize, 0_usize);
        for (first, second, _) in words.filter(|word| !word.contains('.')).filter_map(numbers) {
            day += usize::from(first > 12 && first <= 31);
            month += usize::from(second > 12 && first <= 12);
        }
        Self { day_first: (day != month).then_some(day > month) }
    }

    /// The date at the start of `value` as `2031-02-03`.
    pub fn iso(self, value: &str) -> Option<String> {
        let word = value.split(|c: char| c.is_whitespace() || c == ',').next()?;
        let (first, second, third) = numbers(word)?;
        let (year, month, day) = if first >= 1000 {
            (first, second, third)
        } else if word.contains('.') || first > 12 || first == second {
            (third, second, first)
        } else if second > 12 || !self.day_first? {
            (third, first, second)
        } else {
            (third, second, first)
        };
        let is_date = (1970..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        is_date.then(|| format!("{year:04}-{month:02}-{day:02}"))
    }
}

/// Three numbers with the same mark between them.
fn numbers(word: &str) -> Option<(u32, u32, u32)> {
    let mark = word.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = word.trim_end_matches(mark).split(mark).map(|part| part.parse::<u32>().ok());
    let three = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(three)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_dates_of_a_report_tell_the_order() {
        let silent = Dates::default();
        let day_first = Dates::of("Date and Size: 27/05/2031 04:05:06, 1 bytes\nTime of this report: 5/27/2031\n");
        let month_first = Dates::of("Driver: C:\\a.sys, 1.02.3000.4000 (English), 5/27/2031 04:05:06, 1 bytes\n");
        for (value, dates, expected) in [
            ("03/02/2031 04:05:06, 1 bytes", silent, None),
            ("03/02/2031 04:05:06, 1 bytes", day_first, Some("2031-02-03")),
            ("03/02/2031 04:05:06, 1 bytes", month_first, Some("2031-03-02")),
            ("27/02/2031 4:05:06 PM", month_first, Some("2031-02-27")),
            ("2/27/2031 4:05:06 PM", silent, Some("2031-02-27")),
            ("3.2.2031 4:05:06", silent, Some("2031-02-03")),
            ("2031/2/3 4:05:06", silent, Some("2031-02-03")),
            ("2031-02-03 4:05:06", day_first, Some("2031-02-03")),
            ("2/2/2031", silent, Some("2031-02-02")),
            ("31/06/21 04:05:06", day_first, None),
            ("n/a", day_first, None),
            ("Unknown", day_first, None),
        ] {
            assert_eq!(dates.iso(value).as_deref(), expected, "{value}");
        }
        assert_eq!(Dates::of("a <DriverDate>27/2/2031 1:00:00</DriverDate>"), day_first);
        assert_eq!(Dates::of("27/02/2031, 1 bytes\n2/27/2031, 1 bytes\n"), silent, "they do not agree");
    }
}
