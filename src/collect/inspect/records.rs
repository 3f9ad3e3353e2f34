//! The records of a log, line by line: where each begins, when it was written and how bad it is.
//!
//! Lines of one log look alike, and most differ from the line before in a few digits. What was found in that is used again where
//! the pattern would find the same; only what is new goes through the patterns.

use super::levels;
use super::stamp::Stamp;
use super::timestamp::{Places, Shape};

/// Beginnings of lines whose level is remembered.
const REMEMBERED: usize = 24;
/// How far behind the time a remembered level may stand, in bytes.
const REACH_BYTES: usize = 64;
/// Lines of a record that wait for one that tells the level of all of them.
const MOST_UNTOLD: usize = 16;

/// What a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seen {
    /// Whether it begins a record.
    pub begins: bool,
    /// When it was written; only a line that begins a record has a time.
    pub stamp: Option<Stamp>,
    /// Where the time ends in the line, in bytes.
    pub stamp_end: usize,
    /// The level of its record, as far as it was told up to here.
    pub level: Option<&'static str>,
    /// Whether this line told the level.
    pub tells: bool,
    /// How many lines right before it are of the same record, which had not told its level yet: it is theirs, too.
    pub before: usize,
}

/// Reads the lines of one log in their order.
#[derive(Clone, Debug, Default)]
pub struct Records {
    shape: Option<Shape>,
    level: Option<&'static str>,
    /// Whether the record that is being read has told its level; lines before the first one tell none.
    told: bool,
    /// Lines of that record up to here, as long as it has told none.
    untold: usize,
    last: Option<Last>,
    levels: Vec<(Box<[u8]>, &'static str)>,
    oldest: usize,
}

/// The last line that had a time.
#[derive(Clone, Debug)]
struct Last {
    /// The line up to the end of its time.
    start: Vec<u8>,
    stamp: Stamp,
    places: Places,
}

impl Records {
    /// The records of a log that writes times in this shape.
    pub fn new(shape: Option<Shape>) -> Self {
        Self { shape, told: true, ..Self::default() }
    }

    /// The same in the middle of a log: the line before belonged to a record of this level.
    pub fn within(shape: Option<Shape>, level: Option<&'static str>) -> Self {
        Self { shape, level, told: true, ..Self::default() }
    }

    /// The level of the record of the last line.
    pub fn level(&self) -> Option<&'static str> {
        self.level
    }

    /// Whether the next line may tell the level of the lines before it.
    pub fn is_untold(&self) -> bool {
        !self.told
    }

    /// Looks at the next line.
    pub fn next(&mut self, line: &[u8]) -> Seen {
        let found = self.stamp(line);
        let mut tells = None;
        let begins = match self.shape {
            Some(_) => found.is_some(),
            None => !continues(line) || self.find_level(line, 0).is_some(),
        };
        let mut before = 0;
        if begins {
            tells = self.find_level(line, found.map_or(0, |(_, end)| end));
            self.level = tells;
            self.told = tells.is_some();
            self.untold = 0;
        } else if !self.told {
            // A line without a time continues the record before it, and says its level if nothing did.
            tells = if line.is_empty() { None } else { levels::at_start(line) };
            self.level = tells;
            self.told = tells.is_some();
            before = if self.told { self.untold } else { 0 };
        }
        if !self.told {
            self.untold += 1;
            self.told = self.untold >= MOST_UNTOLD;
        }
        let (stamp, stamp_end) = found.map_or((None, 0), |(stamp, end)| (Some(stamp), end));
        Seen { begins, stamp, stamp_end, level: self.level, tells: tells.is_some(), before }
    }

    /// The time of a line, and where it ends.
    pub fn stamp(&mut self, line: &[u8]) -> Option<(Stamp, usize)> {
        let shape = self.shape.filter(|_| !line.is_empty())?;
        if let Some(last) = &mut self.last
            && let Some(stamp) = last.again(line)
        {
            return Some((stamp, last.places.end));
        }
        let (stamp, places) = shape.read_places(line)?;
        let end = places.end;
        self.last = line.get(..end).map(|start| Last { start: start.to_vec(), stamp, places });
        Some((stamp, end))
    }

    fn find_level(&mut self, line: &[u8], after: usize) -> Option<&'static str> {
        let behind = line.get(after..).filter(|behind| !behind.is_empty())?;
        if let Some((_, level)) = self.levels.iter().find(|(start, _)| behind.starts_with(start)) {
            return Some(level);
        }
        let (level, end) = levels::find(line, after)?;
        // With the byte behind the word: it says that the word ends there.
        if let Some(start) = end.and_then(|end| line.get(after..=end)).filter(|start| start.len() <= REACH_BYTES) {
            let known = (Box::from(start), level);
            if self.levels.len() < REMEMBERED {
                self.levels.push(known);
            } else {
                self.levels[self.oldest] = known;
                self.oldest = (self.oldest + 1) % REMEMBERED;
            }
        }
        Some(level)
    }
}

/// Whether a line of a log without times goes on with the record before it, as the lines of a stack do.
fn continues(line: &[u8]) -> bool {
    let begins_like = |start: &[u8]| line.starts_with(start);
    let is_indented = begins_like(b" ") || begins_like(b"\t");
    is_indented && !line.trim_ascii().is_empty() || begins_like(b"Caused by: ") || begins_like(b"Traceback (most ")
}

