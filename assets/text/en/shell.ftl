# Settings
settings = Settings
settings-sentence = Changes apply at once.
settings-look = Look
settings-language = Language
settings-theme = Theme
settings-scale = Interface size
settings-still = Less movement: nothing slides or blinks
as-the-system = Same as the system
settings-contact = Your contact
settings-contact-hint = Every new incident begins with it. It stays on this computer until you send an incident.
settings-places = Files
settings-exports = Bundles go to
choose-exports = Choose a folder…
settings-removed = { $count ->
    [0] No removed incidents are kept.
    [one] One removed incident is still kept, { $size }.
   *[other] { $count } removed incidents are still kept, { $size }.
}
settings-empty = Delete for good
back = Back
menu-more = Settings and help

# About
about = About Casefile
about-version = Version { $version }
about-what = Casefile composes one support incident and makes one bundle that the support team can act on.
about-network = It never uses the network. What you send, you send yourself.
about-licence = Licence
about-licence-text = MIT or Apache License 2.0, as you choose.
about-fonts = Fonts and icons
about-crates = Libraries
about-crates-count = { $count ->
    [one] One library in Rust
   *[other] { $count } libraries in Rust
}
about-texts = The source of each library on crates.io has the full text of its licence.

# First run
first-run = Three things happen here: you choose who reads it, you answer what they ask, and you get one zip to send. Everything stays on this computer until you send it.

# The last window
last-end-crashed = Casefile stopped because of an error.
last-end-crashed-more = What you had entered is here again. The report of the error stays on this computer: { $path }
last-end-killed = Casefile was ended before it closed.
last-end-killed-more = What you had entered is here again.
last-end-opening = Casefile could not draw its window last time.
last-end-opening-more = It draws in another way now.

# Incidents
switch-heading = Find an incident
switch-search = Search your incidents
switch-nothing = No incident of that name.
switch-enter = Enter opens the first one.

# Find
find = Find in this incident
find-count = { $at } of { $count }
find-nothing = Nothing found
find-next = Next place
find-previous = Previous place
