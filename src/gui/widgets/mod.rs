//! The building blocks of every page. Pages use these alone and never set a colour or a size themselves.
