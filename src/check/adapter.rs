//! Whether two names are of one graphics adapter. Systems and tools name the same card in different words; its number is what they
//! share. Where a name has no number, only another maker is another card.

/// Behind a number, what makes it another card.
const SUFFIXES: [&str; 9] = ["ti", "super", "xt", "xtx", "gre", "pro", "max", "ultra", "plus"];
/// Words that tell whose a card is.
const MAKERS: [(&str, &[&str]); 4] = [
    ("nvidia", &["nvidia", "geforce", "quadro", "gtx", "rtx"]),
    ("amd", &["amd", "ati", "radeon", "firepro"]),
    ("intel", &["intel", "uhd", "iris", "arc"]),
    ("apple", &["apple"]),
];

/// Whether both names may be of one adapter.
pub fn may_be_same(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let ([of_a, of_b], [made_a, made_b]) = ([&a, &b].map(|words| numbers(words)), [&a, &b].map(|words| maker(words)));
    let other_maker = made_a.zip(made_b).is_some_and(|(a, b)| a != b);
    let other_number = !of_a.is_empty() && !of_b.is_empty() && !of_a.iter().any(|number| of_b.contains(number));
    !other_maker && !other_number
}

/// Whether it is no card, but what a program shows in its place.
pub fn is_virtual(name: &str) -> bool {
    let name = name.to_lowercase();
    ["virtual", "basic render", "basic display", "remote", "mirror", "parsec", "idd", "llvmpipe", "softpipe"]
        .iter()
        .any(|word| name.contains(word))
}

fn words(name: &str) -> Vec<String> {
    let name = name.to_lowercase().replace("max-q", " - ");
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn maker(words: &[String]) -> Option<&'static str> {
    MAKERS.iter().find(|(_, names)| words.iter().any(|word| names.contains(&word.as_str()))).map(|(maker, _)| *maker)
}

/// The numbers of models with what follows them: `3080ti`, `620`, `m1pro`. Names of chips such as `ga102`, sizes of memory and the
/// number of an unknown device are none.
fn numbers(words: &[String]) -> Vec<String> {
    if words.iter().any(|word| word == "device") {
        return Vec::new();
    }
    let is_number = |word: &String| {
        let rest = word.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(word);
        let ordinal = ["st", "nd", "rd", "th", "gb"].iter().any(|end| rest.ends_with(end));
        rest.starts_with(|c: char| c.is_ascii_digit()) && !ordinal
    };
    let with_suffixes = |(at, number): (usize, &String)| {
        let behind = words.iter().skip(at + 1).take_while(|word| SUFFIXES.contains(&word.as_str()));
        behind.fold(number.clone(), |number, suffix| number + suffix)
    };
    words.iter().enumerate().filter(|(_, word)| is_number(word)).map(with_suffixes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_card_has_many_names() {
        for (a, b) in [
            ("NVIDIA GeForce RTX 3080", "GeForce RTX 3080"),
            ("NVIDIA GA102 [GeForce RTX 3080]", "NVIDIA GeForce RTX 3080/PCIe/SSE2"),
            ("Advanced Micro Devices [AMD/ATI] Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]", "AMD Radeon RX 6900 XT"),
            ("Intel(R) UHD Graphics 620", "Intel WhiskeyLake-U GT2 [UHD Graphics 620]"),
            ("NVIDIA GA106M [GeForce RTX 3060 Mobile / Max-Q]", "NVIDIA GeForce RTX 3060 Laptop GPU"),
            ("NVIDIA GeForce GTX 1060 6GB", "NVIDIA GeForce GTX 1060"),
            ("AMD Phoenix1", "AMD Radeon 780M"),
            ("NVIDIA Corporation Device 2684", "NVIDIA GeForce RTX 4090"),
            ("GeForce RTX 3080Ti", "GeForce RTX 3080 Ti"),
            ("Example Graphics", ""),
        ] {
            assert!(may_be_same(a, b) && may_be_same(b, a), "{a} and {b}");
        }
    }

    #[test]
    fn another_number_or_maker_is_another_card() {
        for (a, b) in [
            ("NVIDIA GeForce RTX 3080", "NVIDIA GeForce RTX 3080 Ti"),
            ("NVIDIA GeForce RTX 3080", "NVIDIA GeForce RTX 2080"),
            ("AMD Radeon RX 6800", "AMD Radeon RX 6800 XT"),
            ("Apple M1", "Apple M1 Pro"),
            ("AMD Radeon(TM) Graphics", "Intel(R) Iris(R) Xe Graphics"),
            ("NVIDIA GeForce RTX 4060", "AMD Radeon RX 7600"),
        ] {
            assert!(!may_be_same(a, b) && !may_be_same(b, a), "{a} and {b}");
        }
    }
}
