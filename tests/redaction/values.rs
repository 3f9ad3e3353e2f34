//! Makes values of every class, as they look in the world; none belongs to anybody.

use fastrand::Rng;

const EN_FIRST: &[&str] = &[
    "Harriet",
    "Desmond",
    "Priscilla",
    "Gareth",
    "Imogen",
    "Terrence",
    "Beatrix",
    "Malcolm",
    "Rosalind",
    "Quentin",
    "Saoirse",
    "Dwayne",
    "Lorraine",
    "Howard",
    "John",
    "Mary",
    "Mike",
    "Anna",
    "Emily",
    "Chris",
    "Ahmed",
    "Priya",
    "Wei",
    "Mohammed",
    "Yuki",
    "Fatima",
    "Sean",
    "Chloe",
    "Tom",
    "Kate",
    "Olivia",
    "Ethan",
    "Raj",
    "Lucia",
    "Diego",
    "Sofia",
    "Kofi",
    "Ngozi",
    "Siobhan",
    "Grace",
];
const EN_LAST: &[&str] = &[
    "Whitcombe",
    "Okafor",
    "Lindqvist",
    "Pemberton",
    "Castellano",
    "Drummond",
    "Ferreira",
    "Haverford",
    "Nakamura",
    "Prescott",
    "Ridgeway",
    "Sandoval",
    "O'Malley",
    "Thackeray",
    "Smith",
    "Johnson",
    "Brown",
    "Patel",
    "Kim",
    "Nguyen",
    "Garcia",
    "O'Brien",
    "McDonald",
    "Kowalski",
    "Andersen",
    "Silva",
    "Haddad",
    "Cohen",
    "Rossi",
    "Novak",
    "Papadopoulos",
    "Ito",
    "Chen",
    "Khan",
    "Miller",
    "Taylor",
    "Lee",
    "Wong",
    "Hill",
];
const DE_FIRST: &[&str] = &[
    "Jürgen",
    "Annegret",
    "Heike",
    "Torsten",
    "Wiebke",
    "Dietmar",
    "Ursula",
    "Björn",
    "Sieglinde",
    "Max",
    "Anna",
    "Lukas",
    "Lena",
    "Hans",
    "Karl-Heinz",
    "Sabine",
    "Petra",
    "Klaus",
    "Stefan",
    "Jan",
    "Uwe",
    "Monika",
    "Felix",
];
const DE_LAST: &[&str] = &[
    "Müller-Lüdenscheidt",
    "Hagedorn",
    "Krüger",
    "Schönfeld",
    "Wackernagel",
    "Brinkmann",
    "Dörflinger",
    "Eberhardt",
    "Schmidt",
    "Müller",
    "Weber",
    "Fischer",
    "Becker",
    "Schulz",
    "Hoffmann",
    "Koch",
    "Wolf",
    "Braun",
    "Klein",
    "Vogel",
    "Groß",
    "Zimmermann",
];
const FR_FIRST: &[&str] = &[
    "Élodie",
    "Gaëlle",
    "Thibault",
    "Maxence",
    "Océane",
    "Romain",
    "Bérénice",
    "Loïc",
    "Jean",
    "Pierre",
    "Marie",
    "Camille",
    "Jean-Luc",
    "Sophie",
    "Nicolas",
    "Chloé",
    "François",
    "Hélène",
    "Julien",
    "Manon",
];
const FR_LAST: &[&str] = &[
    "Lefèvre",
    "Charbonnier",
    "Delacroix",
    "Montagnier",
    "Rousselet",
    "Vasseur",
    "Guérin",
    "Peltier",
    "Martin",
    "Bernard",
    "Dubois",
    "Moreau",
    "Petit",
    "Garnier",
    "Roux",
    "Fontaine",
    "Blanchard",
    "Girard",
    "Lambert",
];
const RU_MEN: &[(&str, &str)] = &[
    ("Тимофей", "Аркадьевич"),
    ("Григорий", "Степанович"),
    ("Елисей", "Маркович"),
    ("Захар", "Ильич"),
    ("Всеволод", "Павлович"),
    ("Матвей", "Романович"),
    ("Иван", "Иванович"),
    ("Александр", "Сергеевич"),
    ("Дмитрий", "Владимирович"),
    ("Алексей", "Викторович"),
    ("Сергей", "Петрович"),
    ("Андрей", "Николаевич"),
    ("Михаил", "Юрьевич"),
    ("Игорь", "Олегович"),
];
const RU_WOMEN: &[(&str, &str)] = &[
    ("Варвара", "Аркадьевна"),
    ("Кира", "Степановна"),
    ("Злата", "Марковна"),
    ("Пелагея", "Ильинична"),
    ("Ульяна", "Павловна"),
    ("Аглая", "Романовна"),
    ("Анна", "Сергеевна"),
    ("Елена", "Викторовна"),
    ("Мария", "Ивановна"),
    ("Ольга", "Дмитриевна"),
    ("Наталья", "Андреевна"),
    ("Татьяна", "Алексеевна"),
    ("Светлана", "Юрьевна"),
];
const RU_LAST: &[&str] = &[
    "Остроумов",
    "Дроздов",
    "Перевалов",
    "Скворцов",
    "Голубев",
    "Лебедев",
    "Черепанов",
    "Подкопаев",
    "Жаворонков",
    "Иванов",
    "Петров",
    "Сидоров",
    "Кузнецов",
    "Смирнов",
    "Волков",
    "Попов",
    "Соколов",
    "Козлов",
    "Зайцев",
    "Морозов",
    "Королёв",
];
const LOGINS: &[&str] = &[
    "hwhitcombe",
    "gareth.p",
    "imogen",
    "t.okafor",
    "bea_drummond",
    "qprescott",
    "lorraine84",
    "zakhar",
    "vperevalov",
    "kira.d",
    "jhagedorn",
    "wiebke",
    "elodie_l",
    "mvasseur",
    "romain.g",
    "dwayne-s",
    "thackeray",
    "skvortsova",
    "pelageya",
    "uschi.k",
    "alex",
    "mike",
    "jsmith",
    "svc_backup",
    "anna",
    "ivanov",
    "petrov.ivan",
    "maxim",
    "jdoe",
    "m.mueller",
    "k_tanaka",
    "xXDarkLordXx",
    "n1ghtwolf",
    "sergey1987",
    "olga.k",
    "dev-anna",
    "tom",
    "pgarcia",
    "rahul",
    "c.dupont",
    "ppetrov",
    "aivanova",
    "lena",
    "marko",
    "kevin",
    "Sven",
    "tkim",
    "ekaterina",
    "lisa_m",
    "danil",
    "kolya",
    "emma-w",
    "gamer4life",
    "theo",
];
const WORDS: &[&str] = &[
    "Maple", "Falcon", "Granit", "Sonne", "Biscuit", "Orchid", "Thunder", "Velvet", "Zephyr", "Kaktus", "Merlin",
    "Pumpkin", "Tulip", "Dragon", "Comet", "Lantern", "Marble", "Otter", "Winter", "Summer", "Cookie", "Football",
    "Monkey", "Shadow", "Tiger", "Ninja", "Coffee", "Sunshine",
];
const FIRMS: &[&str] = &[
    "nordlicht",
    "brightworks",
    "vostok-soft",
    "kranich",
    "hallam",
    "petitjean",
    "tundra-it",
    "lakeside",
    "wagner-bau",
    "orbita",
    "bluepeak",
    "acme-logistics",
    "romashka",
    "stahlwerk",
    "medtech",
    "globex",
    "delta",
    "alpha-media",
    "kompas",
    "zebra-soft",
    "uni-bonn",
    "city-clinic",
];
const ENDINGS: &[&str] = &["com", "de", "ru", "fr", "org", "net", "co.uk", "io"];

