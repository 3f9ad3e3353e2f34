//! The ways in which logs write times: names and patterns.
//!
//! In a pattern `{T}` is a time of day, `{t}` one without seconds, `{P}` AM or PM behind it, `{H}` half a day before it in other
//! scripts, `{M}` an English month by name and `{L}` one of another language. Groups: `y` `yy` year, `mo` `mon` `local` month, `d`
//! day, `a` `b` month and day where that order is the habit, `p` `q` day and month, `u` `v` `w` year, month and day in an order
//! that the numbers must tell; `epoch` and `boot` are seconds.

use std::sync::LazyLock;

use regex::bytes::{Regex, RegexBuilder};

const TIME: &str = r"(?<h>\d{1,2}):(?<mi>\d{2}):(?<s>\d{2})(?:[.,:](?<f>\d{1,9}))?";
const SHORT: &str = r"(?<h>\d{1,2}):(?<mi>\d{2})";
const HALF_BEHIND: &str = r"(?:(?:\s|\xC2\xA0|\xE2\x80\xAF)?(?<pm>[AaPp]\.?(?: |\xC2\xA0)?[Mm])\b)?";
const HALF_BEFORE: &str = "(?:(?<half>上午|下午|凌晨|中午|早上|晚上|午前|午後|오전|오후) ?)";
const MONTH: &str = "(?<mon>(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))";

