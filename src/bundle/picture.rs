//! The pictures that the page carries.

use std::io::{self, Read};

use crate::model::{EvidenceKind, Incident};

use super::entry::is_compressed;
use super::html::media_type;
use super::spool::{Packed, Spool};
use super::story::Picture;

/// The page carries pictures up to this size …
const PICTURE_BYTES: u64 = 1_500_000;
/// … and this much together; the others are linked.
const PICTURES_BYTES: u64 = 8_000_000;

/// The attached pictures in their order, with the bytes of those that the page carries.
pub(super) fn pictures(incident: &Incident, packed: &[Packed], spool: &mut Spool) -> io::Result<Vec<Picture>> {
    let mut carried = 0;
    let mut pictures = Vec::new();
    for one in packed {
        let Some(index) = one.evidence else { continue };
        let is_picture = incident.evidence.get(index).is_some_and(|e| e.recognised == EvidenceKind::Picture);
        if !is_picture {
            continue;
        }
        let fits = is_carried(&one.listed.path, one.listed.bytes, carried);
        let mut bytes = None;
        if fits {
            carried += one.listed.bytes;
            let mut picture = Vec::new();
            spool.open(one)?.read_to_end(&mut picture)?;
            bytes = Some(picture);
        }
        pictures.push(Picture { evidence: index, bytes });
    }
    Ok(pictures)
}

/// Whether the page carries a picture of this size when it carries so much already.
pub(super) fn is_carried(path: &str, bytes: u64, carried_bytes: u64) -> bool {
    is_compressed(path)
        && media_type(path).is_some()
        && bytes <= PICTURE_BYTES
        && carried_bytes + bytes <= PICTURES_BYTES
}