impl Last {
    /// The time of `line`, if it differs from the last one in nothing but its minute, second and fraction.
    fn again(&mut self, line: &[u8]) -> Option<Stamp> {
        let Stamp::Clock { year, day, time, milli } = self.stamp else { return None };
        let (minute, second) = (self.places.minute.clone()?, self.places.second.clone()?);
        let end = self.places.end;
        let start = line.get(..end)?;
        // More digits, or half a day behind the time, would be a part of it.
        let mut behind = line.get(end..).unwrap_or_default().iter().filter(|byte| **byte != b' ').take(1);
        if line.get(end).is_some_and(u8::is_ascii_digit) || behind.any(|byte| b"aApP.,:\xC2\xE2".contains(byte)) {
            return None;
        }
        let fraction = self.places.fraction.clone().unwrap_or(0..0);
        let changes = |at: usize| minute.contains(&at) || second.contains(&at) || fraction.contains(&at);
        let same = start
            .iter()
            .zip(&self.start)
            .enumerate()
            .all(|(at, (new, old))| new == old || (new.is_ascii_digit() && old.is_ascii_digit() && changes(at)));
        if !same {
            return None;
        }
        let (minute, second) = (number(start.get(minute)?), number(start.get(second)?));
        if minute > 59 || second > 59 {
            return None;
        }
        let milli = milli.map(|_| {
            let digits = start.get(fraction).unwrap_or_default().iter().chain(b"000").take(3);
            digits.fold(0, |all, digit| all * 10 + u32::from(digit.wrapping_sub(b'0')))
        });
        Some(Stamp::Clock { year, day, time: (time.0, minute, second), milli })
    }
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |all, digit| all * 10 + u32::from(digit.wrapping_sub(b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is remembered never says anything else than the patterns do.
    #[test]
    fn shortcuts_find_what_the_patterns_find() {
        let logs = [
            "2031-02-03 04:05:06.789 INFO a\n2031-02-03 04:05:07.001 WARN b\n2031-02-03 04:05:07.0012 ERROR c\n2031-02-03 04:05:07 d\n2031-02-03 04:59:61 e\n2031-02-03 04:05:08, f\n",
            "[4:05:06 PM] [x/INFO] a\n[4:05:07 AM] [x/WARN] b\n[4:05:08 PM] [x/WARNING] c\n[4:05:08] d\n",
            "4:05:06 a\n4:05:07 PM b\n4:05:08 Parse ERROR\n4:05:09 am c\n",
            "Feb  3 04:05:06 host app[12]: error: a\nFeb  3 04:05:59 host app[12]: errors: b\nMar 3 04:05:06 host c\n",
            "20310203040506 INFO a\n20310203046006 INFO b\n20310203040599 INFO c\n",
            "1700000000.123 INFO a\n1700000001.123 INFOX b\n1700000001.123 INFO\n",
            "04:05:06 INFORMATION a\n04:05:06 INFO: a\n04:05:06 INFO\n04:05:06 INFOS\n04:05:06 xINFO [error] b\n",
        ];
        for log in logs {
            let lines: Vec<Vec<u8>> = log.repeat(3).lines().map(|line| line.as_bytes().to_vec()).collect();
            let shape = Shape::of(&lines);
            let mut records = Records::new(shape);
            for line in &lines {
                let seen = records.next(line);
                let stamp = shape.and_then(|shape| shape.read(line));
                let text = String::from_utf8_lossy(line);
                assert_eq!(seen.stamp, stamp.map(|(stamp, _)| stamp), "{text}");
                if seen.begins {
                    assert_eq!(seen.level, levels::level(line, stamp.map_or(0, |(_, end)| end)), "{text}");
                }
            }
        }
    }

    #[test]
    fn lines_belong_to_their_record() {
        let lines =
            ["head", "04:05:06 ERROR a", "  at x", "ERROR y", "04:05:07 b", "SEVERE: c", "d", "04:05:08 INFO e"];
        let owned: Vec<Vec<u8>> = lines.iter().map(|line| line.as_bytes().to_vec()).collect();
        let mut records = Records::new(Shape::of(&owned));
        let levels: Vec<_> = owned.iter().map(|line| records.next(line).level.unwrap_or("-")).collect();
        assert_eq!(levels, ["-", "error", "error", "error", "-", "error", "error", "info"]);
    }

    fn seen(lines: &[&str]) -> Vec<Seen> {
        let owned: Vec<Vec<u8>> = lines.iter().map(|line| line.as_bytes().to_vec()).collect();
        let mut records = Records::new(Shape::of(&owned));
        owned.iter().map(|line| records.next(line)).collect()
    }

    #[test]
    fn a_level_that_comes_late_is_that_of_the_lines_before_it() {
        let told = seen(&["ERROR head", "04:05:06 com.example.Main run", "", "SEVERE: a", "  at x", "04:05:07 INFO b"]);
        let before: Vec<usize> = told.iter().map(|seen| seen.before).collect();
        assert_eq!(before, [0, 0, 0, 2, 0, 0], "what stands before the first record is of none");
        let mut long = vec!["04:05:06 a"];
        long.extend(["x"; MOST_UNTOLD]);
        long.extend(["SEVERE: late", "04:05:07 b", "04:05:08 c"]);
        assert!(seen(&long).iter().all(|seen| seen.before == 0 && seen.level.is_none()), "it does not wait for ever");
    }

    #[test]
    fn without_times_the_lines_of_a_stack_go_on() {
        let lines = ["INFO a", "ERROR b", "  at x", "\tat y", "Caused by: z", "  at w", " WARN c", "d", "  e"];
        let levels: Vec<_> = seen(&lines).iter().map(|seen| seen.level.unwrap_or("-")).collect();
        assert_eq!(levels, ["info", "error", "error", "error", "error", "error", "warn", "-", "-"]);
    }
}
