//! Finds any of many fixed texts in bytes, ASCII case apart: each text is known by its rarest group of up to four bytes.
//!
//! One look at a small table per byte says that nothing starts here; only where it says otherwise are texts compared.
//! Never here: an automaton. Building takes microseconds, so that a small text is done with quickly.

use std::ops::Range;

/// Longest group of bytes that stands for a text.
const WIDEST: usize = 4;
/// Shortest group: for a text of two bytes, with any byte behind them.
const NARROWEST: usize = 3;
/// Groups are sought in so many first bytes of a text.
const HEAD: usize = 64;
/// How many bytes are looked at together.
const BLOCK: usize = 64;
/// Words of the table for few texts, 8 KiB: it stays in the nearest cache.
const SMALL: usize = 1 << 10;
/// From so many groups on the large table pays.
const FEW: usize = 3000;
/// Words of the table for many, 128 KiB.
const LARGE: usize = 1 << 14;
/// ASCII letters differ in this bit from their other case. It joins some marks too, which the comparison tells apart.
const FOLD: u64 = 0x2020_2020_2020_2020;

#[derive(Clone, Copy, Debug)]
struct Entry {
    gram: u32,
    text: u32,
    /// Where in the text its group of bytes stands.
    offset: u32,
    /// Up to eight bytes of the text around its group, folded, and which of them there are.
    around: u64,
    kept: u64,
    /// How far before the group those bytes start.
    back: u32,
}

impl Entry {
    fn new(gram: u32, index: usize, text: &[u8], offset: usize) -> Self {
        let from = offset.min(text.len().saturating_sub(8));
        let kept = u64::MAX >> (8 * (8 - text.len().min(8)));
        let around = eight(text, from) & kept;
        Self { gram, text: index as u32, offset: offset as u32, around, kept, back: (offset - from) as u32 }
    }
}

/// Fixed texts to be found.
#[derive(Clone, Debug, Default)]
pub(super) struct Fixed {
    texts: Vec<Vec<u8>>,
    /// Texts of one byte.
    single: Vec<usize>,
    /// Texts of two and three bytes, and longer ones: groups of four bytes stand seldom where those of three do.
    tables: Vec<Table>,
}

/// Where the groups of some texts are looked up.
#[derive(Clone, Debug, Default)]
struct Table {
    /// Which bytes of four belong to a group.
    mask: u32,
    /// One bit for each hash of a group that stands for some text.
    bits: Vec<u64>,
    /// First entry of each bucket, and the end of the last.
    buckets: Vec<u32>,
    bucket_shift: u32,
    entries: Vec<Entry>,
}

impl Table {
    /// The table of the texts at `indices`, none of which is shorter than two bytes.
    fn new(texts: &[Vec<u8>], indices: &[usize]) -> Self {
        let shortest = indices.iter().map(|index| texts[*index].len()).min().unwrap_or_default();
        let width = shortest.clamp(NARROWEST, WIDEST);
        let mask = u32::MAX >> (8 * (WIDEST - width));
        let size = indices.len().next_power_of_two().ilog2();
        let bucket_shift = 32 - (size + 1).min(20);
        let mut load = vec![0_u32; 1 << (32 - bucket_shift)];
        let mut entries: Vec<Entry> = Vec::with_capacity(indices.len());
        for index in indices.iter().copied() {
            let text = &texts[index];
            if text.len() < width {
                // Folded, a byte has its third bit from the left set: 128 are left.
                let any = (0..=0xFF_u32).filter(|byte| byte & 0x20 != 0);
                for gram in any.map(|byte| (group(text, 0xFFFF) | byte << 16) & mask) {
                    load[bucket(gram, bucket_shift)] += 1;
                    entries.push(Entry::new(gram, index, text, 0));
                }
                continue;
            }
            let best = (0..=text.len().min(HEAD) - width)
                .map(|offset| (offset, group(&text[offset..], mask)))
                .min_by_key(|(offset, gram)| {
                    (load[bucket(*gram, bucket_shift)] / 4, commonness(&text[*offset..][..width]), *offset)
                });
            if let Some((offset, gram)) = best {
                load[bucket(gram, bucket_shift)] += 1;
                entries.push(Entry::new(gram, index, text, offset));
            }
        }
        entries.sort_unstable_by_key(|entry| (bucket(entry.gram, bucket_shift), entry.text));
        let mut bits = vec![0_u64; if entries.len() < FEW { SMALL } else { LARGE }];
        let shift = 32 - 6 - bits.len().ilog2();
        for entry in &entries {
            let hash = hash(entry.gram) >> shift;
            bits[(hash >> 6) as usize] |= 1 << (hash & 63);
        }
        let mut from = 0;
        let mut buckets = vec![0];
        for load in load {
            from += load;
            buckets.push(from);
        }
        Self { mask, bits, buckets, bucket_shift, entries }
    }