/// Starts of the names of months in other languages, with their number.
pub const LOCAL_MONTHS: [(&str, u32); 69] = [
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("мая", 5),
    ("май", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
    ("一月", 1),
    ("二月", 2),
    ("三月", 3),
    ("四月", 4),
    ("五月", 5),
    ("六月", 6),
    ("七月", 7),
    ("八月", 8),
    ("九月", 9),
    ("十一月", 11),
    ("十二月", 12),
    ("十月", 10),
    ("Mär", 3),
    ("Mrz", 3),
    ("Mai", 5),
    ("mai", 5),
    ("Okt", 10),
    ("Dez", 12),
    ("janv", 1),
    ("févr", 2),
    ("mars", 3),
    ("avr", 4),
    ("juin", 6),
    ("juil", 7),
    ("août", 8),
    ("déc", 12),
    ("ene", 1),
    ("feb", 2),
    ("mar", 3),
    ("abr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("ago", 8),
    ("sept", 9),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dic", 12),
    ("gen", 1),
    ("mag", 5),
    ("giu", 6),
    ("lug", 7),
    ("set", 9),
    ("ott", 10),
    ("fev", 2),
    ("out", 10),
    ("dez", 12),
    ("sty", 1),
    ("lut", 2),
    ("kwi", 4),
    ("maj", 5),
    ("cze", 6),
    ("lip", 7),
    ("sie", 8),
    ("paź", 10),
];

/// Families from here on have no seconds: what a person asked for is not read by them.
pub const FIRST_SHORT: usize = 36;

/// Name and pattern of each family, the more telling before the less.
pub const FAMILIES: [(&str, &str); 44] = [
    ("time= date=", r#"time="{T}[^"]{0,8}" date="(?<a>\d{1,2})-(?<b>\d{1,2})-(?<y>\d{4})""#),
    (
        "YYYY-MM-DD HH:MM:SS",
        r#"(?:^|[^\d.])(?<y>\d{4})[-/.](?<mo>\d{1,2})[-/.](?<d>\d{1,2})(?:T|:| at |[ \t,;|_\]\["'-]{1,4}(?:time=)?){T}{P}"#,
    ),
    (
        "YYYY.MM.DD-HH.MM.SS",
        r"(?:^|[^\d.])(?<y>\d{4})[.-](?<mo>\d{2})[.-](?<d>\d{2})[-_ T](?<h>\d{2})[.-]?(?<mi>\d{2})[.-]?(?<s>\d{2})\b(?:[:.,](?<f>\d{1,9}))?",
    ),
    (
        "YYYY年MM月DD日 HH:MM:SS",
        r"(?:^|[^\d.])(?<y>\d{4})(?:[-/.]|年|년) ?(?<mo>\d{1,2})(?:[-/.]|月|월) ?(?<d>\d{1,2})(?:[.,]|日|일)?(?: ?\([^)]{1,9}\))?[ T]*{H}?{T}",
    ),
    ("YY-MM-DD 上午HH:MM:SS", r"(?:^|[^\d.:/-])(?<yy>\d{2})[-/.](?<mo>\d{1,2})[-/.](?<d>\d{1,2}) +{H}{T}"),
    ("YYYY-Mon-DD HH:MM:SS", r"(?:^|\D)(?<y>\d{4})[-/ ]{M}[-/ ](?<d>\d{1,2})[T :,]{1,2}{T}{P}"),
    ("DD/Mon/YYYY:HH:MM:SS", r"(?<d>\d{1,2})/{M}/(?<y>\d{4})[: ]{T}"),
    ("Mon DD HH:MM:SS YYYY", r"\b{M} +(?<d>\d{1,2}) {T} (?:[A-Z]{2,5} |[+-]\d{4} )?(?<y>\d{4})\b"),
    ("Mon DD, YYYY HH:MM:SS", r"\b{M}[a-z]* +(?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4}),?(?: at| -)? {T}{P}"),
    ("DD Mon YYYY HH:MM:SS", r"(?<d>\d{1,2})[ .-]?{M}[a-z]*[ .-]?(?<y>\d{4})[,:]?(?: -)?[ T]{T}{P}"),
    ("DD-Mon-YY HH:MM:SS", r"(?:^|\D)(?<d>\d{1,2})[ -]{M}[ -](?<yy>\d{2})[ T]{T}{P}"),
    ("DD Mon YYYY HH:MM:SS", r"(?:^|\D)(?<d>\d{2})(?<mo>\d{1,2})(?:月|월)(?<y>\d{4}) {T}"),
    ("DD Mon YYYY HH:MM:SS", r"(?:^|\D)(?<d>\d{1,2})(?: de|[ .])*{L}(?: de|[ .])*(?<y>\d{4})(?: г\.)?,?(?: в)? {T}"),
    (
        "MM/DD/YYYY HH:MM:SS",
        r"(?:^|[^\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4})(?:T|:| at |[ \t,;|-]{1,4}){H}?{T}{P}",
    ),
    (
        "DD.MM.YYYY HH:MM:SS",
        r"(?:^|[^\d.])(?<d>\d{1,2})\.(?<mo>\d{1,2})\.(?<y>\d{4})(?:T|[ \t,;|-]{1,4}|(?: г\.,? )){T}{P}",
    ),
    ("DD-MM-YYYY HH:MM:SS", r"(?:^|[^\d-])(?<p>\d{1,2})-(?<q>\d{1,2})-(?<y>\d{4})(?:T|[ \t,;|_-]{1,4}){T}{P}"),
    (
        "YYYYMMDD-HH:MM:SS",
        r"(?:^|\D)(?<y>20\d{2})(?<mo>\d{2})(?<d>\d{2})(?:[-_ T:]| - )(?<h>\d{1,2}):?(?<mi>\d{1,2}):?(?<s>\d{1,2})(?:[.,:](?<f>\d{1,9}))?",
    ),
    (
        "YYYYMMDDHHMMSS",
        r"(?:^|\D)(?<y>20\d{2})(?<mo>0[1-9]|1[0-2])(?<d>[0-2]\d|3[01])(?<h>[01]\d|2[0-3])(?<mi>[0-5]\d)(?<s>[0-5]\d)(?:\.(?<f>\d{1,9}))?(?:\D|$)",
    ),
    ("YY/MM/DD HH:MM:SS", r"(?:^|[^\d/])(?<u>\d{1,2})/(?<v>\d{1,2})/(?<w>\d{2})(?:T|[ \t,;|-]{1,4}){T}{P}"),
    ("YY-MM-DD HH:MM:SS", r"(?:^|[^\d-])(?<yy>\d{2})-(?<mo>\d{1,2})-(?<d>\d{1,2})[ T\t]+{T}"),
    ("DD.MM.YY HH:MM:SS", r"(?:^|[^\d.])(?<d>\d{1,2})\.(?<mo>\d{1,2})\.(?<yy>\d{2}),?[ T\t]+{T}"),
    ("YYMMDD HHMMSS", r"^(?<yy>\d{2})(?<mo>\d{2})(?<d>\d{2}) (?<h>\d{2})(?<mi>\d{2})(?<s>\d{2})\s"),
    ("YYMMDD HH:MM:SS", r"(?:^|[\[(])(?<yy>\d{2})(?<mo>\d{2})(?<d>\d{2})[ -]+{T}"),
    ("MMDD HH:MM:SS", r"(?:^|[\[ ])[IWEFDV](?<mo>\d{2})(?<d>\d{2}) {T}"),
    ("MMDD/HHMMSS", r"\[(?:\d+:\d+:)?(?<mo>\d{2})(?<d>\d{2})/(?<h>\d{2})(?<mi>\d{2})(?<s>\d{2})(?:\.(?<f>\d{1,9}))?:"),
    ("Mon DD HH:MM:SS", r"(?:^|[^A-Za-z]){M} +(?<d>\d{1,2}),? +{T}"),
    ("DD Mon HH:MM:SS", r"(?:^|\D)(?<d>\d{1,2})[ -]{M} +{T}"),
    ("Mon DD HH:MM:SS", r"(?:^|[\[(])(?:(?<mo>\d{1,2})(?:月|월)|{L}) *(?<d>\d{1,2})(?:日|일)? {T}"),
    ("MM-DD HH:MM:SS", r"(?:^|[^\d.-])(?<mo>\d{2})[-.](?<d>\d{2})[ T_-]+{T}"),
    ("MM/DD HH:MM:SS", r"(?:^|[^\d/.])(?<a>\d{1,2})/(?<b>\d{1,2})[ -]+{T}"),
    ("epoch", r#"(?:^|[\s\[(:="'|,<@])(?<epoch>1\d{9})\.?(?<f>\d{3,9})?(?:[\s\]),:|"'>}]|$)"#),
    ("seconds since boot", r"^[> \t]{0,12}(?:<\d+>)?\[ *(?<boot>\d{1,9}\.\d{1,9})\]"),
    ("HH:MM:SS AM", r"(?:^|[^\d:.]){T}\s?(?<pm>[AaPp]\.?[Mm])\b"),
    ("上午 HH:MM:SS", r"{H}{T}"),
    ("HH:MM:SS", r"(?:^|[^\d:.]){T}"),
    ("seconds since start", r"^[\[(]? *(?<boot>\d{1,8}\.\d{2,9})s?[\])|: \t]"),
    (
        "YYYY-MM-DD HH:MM",
        r"(?:^|[^\d.])(?<y>\d{4})(?:[-/.]|年|년) ?(?<mo>\d{1,2})(?:[-/.]|月|월) ?(?<d>\d{1,2})(?:[.,]|日|일)?[ T\t]*{H}?{t}{P}(?:\D|$)",
    ),
    ("YY-MM-DD 上午HH:MM", r"(?:^|[^\d.:/-])(?<yy>\d{2})[-/.](?<mo>\d{1,2})[-/.](?<d>\d{1,2}) +{H}{t}"),
    ("MM/DD/YYYY HH:MM", r"(?:^|[^\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4}),?[ \t-]+{H}?{t}{P}(?:\D|$)"),
    ("DD.MM.YYYY HH:MM", r"(?:^|[^\d.])(?<d>\d{1,2})\.(?<mo>\d{1,2})\.(?<y>\d{4}),?[ \t-]+{t}(?:\D|$)"),
    ("DD-MM-YYYY HH:MM", r"(?:^|[^\d-])(?<p>\d{1,2})-(?<q>\d{1,2})-(?<y>\d{4}),?[ \t-]+{t}{P}(?:\D|$)"),
    ("MM/DD/YY HH:MM", r"^\W{0,2}(?<u>\d{1,2})/(?<v>\d{1,2})/(?<w>\d{2}),?[ \t-]+{t}{P}(?:\D|$)"),
    ("Mon DD HH:MM", r"(?:^|[^A-Za-z]){M} +(?<d>\d{1,2}),? +{t}(?:[^\d:]|$)"),
    ("HH:MM", r"^[\[(<]?{t}{P}(?:[^\d:.]|$)"),
];

/// The patterns of [`FAMILIES`].
pub static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let months: Vec<&str> = LOCAL_MONTHS.iter().map(|(name, _)| *name).collect();
    let local = format!(r"(?<local>{})(?:[a-z]|\xD0[\x80-\xBF]|\xD1[\x80-\xBF])*\.?", months.join("|"));
    let pattern = |source: &str| {
        let source = source.replace("{T}", TIME).replace("{t}", SHORT).replace("{P}", HALF_BEHIND);
        source.replace("{H}", HALF_BEFORE).replace("{M}", MONTH).replace("{L}", &local)
    };
    let builds = |source: &str| RegexBuilder::new(&pattern(source)).unicode(false).build();
    FAMILIES.iter().filter_map(|(_, source)| builds(source).ok()).collect()
});

/// Whether the times of a family name a year.
pub fn has_year(family: usize) -> bool {
    FAMILIES
        .get(family)
        .is_some_and(|(_, source)| ["(?<y>", "(?<yy>", "(?<w>", "(?<epoch>"].iter().any(|group| source.contains(group)))
}

/// Whether they name a day as it is read, not counted in seconds.
pub fn has_day(family: usize) -> bool {
    const DAYS: [&str; 4] = ["(?<d>", "(?<b>", "(?<q>", "(?<w>"];
    FAMILIES.get(family).is_some_and(|(_, source)| DAYS.iter().any(|group| source.contains(group)))
}
