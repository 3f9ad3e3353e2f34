//! The zone that is written right behind a time.

/// How many minutes ahead of UTC the clock is, as far as what stands behind its time says so: `Z`, `UTC`, `+0300`, `-03:30`.
pub fn ahead(behind: &[u8]) -> Option<i32> {
    let behind = behind.trim_ascii_start();
    for word in [b"UTC".as_slice(), b"GMT", b"Z"] {
        if let Some(rest) = behind.strip_prefix(word) {
            let ends = !rest.first().is_some_and(u8::is_ascii_alphanumeric);
            return ends.then(|| offset(rest).unwrap_or(0));
        }
    }
    offset(behind)
}

fn offset(text: &[u8]) -> Option<i32> {
    let (sign, digits) = match text.split_first()? {
        (b'+', rest) => (1, rest),
        (b'-', rest) => (-1, rest),
        _ => return None,
    };
    let two = |at: usize| -> Option<i32> {
        let (ten, one) = (digits.get(at)?, digits.get(at + 1)?);
        (ten.is_ascii_digit() && one.is_ascii_digit()).then(|| i32::from(ten - b'0') * 10 + i32::from(one - b'0'))
    };
    let hours = two(0)?;
    let minutes_at = if digits.get(2) == Some(&b':') { 3 } else { 2 };
    let minutes = two(minutes_at)?;
    let ends = !digits.get(minutes_at + 2).is_some_and(u8::is_ascii_digit);
    (ends && hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_read_and_nothing_else() {
        for (text, minutes) in [
            ("Z start", Some(0)),
            (" UTC (1h ago)", Some(0)),
            (" +0900", Some(540)),
            ("-03:30 x", Some(-210)),
            (" GMT+02:00", Some(120)),
            (" UTCP", None),
            (" Zoned", None),
            (" CET", None),
            (" +12345", None),
            (" +9900", None),
            (" - started", None),
            ("", None),
        ] {
            assert_eq!(ahead(text.as_bytes()), minutes, "{text}");
        }
    }
}