    fn find(&self, texts: &[Vec<u8>], bytes: &[u8], found: &mut impl FnMut(usize, Range<usize>)) {
        let from = match (self.bits.as_array::<SMALL>(), self.bits.as_array::<LARGE>()) {
            (Some(bits), _) => self.find_blocks(texts, bits, bytes, found),
            (_, Some(bits)) => self.find_blocks(texts, bits, bytes, found),
            _ => 0,
        };
        for at in from..bytes.len() {
            self.compare(texts, bytes, at, found);
        }
    }

    /// Looks at whole blocks, and tells where they end. The table's size is a constant, so that no look into it is checked.
    fn find_blocks<const SIZE: usize>(
        &self,
        texts: &[Vec<u8>],
        bits: &[u64; SIZE],
        bytes: &[u8],
        found: &mut impl FnMut(usize, Range<usize>),
    ) -> usize {
        let shift = 32 - 6 - SIZE.ilog2();
        let mask = self.mask;
        let known = |eight: u64, from: u32| {
            let hash = hash((eight >> (8 * from)) as u32 & mask) >> shift;
            bits[(hash >> 6) as usize] >> (hash & 63) & 1
        };
        let mut from = 0;
        while let Some((block, _)) = bytes.get(from..).and_then(|rest| rest.split_first_chunk::<{ BLOCK + 8 }>()) {
            let mut all = 0;
            for (i, four) in block.windows(8).step_by(4).take(BLOCK / 4).enumerate() {
                let eight =
                    u64::from_le_bytes([four[0], four[1], four[2], four[3], four[4], four[5], four[6], four[7]]) | FOLD;
                let here = known(eight, 0) | known(eight, 1) << 1 | known(eight, 2) << 2 | known(eight, 3) << 3;
                all |= here << (4 * i);
            }
            while all != 0 {
                self.compare(texts, bytes, from + all.trailing_zeros() as usize, found);
                all &= all - 1;
            }
            from += BLOCK;
        }
        from
    }

    /// Compares the texts that have the group at `at` with the bytes around it.
    fn compare(&self, texts: &[Vec<u8>], bytes: &[u8], at: usize, found: &mut impl FnMut(usize, Range<usize>)) {
        let gram = group(&bytes[at..], self.mask);
        let bucket = bucket(gram, self.bucket_shift);
        for entry in &self.entries[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize] {
            if entry.gram != gram {
                continue;
            }
            // Most that share their group differ in the bytes around it: that is seen without a look at the text itself.
            let around = at.checked_sub(entry.back as usize).map_or(0, |from| eight(bytes, from));
            if (around ^ entry.around) & entry.kept != 0 {
                continue;
            }
            let text = &texts[entry.text as usize];
            if let Some(start) = at.checked_sub(entry.offset as usize)
                && let Some(here) = bytes.get(start..start + text.len())
                && here.eq_ignore_ascii_case(text)
            {
                found(entry.text as usize, start..start + text.len());
            }
        }
    }
}

impl Fixed {
    /// Makes ready to find `texts`; empty ones are never found.
    pub fn new(texts: Vec<Vec<u8>>) -> Self {
        let of = |wanted: Range<usize>| -> Vec<usize> {
            (0..texts.len()).filter(|index| wanted.contains(&texts[*index].len())).collect()
        };
        let (single, short, long) = (of(1..2), of(2..WIDEST), of(WIDEST..usize::MAX));
        let tables =
            [short, long].iter().filter(|some| !some.is_empty()).map(|some| Table::new(&texts, some)).collect();
        Self { texts, single, tables }
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.single.is_empty() && self.tables.is_empty()
    }

