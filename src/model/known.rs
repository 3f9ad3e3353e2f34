//! What the computer knows about the person who sits at it.

/// Values that are private on this very computer. Redaction hides them wherever they stand, in every spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownTerms {
    /// Login names.
    pub users: Vec<String>,
    /// Full names as the account holds them, `Ada Lovelace`.
    pub full_names: Vec<String>,
    /// Home folders as absolute paths.
    pub homes: Vec<String>,
    /// Names of this computer, short and full.
    pub hosts: Vec<String>,
    /// Names of wireless networks.
    pub ssids: Vec<String>,
}
