//! Kinds of private values, what a desk lets stand of them, and the private map of one incident.

use serde::{Deserialize, Deserializer, Serialize, de};

use super::Localized;

/// A kind of private value, as rules and placeholders name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrivateClass {
    /// Login names.
    User,
    /// Full names.
    Name,
    /// Names of computers.
    Host,
    /// IP addresses, those of the local network too.
    Ip,
    /// IP addresses of the local network alone.
    Lan,
    /// Addresses of network cards.
    Mac,
    /// Names of wireless networks.
    Wifi,
    /// Email addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Account numbers.
    Account,
    /// Steam ids.
    Steam,
    /// Ids of devices.
    Device,
    /// Serial numbers.
    Serial,
    /// Windows account ids.
    Sid,
    /// License keys.
    License,
    /// Places.
    Geo,
    /// Dates of birth.
    BirthDate,
    /// Passwords, keys, tokens.
    Secret,
    /// Cookies.
    Cookie,
    /// Card numbers.
    Card,
    /// Bank accounts.
    Iban,
    /// Taxpayer numbers.
    Inn,
    /// Insurance numbers.
    Snils,
    /// Social security numbers.
    Ssn,
    /// Passport numbers.
    Passport,
    /// The name under which the desk knows the user, outside of its own field.
    Identity,
}

impl PrivateClass {
    /// Every class.
    pub const ALL: [Self; 26] = [
        Self::User,
        Self::Name,
        Self::Host,
        Self::Ip,
        Self::Lan,
        Self::Mac,
        Self::Wifi,
        Self::Email,
        Self::Phone,
        Self::Account,
        Self::Steam,
        Self::Device,
        Self::Serial,
        Self::Sid,
        Self::License,
        Self::Geo,
        Self::BirthDate,
        Self::Secret,
        Self::Cookie,
        Self::Card,
        Self::Iban,
        Self::Inn,
        Self::Snils,
        Self::Ssn,
        Self::Passport,
        Self::Identity,
    ];

    /// The name in placeholders, profiles and incident files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Name => "name",
            Self::Host => "host",
            Self::Ip => "ip",
            Self::Lan => "lan",
            Self::Mac => "mac",
            Self::Wifi => "wifi",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Account => "account",
            Self::Steam => "steam",
            Self::Device => "device",
            Self::Serial => "serial",
            Self::Sid => "sid",
            Self::License => "license",
            Self::Geo => "geo",
            Self::BirthDate => "birth-date",
            Self::Secret => "secret",
            Self::Cookie => "cookie",
            Self::Card => "card",
            Self::Iban => "iban",
            Self::Inn => "inn",
            Self::Snils => "snils",
            Self::Ssn => "ssn",
            Self::Passport => "passport",
            Self::Identity => "identity",
        }
    }

    /// The class of this name.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.id() == id)
    }

    /// Whether nobody needs such values all at once: credentials, and numbers of papers and accounts.
    #[must_use]
    pub fn is_never_kept(self) -> bool {
        matches!(
            self,
            Self::Secret
                | Self::Cookie
                | Self::Card
                | Self::Iban
                | Self::Inn
                | Self::Snils
                | Self::Ssn
                | Self::Passport
                | Self::License
        )
    }
}

/// What a desk lets stand and what it does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HideRules {
    /// Classes that stay visible, because the desk needs them.
    #[serde(deserialize_with = "keepable", skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<PrivateClass>,
    /// Classes that the user can keep only value by value; in a public place this holds for every class.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hide: Vec<PrivateClass>,
    /// Why, with the fact behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

/// Classes without those of which nobody needs all values.
pub(super) fn keepable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PrivateClass>, D::Error> {
    let classes = Vec::<PrivateClass>::deserialize(deserializer)?;
    match classes.iter().find(|class| class.is_never_kept()) {
        Some(class) => Err(de::Error::custom(format!("`{}` cannot be kept as a whole class", class.id()))),
        None => Ok(classes),
    }
}

/// What is known of a hidden value without telling it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrivateNote {
    /// An address of a local network.
    PrivateAddress,
    /// An address that the whole internet can reach.
    PublicAddress,
    /// An address that only the next cable can reach.
    LinkLocal,
    /// A name of the local network.
    LocalName,
    /// A name of the internet.
    InternetName,
    /// A name without a domain.
    ShortName,
}

/// One row of the private map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Private {
    /// What stands in its place, `<host-2>`.
    pub placeholder: String,
    /// The value.
    pub value: String,
    /// What kind it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<PrivateNote>,
    /// The placeholder of the first address of the same subnet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_subnet_as: Option<String>,
}

impl Private {
    /// Class and number of the placeholder; none if it is none.
    #[must_use]
    pub fn parts(&self) -> Option<(&str, u32)> {
        placeholder_parts(&self.placeholder)
    }
}

/// Class and number of `<host-2>`, also written without the brackets.
#[must_use]
pub fn placeholder_parts(text: &str) -> Option<(&str, u32)> {
    let inside = text.trim().trim_start_matches(['<', '[', '(']).trim_end_matches(['>', ']', ')']);
    let (class, number) = inside.rsplit_once('-')?;
    let is_class = !class.is_empty() && class.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    Some((class, number.parse().ok().filter(|number| *number > 0 && is_class)?))
}

/// Which placeholder was which value in the bundles of one incident. It never leaves the computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PrivateMap {
    /// Version of this form; 1.
    pub format: u32,
    /// Numbers below this one may have been given by a map that was lost.
    pub first: u32,
    /// What the incident is called, where it lies outside of the store: its file.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub incident: String,
    /// When the bundles were composed that it speaks of, as they say it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bundles: Vec<String>,
    /// Words that were left visible in one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
    /// Classes that were left visible in one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keep_classes: Vec<PrivateClass>,
    /// The values, by class and number.
    #[serde(rename = "value", skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Private>,
}

impl Default for PrivateMap {
    fn default() -> Self {
        Self {
            format: 1,
            first: 1,
            incident: String::new(),
            bundles: Vec::new(),
            keep: Vec::new(),
            keep_classes: Vec::new(),
            values: Vec::new(),
        }
    }
}

impl PrivateMap {
    /// The row of a placeholder, with or without its brackets.
    #[must_use]
    pub fn who(&self, placeholder: &str) -> Option<&Private> {
        let wanted = placeholder_parts(placeholder)?;
        self.values.iter().find(|row| row.parts() == Some(wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_read_with_and_without_brackets() {
        assert_eq!(placeholder_parts("<host-2>"), Some(("host", 2)));
        assert_eq!(placeholder_parts(" birth-date-11 "), Some(("birth-date", 11)));
        for wrong in ["host", "<host-0>", "<-2>", "host-x", "Host-2", ""] {
            assert_eq!(placeholder_parts(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn names_and_ids_agree() {
        for class in PrivateClass::ALL {
            assert_eq!(serde_json::json!(class), class.id());
            assert_eq!(PrivateClass::of(class.id()), Some(class));
        }
    }

    #[test]
    fn credentials_are_never_kept_as_a_class() {
        let read = |text: &str| toml::from_str::<HideRules>(text);
        assert!(read("keep = [\"steam\", \"lan\"]").is_ok());
        assert!(read("keep = [\"secret\"]").unwrap_err().message().contains("`secret`"));
        assert!(read("keep = [\"stem\"]").unwrap_err().message().contains("stem"));
    }
}
