//! The icons: glyphs of the Phosphor font, by constant and by name (destination profiles name theirs).
//!
//! Never here: a colour or a size. `assets/fonts/README.md` says how the font is cut down to this list.

use std::fmt;

/// One icon. Decoration only: what it means is also said in words, in a label or an accessible name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Icon(char);

impl Icon {
    /// The character in the icon font.
    #[must_use]
    pub const fn glyph(self) -> char {
        self.0
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Nothing, as wide as an icon.
pub const BLANK: Icon = Icon(' ');

/// The icon that Phosphor calls `name`, such as `steam-logo`.
#[must_use]
pub fn by_name(name: &str) -> Option<Icon> {
    ALL.binary_search_by_key(&name, |(known, _)| known).ok().and_then(|at| ALL.get(at)).map(|(_, icon)| *icon)
}

macro_rules! icons {
    ($($constant:ident = $name:literal, $glyph:literal;)*) => {
        $(#[doc = concat!("Phosphor's `", $name, "`.")] pub const $constant: Icon = Icon($glyph);)*

        /// Every icon by its name, sorted.
        pub const ALL: &[(&str, Icon)] = &[$(($name, $constant)),*];
    };
}

icons! {
    AMAZON_LOGO = "amazon-logo", '\u{E96C}';
    APP_WINDOW = "app-window", '\u{E5DA}';
    APPLE_LOGO = "apple-logo", '\u{E516}';
    ARCHIVE = "archive", '\u{E00C}';
    ARROW_BEND_UP_LEFT = "arrow-bend-up-left", '\u{E024}';
    ARROW_CLOCKWISE = "arrow-clockwise", '\u{E036}';
    ARROW_COUNTER_CLOCKWISE = "arrow-counter-clockwise", '\u{E038}';
    ARROW_DOWN = "arrow-down", '\u{E03E}';
    ARROW_LEFT = "arrow-left", '\u{E058}';
    ARROW_RIGHT = "arrow-right", '\u{E06C}';
    ARROW_SQUARE_OUT = "arrow-square-out", '\u{E5DE}';
    ARROW_U_UP_LEFT = "arrow-u-up-left", '\u{E08A}';
    ARROW_U_UP_RIGHT = "arrow-u-up-right", '\u{E08C}';
    ARROW_UP = "arrow-up", '\u{E08E}';
    ARROW_UP_RIGHT = "arrow-up-right", '\u{E092}';
    ARROWS_CLOCKWISE = "arrows-clockwise", '\u{E094}';
    ARROWS_MERGE = "arrows-merge", '\u{ED3E}';
    ARROWS_SPLIT = "arrows-split", '\u{ED3C}';
    AT = "at", '\u{E0AC}';
    BELL = "bell", '\u{E0CE}';
    BLUETOOTH = "bluetooth", '\u{E0DA}';
    BUG = "bug", '\u{E5F4}';
    BUG_BEETLE = "bug-beetle", '\u{E5F6}';
    CALENDAR_BLANK = "calendar-blank", '\u{E10A}';
    CAMERA = "camera", '\u{E10E}';
    CARET_DOWN = "caret-down", '\u{E136}';
    CARET_LEFT = "caret-left", '\u{E138}';
    CARET_RIGHT = "caret-right", '\u{E13A}';
    CARET_UP = "caret-up", '\u{E13C}';
    CHAT_CIRCLE = "chat-circle", '\u{E168}';
    CHECK = "check", '\u{E182}';
    CHECK_CIRCLE = "check-circle", '\u{E184}';
    CHECK_SQUARE = "check-square", '\u{E186}';
    CIRCLE = "circle", '\u{E18A}';
    CLIPBOARD_TEXT = "clipboard-text", '\u{E198}';
    CLOCK = "clock", '\u{E19A}';
    CODE = "code", '\u{E1BC}';
    COPY = "copy", '\u{E1CA}';
    CPU = "cpu", '\u{E610}';
    CREDIT_CARD = "credit-card", '\u{E1D2}';
    CROP = "crop", '\u{E1D4}';
    CROSSHAIR = "crosshair", '\u{E1D6}';
    CURSOR = "cursor", '\u{E1DC}';
    CURSOR_CLICK = "cursor-click", '\u{E7C8}';
    DATABASE = "database", '\u{E1DE}';
    DESKTOP = "desktop", '\u{E560}';
    DESKTOP_TOWER = "desktop-tower", '\u{E562}';
    DEVICE_MOBILE = "device-mobile", '\u{E1E0}';
    DEVICES = "devices", '\u{EBA4}';
    DISCORD_LOGO = "discord-logo", '\u{E61A}';
    DOTS_SIX_VERTICAL = "dots-six-vertical", '\u{EAE2}';
    DOTS_THREE = "dots-three", '\u{E1FE}';
    DOWNLOAD_SIMPLE = "download-simple", '\u{E20C}';
    ENVELOPE_SIMPLE = "envelope-simple", '\u{E218}';
    EYE = "eye", '\u{E220}';
    EYE_SLASH = "eye-slash", '\u{E224}';
    EYEDROPPER = "eyedropper", '\u{E568}';
    FACEBOOK_LOGO = "facebook-logo", '\u{E226}';
    FILE = "file", '\u{E230}';
    FILE_ARCHIVE = "file-archive", '\u{EB2A}';
    FILE_AUDIO = "file-audio", '\u{EA20}';
    FILE_CODE = "file-code", '\u{E914}';
    FILE_HTML = "file-html", '\u{EB38}';
    FILE_IMAGE = "file-image", '\u{EA24}';
    FILE_MAGNIFYING_GLASS = "file-magnifying-glass", '\u{E238}';
    FILE_PDF = "file-pdf", '\u{E702}';
    FILE_PLUS = "file-plus", '\u{E236}';
    FILE_TEXT = "file-text", '\u{E23A}';
    FILE_VIDEO = "file-video", '\u{EA22}';
    FILE_ZIP = "file-zip", '\u{E958}';
    FLAG = "flag", '\u{E244}';
    FLOPPY_DISK = "floppy-disk", '\u{E248}';
    FOLDER = "folder", '\u{E24A}';
    FOLDER_OPEN = "folder-open", '\u{E256}';
    FOLDER_PLUS = "folder-plus", '\u{E258}';
    FUNNEL = "funnel", '\u{E266}';
    GAME_CONTROLLER = "game-controller", '\u{E26E}';
    GEAR = "gear", '\u{E270}';
    GEAR_SIX = "gear-six", '\u{E272}';
    GIT_BRANCH = "git-branch", '\u{E278}';
    GITHUB_LOGO = "github-logo", '\u{E576}';
    GITLAB_LOGO = "gitlab-logo", '\u{E694}';
    GLOBE = "globe", '\u{E288}';
    GLOBE_SIMPLE = "globe-simple", '\u{E28E}';
    GOOGLE_LOGO = "google-logo", '\u{E292}';
    GRAPHICS_CARD = "graphics-card", '\u{E612}';
    HARD_DRIVE = "hard-drive", '\u{E29E}';
    HARD_DRIVES = "hard-drives", '\u{E2A0}';
    HASH = "hash", '\u{E2A2}';
    HEADSET = "headset", '\u{E584}';
    HIGHLIGHTER_CIRCLE = "highlighter-circle", '\u{E632}';
    HOUSE = "house", '\u{E2C2}';
    IMAGE = "image", '\u{E2CA}';
    IMAGES = "images", '\u{E836}';
    INFO = "info", '\u{E2CE}';
    INSTAGRAM_LOGO = "instagram-logo", '\u{E2D0}';
    KEY = "key", '\u{E2D6}';
    KEYBOARD = "keyboard", '\u{E2D8}';
    LIFEBUOY = "lifebuoy", '\u{E63A}';
    LIGHTBULB = "lightbulb", '\u{E2DC}';
    LIGHTNING = "lightning", '\u{E2DE}';
    LINK = "link", '\u{E2E2}';
    LINKEDIN_LOGO = "linkedin-logo", '\u{E2EE}';
    LINUX_LOGO = "linux-logo", '\u{EB02}';
    LIST = "list", '\u{E2F0}';
    LIST_BULLETS = "list-bullets", '\u{E2F2}';
    LIST_CHECKS = "list-checks", '\u{EADC}';
    LIST_NUMBERS = "list-numbers", '\u{E2F6}';
    LOCK = "lock", '\u{E2FA}';
    LOCK_SIMPLE = "lock-simple", '\u{E308}';
    MAGNIFYING_GLASS = "magnifying-glass", '\u{E30C}';
    MAP_PIN = "map-pin", '\u{E316}';
    MEMORY = "memory", '\u{E9C4}';
    MICROPHONE = "microphone", '\u{E326}';
    MINUS = "minus", '\u{E32A}';
    MONITOR = "monitor", '\u{E32E}';
    MONITOR_PLAY = "monitor-play", '\u{E58C}';
    MOON = "moon", '\u{E330}';
    MOUSE = "mouse", '\u{E33A}';
    NOTE = "note", '\u{E348}';
    NOTE_PENCIL = "note-pencil", '\u{E34C}';
    NOTEPAD = "notepad", '\u{E63E}';
    NUMBER_CIRCLE_ONE = "number-circle-one", '\u{E36A}';
    PACKAGE = "package", '\u{E390}';
    PAINT_BRUSH = "paint-brush", '\u{E6F0}';
    PAPER_PLANE_TILT = "paper-plane-tilt", '\u{E398}';
    PAPERCLIP = "paperclip", '\u{E39A}';
    PATH = "path", '\u{E39C}';
    PAUSE = "pause", '\u{E39E}';
    PENCIL = "pencil", '\u{E3AE}';
    PENCIL_SIMPLE = "pencil-simple", '\u{E3B4}';
    PHONE = "phone", '\u{E3B8}';
    PLUG = "plug", '\u{E946}';
    PLUS = "plus", '\u{E3D4}';
    PLUS_CIRCLE = "plus-circle", '\u{E3D6}';
    PROHIBIT = "prohibit", '\u{E3DE}';
    QUESTION = "question", '\u{E3E8}';
    RECTANGLE = "rectangle", '\u{E3F0}';
    REDDIT_LOGO = "reddit-logo", '\u{E59C}';
    ROCKET_LAUNCH = "rocket-launch", '\u{E3FE}';
    SCISSORS = "scissors", '\u{EAE0}';
    SELECTION = "selection", '\u{E69A}';
    SHIELD_CHECK = "shield-check", '\u{E40C}';
    SHOPPING_CART = "shopping-cart", '\u{E41E}';
    SIDEBAR = "sidebar", '\u{EAB6}';
    SIDEBAR_SIMPLE = "sidebar-simple", '\u{EC24}';
    SLACK_LOGO = "slack-logo", '\u{E5A8}';
    SLIDERS_HORIZONTAL = "sliders-horizontal", '\u{E434}';
    SPEAKER_HIGH = "speaker-high", '\u{E44A}';
    SPINNER = "spinner", '\u{E66A}';
    SQUARE = "square", '\u{E45E}';
    SQUARE_HALF = "square-half", '\u{E462}';
    STAR = "star", '\u{E46A}';
    STEAM_LOGO = "steam-logo", '\u{EAD4}';
    STOP_CIRCLE = "stop-circle", '\u{E46E}';
    STOREFRONT = "storefront", '\u{E470}';
    SUN = "sun", '\u{E472}';
    TAG = "tag", '\u{E478}';
    TARGET = "target", '\u{E47C}';
    TELEGRAM_LOGO = "telegram-logo", '\u{E5BC}';
    TERMINAL = "terminal", '\u{E47E}';
    TERMINAL_WINDOW = "terminal-window", '\u{EAE8}';
    TEXT_AA = "text-aa", '\u{E6EE}';
    TEXT_T = "text-t", '\u{E48A}';
    TICKET = "ticket", '\u{E490}';
    TIKTOK_LOGO = "tiktok-logo", '\u{EAF2}';
    TRASH = "trash", '\u{E4A6}';
    TRAY = "tray", '\u{E4AA}';
    TWITCH_LOGO = "twitch-logo", '\u{E5CE}';
    UPLOAD_SIMPLE = "upload-simple", '\u{E4C0}';
    USER = "user", '\u{E4C2}';
    USER_CIRCLE = "user-circle", '\u{E4C4}';
    USERS = "users", '\u{E4D6}';
    USERS_THREE = "users-three", '\u{E68E}';
    VIDEO_CAMERA = "video-camera", '\u{E4DA}';
    WALLET = "wallet", '\u{E68A}';
    WARNING = "warning", '\u{E4E0}';
    WARNING_CIRCLE = "warning-circle", '\u{E4E2}';
    WARNING_OCTAGON = "warning-octagon", '\u{E4E4}';
    WHATSAPP_LOGO = "whatsapp-logo", '\u{E5D0}';
    WIFI_HIGH = "wifi-high", '\u{E4EA}';
    WINDOWS_LOGO = "windows-logo", '\u{E692}';
    WRENCH = "wrench", '\u{E5D4}';
    X = "x", '\u{E4F6}';
    X_CIRCLE = "x-circle", '\u{E4F8}';
    X_LOGO = "x-logo", '\u{E4BC}';
    YOUTUBE_LOGO = "youtube-logo", '\u{E4FC}';
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_so_that_they_are_found() {
        assert!(ALL.is_sorted_by_key(|(name, _)| name));
        assert_eq!(by_name("steam-logo"), Some(STEAM_LOGO));
        assert_eq!(by_name("Steam logo"), None);
    }
}