fn pick<'a>(random: &mut Rng, list: &[&'a str]) -> &'a str {
    list[random.usize(..list.len())]
}

pub fn from(random: &mut Rng, alphabet: &str, count: usize) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    (0..count).map(|_| letters[random.usize(..letters.len())]).collect()
}

const DIGITS: &str = "0123456789";
const HEX: &str = "0123456789abcdef";
const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const ALNUM: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const URL64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn alnum(random: &mut Rng, count: usize) -> String {
    from(random, ALNUM, count)
}

/// Text that surely holds letters and figures.
fn mixed(random: &mut Rng, alphabet: &str, count: usize) -> String {
    loop {
        let text = from(random, alphabet, count);
        let ends = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if text.chars().filter(char::is_ascii_digit).count() >= 2
            && text.chars().filter(char::is_ascii_alphabetic).count() >= 2
            && ends(text.chars().next())
            && ends(text.chars().last())
        {
            return text;
        }
    }
}

pub fn base64(bytes: &[u8], url: bool) -> String {
    let alphabet: Vec<char> = if url { URL64 } else { BASE64 }.chars().collect();
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let word = three.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for i in 0..=three.len() {
            out.push(alphabet[(word >> (18 - 6 * i) & 63) as usize]);
        }
        if !url {
            out.extend(std::iter::repeat_n('=', 3 - three.len()));
        }
    }
    out
}

