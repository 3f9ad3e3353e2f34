//! Pictures and videos: headers, sizes, metadata, and pictures painted anew with a hidden area, a crop and a scale.
#![no_main]

use casefile::model::{Area, EvidenceItem};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    casefile_fuzz::inspected(bytes);
    let hide = vec![Area { x: 1, y: 1, width: 2, height: 1 }];
    let crop = Some(Area { x: 0, y: 0, width: 3, height: 2 });
    casefile_fuzz::attached(bytes, EvidenceItem { hide, crop, ..EvidenceItem::default() });
});
