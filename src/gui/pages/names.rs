//! What places of hidden values are called.

use crate::gui::state::{Open, State};
use crate::redact::Where;

/// A field, a file, or the computer.
#[must_use]
pub fn place(state: &State, open: &Open, at: &Where) -> String {
    let field = match at {
        Where::File(name) => return name.clone(),
        Where::Member { archive, name } => {
            return state.tf("place-member", &[("name", name.as_str().into()), ("archive", archive.as_str().into())]);
        }
        Where::System => return state.t("nav-system"),
        Where::Field(field) => field,
    };
    if let Some(id) = field.strip_prefix("fields.") {
        let own = open.profile.fields.iter().find(|field| field.id == id);
        return own.map_or_else(|| id.to_owned(), |field| field.label.get(state.lang()).to_owned());
    }
    match field.as_str() {
        "steps" => state.t("nav-steps"),
        "evidence" => state.t("place-captions"),
        "overrides" => state.t("place-overrides"),
        other => state.t(&format!("field-{}", other.replace('_', "-"))),
    }
}
