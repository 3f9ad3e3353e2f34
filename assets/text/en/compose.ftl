# Headings of the composed text, and facts about the computer in words.
part-specs = System
part-title = Title
part-description = What happens
part-error-text = Exact error
part-steps = Steps to reproduce
part-expected = Expected result
part-actual = Actual result
part-started = Since when
part-frequency = How often
part-conditions = Conditions
part-tried = What was tried
part-fields = Details
part-evidence = Attached files
part-contact = Contact
part-contact-name = Name
part-contact-email = Email for the answer
part-contact-phone = Phone number
part-text = Whole text

compose-frequency-every-time = Every time
compose-frequency-often = Often
compose-frequency-sometimes = Sometimes
compose-frequency-once = Once
compose-contact-name = Name
compose-contact-email = Email
compose-contact-phone = Phone
compose-confirmed = Yes
compose-file-step = step { $n }
compose-help = { $done }: { $outcome }
compose-help-did-not-help = the problem remains
compose-help-partly = helped in part
compose-help-not-possible = was not possible

specs-label-os = Operating system
specs-label-cpu = Processor
specs-label-gpu = Graphics
specs-label-memory = Memory
specs-label-displays = Displays
specs-label-disks = Storage
specs-label-board = Computer
specs-label-uptime = Time since start
specs-label-locale = System language
specs-label-api = Graphics interfaces
specs-label-audio = Sound
specs-label-changes = Recent changes
specs-label-power = Power
specs-label-overlays = Overlays and capture tools
specs-label-tools = Developer tools
specs-label-game = Game
specs-64-bit = 64-bit
specs-32-bit = 32-bit
specs-cores = { $n ->
    [one] { $n } core
   *[other] { $n } cores
}
specs-threads = { $n ->
    [one] { $n } thread
   *[other] { $n } threads
}
specs-ghz = { $n } GHz
specs-driver = driver { $driver }
specs-free = { $size } free
specs-at-hz = { $size } at { $hz } Hz
specs-main = main
specs-scale = scaled to { $percent } %
specs-game-build = build { $value }
specs-game-branch = branch { $value }
specs-game-updated = last updated { $value }
specs-game-update-waits = an update is waiting
specs-game-updating = being updated right now
specs-game-damaged = files are missing or damaged
specs-game-drive = installed on { $value }
specs-game-proton = Proton { $value }
specs-game-client = Steam client { $value }
specs-game-client-beta = client beta { $value }
specs-memory-speed = { $n } MT/s
specs-driver-date = driver of { $date }
specs-active = in use
specs-hdr-on = HDR on
specs-hdr-off = HDR off
specs-none = none of the known ones runs
specs-on-battery = on battery
specs-plugged-in = plugged in
specs-firmware = firmware { $version }
specs-timed-out = { $n ->
    [one] no answer within { $n } second
   *[other] no answer within { $n } seconds
}
specs-failed = could not be read ({ $words })
specs-not-told = this system does not tell
