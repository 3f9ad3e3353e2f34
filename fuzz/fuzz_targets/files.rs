//! An attached file of any format: recognised, read, cut and redacted; the first byte chooses what is asked of it.
#![no_main]

use casefile::model::{Area, EvidenceItem, EvidenceKind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, content)) = bytes.split_first() else { return };
    casefile_fuzz::inspected(content);
    let mut item = EvidenceItem::default();
    match first % 6 {
        1 => item.tail_lines = Some(usize::from(first / 8)),
        2 => item.from = Some("2031-02-03 04:05:06".into()),
        3 => (item.from, item.to) = (Some("04:05".into()), Some("04:06:07.5".into())),
        4 => item.kind = Some(EvidenceKind::Log),
        5 => item.hide = vec![Area { x: 1, y: 1, width: u32::from(first), height: 3 }],
        _ => {}
    }
    casefile_fuzz::attached(content, item);
});