fn luhn(mut digits: String) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, byte)| {
            let digit = u32::from(byte - b'0') * if i % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    digits.push(char::from(b'0' + ((10 - sum % 10) % 10) as u8));
    digits
}

fn grouped(digits: &str, sizes: &[usize], between: &str) -> String {
    let (mut out, mut from) = (Vec::new(), 0);
    for size in sizes {
        let to = digits.len().min(from + size);
        out.push(&digits[from..to]);
        from = to;
    }
    out.join(between)
}

fn snils(random: &mut Rng) -> String {
    loop {
        let digits = format!("1{}", from(random, DIGITS, 8));
        let sum: u32 = digits.bytes().zip((1..=9).rev()).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
        let check = if sum % 101 == 100 { 0 } else { sum % 101 };
        if check > 9 {
            return format!("{digits}{check}");
        }
    }
}

fn inn(random: &mut Rng, long: bool) -> String {
    let mut digits: Vec<u32> = vec![random.u32(5..=7), random.u32(1..=9)];
    let weighted = |digits: &[u32], weights: &[u32]| {
        digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 % 10
    };
    let body = if long { 10 } else { 9 };
    while digits.len() < body {
        digits.push(random.u32(0..=9));
    }
    if long {
        digits.push(weighted(&digits, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]));
        digits.push(weighted(&digits, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]));
    } else {
        digits.push(weighted(&digits, &[2, 4, 10, 3, 5, 9, 4, 6, 8]));
    }
    digits.into_iter().filter_map(|digit| char::from_digit(digit, 10)).collect()
}

fn iban(random: &mut Rng) -> String {
    let (country, body) = match random.u8(0..4) {
        0 => ("DE", from(random, DIGITS, 18)),
        1 => ("FR", from(random, DIGITS, 23)),
        2 => ("GB", format!("NWBK{}", from(random, DIGITS, 14))),
        _ => ("NL", format!("ABNA{}", from(random, DIGITS, 10))),
    };
    let rest = format!("{body}{country}00")
        .chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, digit| if digit < 10 { (rest * 10 + digit) % 97 } else { (rest * 100 + digit) % 97 });
    format!("{country}{:02}{body}", 98 - rest)
}