    /// A text by the index that `find` tells.
    pub fn text(&self, index: usize) -> &[u8] {
        &self.texts[index]
    }

    /// Calls `found` with the index and the place of every text in `bytes`, overlapping ones too, in no order.
    pub fn find(&self, bytes: &[u8], mut found: impl FnMut(usize, Range<usize>)) {
        for index in &self.single {
            let byte = self.texts[*index][0];
            for at in memchr::memchr2_iter(byte.to_ascii_lowercase(), byte.to_ascii_uppercase(), bytes) {
                found(*index, at..at + 1);
            }
        }
        for table in &self.tables {
            table.find(&self.texts, bytes, &mut found);
        }
    }
}

/// Eight bytes from `from` on, folded; what is missing at the end counts as nothing.
fn eight(bytes: &[u8], from: usize) -> u64 {
    let rest = &bytes[from..];
    let eight = rest.first_chunk::<8>().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        let length = rest.len().min(8);
        eight[..length].copy_from_slice(&rest[..length]);
        eight
    });
    u64::from_le_bytes(eight) | FOLD
}

/// The first bytes as a group; what is missing at the end counts as nothing.
fn group(bytes: &[u8], mask: u32) -> u32 {
    let mut four = [0; WIDEST];
    let length = bytes.len().min(WIDEST);
    four[..length].copy_from_slice(&bytes[..length]);
    (u32::from_le_bytes(four) | FOLD as u32) & mask
}

fn hash(gram: u32) -> u32 {
    // The fraction of the golden ratio spreads neighbours well.
    gram.wrapping_mul(0x9E37_79B1)
}

fn bucket(gram: u32, shift: u32) -> usize {
    (hash(gram) >> shift) as usize
}

/// How often such bytes stand in logs, roughly: figures and dots most, then common letters.
fn commonness(gram: &[u8]) -> u32 {
    let of = |byte: &u8| match byte.to_ascii_lowercase() {
        b' ' | b'0'..=b'9' | b'.' | b':' | b'-' | b'/' | 0xD0 | 0xD1 => 4,
        b'e' | b't' | b'a' | b'o' | b'i' | b'n' | b's' | b'r' | b'l' => 3,
        b'c' | b'd' | b'm' | b'p' | b'u' | b'g' | b'f' | b'h' | b'=' => 2,
        _ => 1,
    };
    gram.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(texts: &[&str], bytes: &[u8]) -> Vec<(usize, usize)> {
        let fixed = Fixed::new(texts.iter().map(|text| text.as_bytes().to_vec()).collect());
        let mut all = Vec::new();
        fixed.find(bytes, |index, place| {
            assert_eq!(place.len(), fixed.text(index).len());
            all.push((index, place.start));
        });
        all.sort_unstable();
        all
    }

    #[test]
    fn every_place_of_every_text_in_any_case() {
        assert_eq!(find(&["abc", "bcd", "ABCDEF", "ab"], b"xAbCdef ab"), [(0, 1), (1, 2), (2, 1), (3, 1), (3, 8)]);
        assert_eq!(find(&["@", "k"], b"a@K@"), [(0, 1), (0, 3), (1, 2)]);
        assert_eq!(find(&["", "longer than the text"], b"longer"), []);
        assert_eq!(find(&["[u:1"], b"{U:1 [U:1"), [(0, 5)]);
        assert_eq!(find(&["пароль"], "мой пароль".as_bytes()), [(0, 7)]);
    }

    #[test]
    fn as_a_plain_search_finds_them() {
        let mut random = fastrand::Rng::with_seed(3);
        for _ in 0..300 {
            let mut word =
                |most: usize| (0..random.usize(1..=most)).map(|_| random.u8(b'a'..=b'c')).collect::<Vec<u8>>();
            let bytes = word(60);
            let texts: Vec<Vec<u8>> = (0..12).map(|_| word(6)).collect();
            let mut wanted = Vec::new();
            for (index, text) in texts.iter().enumerate() {
                wanted.extend((0..bytes.len()).filter(|at| bytes[*at..].starts_with(text)).map(|at| (index, at)));
            }
            let mut all = Vec::new();
            Fixed::new(texts).find(&bytes, |index, place| all.push((index, place.start)));
            all.sort_unstable();
            assert_eq!(all, wanted);
        }
    }
}
