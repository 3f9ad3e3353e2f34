//! How an error of any room names the sentence that explains it.

/// An error that a person can be told about.
///
/// Rooms hold no wording: they name a message of `assets/text/*.ftl` (`error-<key>`, with the attribute `.hint` for the
/// way out) and the values it mentions. `text::problem` is the one place that makes the sentence.
pub trait Explain: std::error::Error {
    /// The message id without the `error-` in front.
    fn key(&self) -> &'static str;

    /// The values the message mentions, by name.
    fn args(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
