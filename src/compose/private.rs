//! What is known of a hidden value, in words that do not tell it.

use crate::model::{Lang, Private, PrivateNote};
use crate::text::{t, tf};

/// "address of a local network", "same subnet as <ip-1>".
#[must_use]
pub fn notes(row: &Private, lang: Lang) -> Vec<String> {
    let note = row.note.map(|note| t(lang, message(note)));
    let near = row.same_subnet_as.as_ref();
    let near = near.map(|other| tf(lang, "private-note-same-subnet", &[("placeholder", other.as_str().into())]));
    note.into_iter().chain(near).collect()
}

fn message(note: PrivateNote) -> &'static str {
    match note {
        PrivateNote::PrivateAddress => "private-note-private-address",
        PrivateNote::PublicAddress => "private-note-public-address",
        PrivateNote::LinkLocal => "private-note-link-local",
        PrivateNote::LocalName => "private-note-local-name",
        PrivateNote::InternetName => "private-note-internet-name",
        PrivateNote::ShortName => "private-note-short-name",
    }
}
