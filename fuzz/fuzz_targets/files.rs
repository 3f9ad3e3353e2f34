//! An attached file of any format: recognised, read, cut and redacted; the first byte chooses what is asked of it.
#![no_main]

use std::io::{self, Read};
use std::path::Path;
use std::sync::LazyLock;

use casefile::collect;
use casefile::compose;
use casefile::job::Monitor;
use casefile::model::{Area, Draft, EvidenceItem, EvidenceKind, Facts};
use casefile::redact;
use casefile::store::Profiles;
use casefile_fuzz::{known, scratch};
use libfuzzer_sys::fuzz_target;

static PROFILES: LazyLock<Profiles> = LazyLock::new(|| Profiles::load(Path::new("no-such-folder")).0);

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, content)) = bytes.split_first() else { return };
    let path = scratch("attached", content);
    let _ = collect::inspect(&path);
    let _ = collect::encoding(&path);
    let mut item = EvidenceItem { path: path.clone(), ..EvidenceItem::default() };
    match first % 6 {
        1 => item.tail_lines = Some(usize::from(first / 8)),
        2 => item.from = Some("2031-02-03 04:05:06".into()),
        3 => (item.from, item.to) = (Some("04:05".into()), Some("04:06:07.5".into())),
        4 => item.kind = Some(EvidenceKind::Log),
        5 => item.hide = vec![Area { x: 1, y: 1, width: u32::from(first), height: 3 }],
        _ => {}
    }
    let evidence = collect::evidence(&item, path.parent().expect("a folder"), &Monitor::quiet());
    let draft = Draft { evidence: vec![item], ..Draft::default() };
    let profile = PROFILES.get("any-support-email").expect("built in");
    let incident = compose::incident(&draft, profile, Facts::default(), vec![evidence], String::new());
    let Ok(redacted) = redact::redact(incident, &known(), &Monitor::quiet()) else { return };
    for file in redacted.files() {
        let Ok(reader) = file.open() else { continue };
        let _ = io::copy(&mut reader.take(4 << 20), &mut io::sink());
    }
});