fn uuid(random: &mut Rng) -> String {
    let hex = from(random, HEX, 32);
    format!("{}-{}-4{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
}

fn password(random: &mut Rng) -> String {
    let (a, b) = (pick(random, WORDS), pick(random, WORDS));
    let number = random.u32(10..9999);
    match random.u8(0..8) {
        0 if random.bool() => {
            ["hunter2", "qwerty123", "P@ssw0rd2024", "1q2w3e4r", "Gandalf99"][random.usize(..5)].to_owned()
        }
        0 => format!("{a}{number}!"),
        1 => format!("{}{number}", a.to_lowercase()),
        2 => mixed(random, "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#%*_-^", 14),
        3 => format!("{}-{}-{number}", a.to_lowercase(), b.to_lowercase()),
        4 => format!("{a}@{b}{}", random.u32(1..99)),
        5 => format!("{}${}", mixed(random, ALNUM, 8), random.u32(10..99)),
        6 => format!("{a}_{b}#{number}"),
        _ => format!("q{}W{}", from(random, "wertyuiop", 4), number),
    }
}

/// One value of `class`.
pub fn make(class: &str, random: &mut Rng) -> String {
    match class {
        "ip" | "ip-private" => match random.u8(0..3) {
            0 => format!("192.168.{}.{}", random.u8(0..9), random.u8(2..250)),
            1 => format!("10.{}.{}.{}", random.u8(1..250), random.u8(0..250), random.u8(2..250)),
            _ => format!("172.{}.{}.{}", random.u8(17..31), random.u8(0..250), random.u8(2..250)),
        },
        "ip-public" => format!(
            "{}.{}.{}.{}",
            [37, 46, 51, 62, 78, 80, 83, 87, 91, 93, 95, 104, 109, 128, 151, 159, 176, 178, 185, 188, 195, 212, 217]
                [random.usize(..23)],
            random.u8(11..250),
            random.u8(1..250),
            random.u8(2..250)
        ),
        "ip-low" => format!(
            "{}.{}.{}.{}",
            [2, 5][random.usize(..2)],
            random.u8(40..250),
            random.u8(30..250),
            random.u8(30..250)
        ),
        "ip6" => match random.u8(0..3) {
            0 => format!(
                "fe80::{}:{}ff:fe{}:{}",
                from(random, "123456789abcdef", 4),
                from(random, "123456789abcdef", 2),
                from(random, HEX, 2),
                from(random, "123456789abcdef", 4)
            ),
            1 => format!(
                "2a0{}:{}:{}:{}::{}",
                random.u8(1..9),
                from(random, "123456789abcdef", 3),
                from(random, "123456789abcdef", 4),
                from(random, "123456789abcdef", 4),
                from(random, "123456789abcdef", 3)
            ),
            _ => format!("2003:{}", (0..7).map(|_| from(random, "123456789abcdef", 4)).collect::<Vec<_>>().join(":")),
        },
        "mac" => (0..6)
            .map(|i| {
                if i == 0 {
                    ["3c", "00", "a4", "f0", "b8", "dc", "08", "e4"][random.usize(..8)].to_owned()
                } else {
                    from(random, HEX, 2)
                }
            })
            .collect::<Vec<_>>()
            .join(":"),
        "mac-hyphen" => make("mac", random).replace(':', "-").to_uppercase(),
        "mac-dotted" => {
            let hex = make("mac", random).replace(':', "");
            format!("{}.{}.{}", &hex[..4], &hex[4..8], &hex[8..])
        }
        "host" | "myhost" => match random.u8(0..6) {
            0 => format!("{}-{}", ["DESKTOP", "LAPTOP"][random.usize(..2)], mixed(random, UPPER, 7)),
            1 => format!(
                "{}-{}",
                pick(random, LOGINS).split(['.', '_', '-']).next().unwrap_or("x"),
                ["laptop", "pc", "thinkpad", "ws", "PC", "desktop", "mbp", "notebook", "ubuntu"][random.usize(..9)]
            ),
            2 => format!("{}-WS{:02}", pick(random, FIRMS).to_uppercase(), random.u8(1..99)),
            3 => format!(
                "srv-{}{:02}",
                ["db", "mail", "build", "nas", "web", "app", "sql", "backup"][random.usize(..8)],
                random.u8(1..99)
            ),
            4 => format!("{}s-MacBook-Pro", pick(random, EN_FIRST)),
            _ => {
                format!(
                    "{}{}",
                    [
                        "orion",
                        "hydra",
                        "gimli",
                        "walhalla",
                        "kolibri",
                        "zeus",
                        "prod-db-",
                        "gw-msk-",
                        "PC-BUH",
                        "titan",
                        "k8s-node-"
                    ][random.usize(..11)],
                    random.u8(2..99)
                )
            }
        },
        "fqdn" => format!(
            "{}.{}.{}",
            make("host-short", random),
            pick(random, FIRMS),
            ["local", "lan", "internal", "corp"][random.usize(..4)]
        ),
        "host-short" => {
            format!("{}{:02}", ["ws", "pc-", "node", "dc", "fileserver", "srv"][random.usize(..6)], random.u8(1..99))
        }
        "ssid" | "myssid" => match random.u8(0..8) {
            0 => format!("FRITZ!Box {} {}", random.u32(4000..7999), from(random, UPPER, 2)),
            1 => format!("{}_5G", pick(random, EN_LAST).replace('\'', "")),
            2 => format!("Livebox-{}", from(random, "0123456789ABCDEF", 4)),
            3 => format!("TP-LINK_{}", from(random, "0123456789ABCDEF", 4)),
            4 => format!("Keenetic-{}", from(random, DIGITS, 4)),
            5 => format!("{} Home", pick(random, EN_LAST).replace('\'', "")),
            6 => ["Beeline_2G_F3A1", "MGTS_GPON_7731", "Vodafone-4D21", "NETGEAR58"][random.usize(..4)].to_owned(),
            _ => format!("Квартира {}", random.u8(2..99)),
        },
        "user" | "me" => pick(random, LOGINS).to_owned(),
        "user-ru" => ["Тимофей", "Варвара", "Григорий", "Злата", "Аглая"][random.usize(..5)].to_owned(),
        "user-full" => format!("{} {}", pick(random, EN_FIRST), pick(random, EN_LAST).replace('\'', "")),
        "sid" => format!(
            "S-1-5-21-{}-{}-{}-{}",
            random.u32(100_000_000..4_000_000_000),
            random.u32(100_000_000..4_000_000_000),
            random.u32(100_000_000..4_000_000_000),
            random.u32(1001..1999)
        ),
        "steam" => format!("7656119{}", 7_960_265_728_u64 + random.u64(1_000_000..1_999_999_999)),
        "steam2" => format!("STEAM_0:{}:{}", random.u8(0..2), random.u32(1_000_000..99_999_999)),
        "steam3" => format!("[U:1:{}]", random.u32(10_000_000..999_999_999)),
        "name" | "myname" => format!("{} {}", pick(random, EN_FIRST), pick(random, EN_LAST)),
        "name-de" => format!("{} {}", pick(random, DE_FIRST), pick(random, DE_LAST)),
        "name-fr" => format!("{} {}", pick(random, FR_FIRST), pick(random, FR_LAST)),
        "name-ru" | "myname-ru" => {
            if random.bool() {
                let (first, middle) = RU_MEN[random.usize(..RU_MEN.len())];
                format!("{} {first} {middle}", pick(random, RU_LAST))
            } else {
                let (first, middle) = RU_WOMEN[random.usize(..RU_WOMEN.len())];
                format!("{}а {first} {middle}", pick(random, RU_LAST))
            }
        }
        "name-ru-short" => {
            let (first, _) = RU_MEN[random.usize(..RU_MEN.len())];
            format!("{first} {}", pick(random, RU_LAST))
        }
        "email" => {
            let local = match random.u8(0..3) {
                0 => pick(random, LOGINS).to_owned(),
                1 => format!(
                    "{}.{}",
                    pick(random, EN_FIRST).to_lowercase(),
                    pick(random, EN_LAST).to_lowercase().replace('\'', "")
                ),
                _ => format!("{}+{}{}", pick(random, LOGINS), pick(random, WORDS).to_lowercase(), random.u8(1..99)),
            };
            let domain = match random.u8(0..4) {
                0 => ["gmail.com", "outlook.com", "web.de", "icloud.com", "orange.fr"][random.usize(..5)].to_owned(),
                1 => "yandex.ru".to_owned(),
                _ => format!("{}.{}", pick(random, FIRMS), pick(random, ENDINGS)),
            };
            format!("{local}@{domain}")
        }
        "phone-ru" => {
            let digits = format!("9{}", from(random, DIGITS, 9));
            let (a, b, c, d) = (&digits[..3], &digits[3..6], &digits[6..8], &digits[8..]);
            match random.u8(0..5) {
                0 => format!("+7 {a} {b}-{c}-{d}"),
                1 => format!("8 ({a}) {b}-{c}-{d}"),
                2 => format!("+7{digits}"),
                3 => format!("8-{a}-{b}-{c}-{d}"),
                _ => format!("+7 ({a}) {b} {c} {d}"),
            }
        }
        "phone-us" => {
            let digits = format!("{}{}{}", random.u32(201..800), random.u32(212..989), from(random, DIGITS, 4));
            let (a, b, c) = (&digits[..3], &digits[3..6], &digits[6..]);
            match random.u8(0..4) {
                0 => format!("({a}) {b}-{c}"),
                1 => format!("{a}-{b}-{c}"),
                2 => format!("+1 {a} {b} {c}"),
                _ => format!("+1-{a}-{b}-{c}"),
            }
        }
        "phone-de" => match random.u8(0..3) {
            0 => format!("+49 17{} {}", random.u8(0..9), from(random, "123456789", 8)),
            1 => format!("0{} {}", random.u32(201..800), from(random, "123456789", 7)),
            _ => format!("+49 (0)30 {} {}", from(random, "123456789", 4), from(random, "123456789", 4)),
        },
        "phone-fr" => {
            let pairs: Vec<String> = (0..4).map(|_| from(random, "123456789", 2)).collect();
            if random.bool() { format!("06 {}", pairs.join(" ")) } else { format!("+33 6 {}", pairs.join(" ")) }
        }
        "phone-gb" => format!("+44 7{} {}", from(random, DIGITS, 3), from(random, "123456789", 6)),
        "phone-digits" => format!("79{}", from(random, DIGITS, 9)),
        "birth" => format!("{:02}.{:02}.{}", random.u8(1..28), random.u8(1..13), random.u32(1950..2005)),
        "birth-iso" => format!("{}-{:02}-{:02}", random.u32(1950..2005), random.u8(1..13), random.u8(1..28)),
        "birth-us" => format!("{:02}/{:02}/{}", random.u8(1..13), random.u8(1..28), random.u32(1950..2005)),
        "birth-ru" => format!(
            "{} {} {} г.",
            random.u8(1..28),
            ["января", "марта", "июля", "октября"][random.usize(..4)],
            random.u32(1950..2005)
        ),
        "birth-en" => format!(
            "{} {} {}",
            random.u8(1..28),
            ["January", "March", "July", "Oct"][random.usize(..4)],
            random.u32(1950..2005)
        ),
        "ssn" => format!("{}-{}-{}", random.u32(101..665), random.u8(11..99), random.u32(1001..9999)),
        "passport" => format!("45{:02} {}", random.u8(1..24), random.u32(100_000..999_999)),
        "passport-no" => format!("{} {:02} № {}", random.u8(40..80), random.u8(1..24), random.u32(100_000..999_999)),
        "snils" => {
            let digits = snils(random);
            format!("{}-{}-{} {}", &digits[..3], &digits[3..6], &digits[6..9], &digits[9..])
        }
        "snils-bare" => snils(random),
        "inn" => inn(random, true),
        "inn-firm" => inn(random, false),
        "lat" => format!("{}.{}", random.u8(43..59), from(random, "123456789", 6)),
        "lon" => format!("{}.{}", random.u8(10..39), from(random, "123456789", 6)),
        "card" => {
            let digits =
                luhn(format!("{}{}", ["4276", "5469", "2202", "4111"][random.usize(..4)], from(random, DIGITS, 11)));
            grouped(&digits, &[4, 4, 4, 4], [" ", "-"][random.usize(..2)])
        }
        "card-bare" => luhn(format!("{}{}", ["4276", "5469", "2202"][random.usize(..3)], from(random, DIGITS, 11))),
        "amex" => grouped(&luhn(format!("37{}", from(random, DIGITS, 12))), &[4, 6, 5], " "),
        "iban" => iban(random),
        "iban-spaced" => {
            let text = iban(random);
            grouped(&text, &[4; 9], " ").trim_end().to_owned()
        }
        "serial" => match random.u8(0..7) {
            0 => format!("C02{}", mixed(random, UPPER, 8)),
            1 => format!("PF{}", mixed(random, UPPER, 6)),
            2 => format!("5CD{}", mixed(random, UPPER, 7)),
            3 => format!("WD-WCC4N{}", mixed(random, UPPER, 7)),
            4 => format!("FVF{}", mixed(random, UPPER, 9)),
            5 => format!("MP{}", mixed(random, UPPER, 6)),
            _ => format!("S{}N{}", random.u8(1..9), mixed(random, UPPER, 10)),
        },
        "serial-digits" => from(random, "123456789", 12),
        "uuid" => uuid(random),
        "uuid-upper" => uuid(random).to_uppercase(),
        "hex32" | "ntlm" => mixed(random, HEX, 32),
        "udid" => format!("0000{}-00{}", from(random, "0123456789ABCDEF", 4), from(random, "0123456789ABCDEF", 14)),
        "udid-old" | "gcp-keyid" => mixed(random, HEX, 40),
        "imei" => luhn(format!("35{}", from(random, DIGITS, 12))),
        "license" => (0..5).map(|_| mixed(random, "BCDFGHJKMPQRTVWXY2346789", 5)).collect::<Vec<_>>().join("-"),
        "aws-id" => format!("AKIA{}", from(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)),
        "aws-secret" => mixed(random, BASE64, 40),
        "aws-session" => format!("IQoJb3JpZ2luX2Vj{}==", from(random, BASE64, 180)),
        "gcp-key" => format!("AIzaSy{}", mixed(random, URL64, 33)),
        "azure-key" => format!("{}==", mixed(random, BASE64, 86)),
        "azure-secret" => format!("{}8Q~{}", alnum(random, 3), mixed(random, ALNUM, 34)),
        "github" => match random.u8(0..3) {
            0 => format!("ghp_{}", alnum(random, 36)),
            1 => format!("gho_{}", alnum(random, 36)),
            _ => format!("github_pat_11{}_{}", from(random, UPPER, 20), alnum(random, 59)),
        },
        "gitlab" => format!("glpat-{}", mixed(random, URL64, 20)),
        "slack" => format!(
            "xox{}-{}-{}-{}",
            ["b", "p"][random.usize(..2)],
            from(random, DIGITS, 12),
            from(random, DIGITS, 13),
            alnum(random, 24)
        ),
        "slack-hook" => format!("T{}/B{}/{}", from(random, UPPER, 10), from(random, UPPER, 10), alnum(random, 24)),
        "stripe" => format!("{}_live_{}", ["sk", "rk"][random.usize(..2)], {
            let count = 24 + 75 * random.usize(..2);
            alnum(random, count)
        }),
        "whsec" => format!("whsec_{}", alnum(random, 32)),
        "telegram" => format!("{}:AA{}", random.u64(1_000_000_000..7_999_999_999), mixed(random, URL64, 33)),
        "discord" => format!("MT{}.G{}.{}", mixed(random, ALNUM, 24), alnum(random, 5), mixed(random, URL64, 38)),
        "steam-key" => mixed(random, "0123456789ABCDEF", 32),
        "openai" => {
            let count = [48, 120][random.usize(..2)];
            format!("sk-proj-{}", mixed(random, URL64, count))
        }
        "anthropic" => format!("sk-ant-api03-{}AA", mixed(random, URL64, 93)),
        "ai" => match random.u8(0..4) {
            0 => format!("gsk_{}", alnum(random, 52)),
            1 => format!("hf_{}", from(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 34)),
            2 => format!("xai-{}", alnum(random, 80)),
            _ => format!("r8_{}", alnum(random, 37)),
        },
        "vendor" => match random.u8(0..9) {
            0 => format!("npm_{}", alnum(random, 36)),
            1 => format!("pypi-AgEIcHlwaS5vcmc{}", mixed(random, URL64, 150)),
            2 => format!("SG.{}.{}", mixed(random, URL64, 22), mixed(random, URL64, 43)),
            3 => format!("dop_v1_{}", from(random, HEX, 64)),
            4 => format!("shpat_{}", from(random, HEX, 32)),
            5 => format!("dckr_pat_{}", mixed(random, URL64, 27)),
            6 => format!("hvs.{}", mixed(random, URL64, 90)),
            7 => format!("tskey-auth-k{}CNTRL-{}", alnum(random, 11), alnum(random, 32)),
            _ => format!("glsa_{}_{}", alnum(random, 32), from(random, HEX, 8)),
        },
        "twilio" => format!("SK{}", from(random, HEX, 32)),
        "jwt" => {
            let header = base64(br#"{"alg":"HS256","typ":"JWT"}"#, true);
            let body = base64(format!(r#"{{"sub":"{}","exp":{}}}"#, random.u32(..), random.u32(..)).as_bytes(), true);
            format!("{header}.{body}.{}", mixed(random, URL64, 43))
        }
        "token" => {
            let count = random.usize(24..44);
            mixed(random, ALNUM, count)
        }
        "token-hex" => {
            let count = [32, 40, 64][random.usize(..3)];
            mixed(random, HEX, count)
        }
        "token-url" => {
            let count = random.usize(26..60);
            mixed(random, URL64, count)
        }
        "sid-cookie" => {
            let count = random.usize(20..36);
            mixed(random, "abcdefghijklmnopqrstuvwxyz0123456789", count)
        }
        "oauth" => format!("ya29.a0{}", mixed(random, URL64, 120)),
        "signature" => mixed(random, HEX, 64),
        "sas" => format!("{}%3D", mixed(random, ALNUM, 43)),
        "pw" => password(random),
        "pw-url" => {
            let count = random.usize(9..18);
            mixed(random, ALNUM, count)
        }
        "pw-word" => format!("{}{}", pick(random, WORDS).to_lowercase(), pick(random, WORDS).to_lowercase()),
        "pw-ru" => {
            format!("{}{}", ["Солнышко", "Матрёшка", "Снегопад", "Кукушка"][random.usize(..4)], random.u32(10..9999))
        }
        "pw-space" => format!(
            "{} {} {}",
            pick(random, WORDS).to_lowercase(),
            pick(random, WORDS).to_lowercase(),
            random.u8(10..99)
        ),
        "pin" => {
            let count = [4, 6][random.usize(..2)];
            from(random, "123456789", count)
        }
        "bcrypt" => format!(
            "$2{}$12${}",
            ["a", "b", "y"][random.usize(..3)],
            from(random, "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 53)
        ),
        "sha512crypt" => format!(
            "$6${}${}",
            alnum(random, 16),
            from(random, "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 86)
        ),
        "yescrypt" => format!(
            "$y$j9T${}${}",
            alnum(random, 22),
            from(random, "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 43)
        ),
        "argon2" => format!("$argon2id$v=19$m=65536,t=3,p=4${}${}", mixed(random, ALNUM, 22), mixed(random, ALNUM, 43)),
        "pbkdf2" => format!("pbkdf2_sha256$600000${}${}=", alnum(random, 22), mixed(random, ALNUM, 43)),
        "scrypt" => format!("scrypt:32768:8:1${}${}", alnum(random, 16), from(random, HEX, 128)),
        "wg-key" => format!("{}=", mixed(random, ALNUM, 43)),
        "pem-body" => (0..4).map(|_| mixed(random, BASE64, 64)).collect::<Vec<_>>().join("\n"),
        "pem-line" => (0..4).map(|_| mixed(random, ALNUM, 64)).collect::<Vec<_>>().join("\\n"),
        "ovpn-body" => (0..4).map(|_| from(random, HEX, 32)).collect::<Vec<_>>().join("\n"),
        "totp" => {
            let count = [16, 32][random.usize(..2)];
            from(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", count)
        }
        "recovery" => match random.u8(0..4) {
            0 => format!("{}-{}", mixed(random, HEX, 5), mixed(random, HEX, 5)),
            1 => format!("{}-{}", from(random, DIGITS, 4), from(random, DIGITS, 4)),
            2 => mixed(random, "abcdefghjkmnpqrstuvwxyz23456789", 10),
            _ => format!("{}-{}-{}", mixed(random, UPPER, 4), mixed(random, UPPER, 4), mixed(random, UPPER, 4)),
        },
        "recovery-words" => (0..12).map(|_| pick(random, WORDS).to_lowercase()).collect::<Vec<_>>().join(" "),
        "bitlocker" => (0..8).map(|_| format!("{:06}", random.u32(1000..99999) * 7)).collect::<Vec<_>>().join("-"),
        "otp" => from(random, DIGITS, 6),
        // What must survive.
        "version" => {
            format!("{}.{}.{}.{}", random.u8(1..32), random.u8(0..99), random.u32(100..26000), random.u32(1..9999))
        }
        "version-ip" => {
            format!("{}.{}.{}.{}", random.u8(10..32), random.u8(0..20), random.u8(0..250), random.u8(1..250))
        }
        "hash40" => from(random, HEX, 40),
        "hash32" => from(random, HEX, 32),
        "hash64" => from(random, HEX, 64),
        "hash7" => mixed(random, HEX, 7),
        "epoch" => format!("17{}", from(random, DIGITS, 8)),
        "epoch-ms" => format!("17{}", from(random, DIGITS, 11)),
        "pointer" => format!("0x00007ff{}", from(random, HEX, 8)),
        "integrity" => format!("sha512-{}==", from(random, BASE64, 86)),
        "number" => random.u32(100..99999).to_string(),
        other => panic!("no values of class {other}"),
    }
}
