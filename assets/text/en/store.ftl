# Files that are kept.
error-read = { $path } can’t be read: { $reason }
    .hint = Check that the file can be opened by your account, then try again.
error-read-missing = { $path } is not there.
    .hint = Check the name, or start a new file with “casefile new --for any-support-email -o incident.toml”.
error-read-folder = { $path } is a folder, a file is expected.
    .hint = Name a file in it.
error-not-text = { $path } is not a text file in UTF-8.
    .hint = Save it as UTF-8 in your editor, then try again.
error-form = { $path }, line { $line }, column { $column }: { $reason }.
    .hint = Correct this line; nothing else was changed.
error-form-key = { $path }, line { $line }, column { $column }, “{ $key }”: { $reason }.
    .hint = Correct this line; nothing else was changed.
error-form-nearest = { $path }, line { $line }, column { $column }: { $reason }.
    .hint = Did you mean “{ $nearest }”?
error-version = { $path } has format { $found }, this version of Casefile reads format 1.
    .hint = Install a newer Casefile to open it.
error-unknown-destination = There is no destination “{ $id }”.
    .hint = “casefile destinations” lists them all.
error-unknown-destination-nearest = There is no destination “{ $id }”. Did you mean “{ $nearest }”?
    .hint = “casefile destinations” lists them all.
error-write = { $path } can’t be written: { $reason }
    .hint = Choose another folder. Everything you entered is kept.
error-write-denied = { $path } can’t be written: this folder does not allow it.
    .hint = Choose a folder of your own, such as Documents or Desktop.
error-write-no-folder = The folder of { $path } does not exist.
    .hint = Choose a folder that exists, or create it first.
error-write-folder = { $path } is a folder, a file is expected.
    .hint = Add a file name.
error-same-file = { $path } would be written over something else of this incident.
    .hint = Give every file a name of its own: the incident file, its evidence and each result.
error-no-destination = { $path } names no destination.
    .hint = Add a line such as destination = "any-support-email"; “casefile destinations” lists them all.
error-disk-full = { $path } can’t be written: the disk is full.
    .hint = Free some space or choose another disk. Everything you entered is kept.

# Comments in a new incident file.
file-head =
    An incident for { $name }. One problem in each file: if there are two, make two.
    Lines that start with # are notes for you. Check it with “casefile check FILE”,
    make the bundle with “casefile bundle FILE”.
file-title = The problem in one line.
file-description = What happens. A few sentences about one problem.
file-error-text = The error exactly as it was shown, if one was.
file-steps = The shortest way from a fresh start to the problem, one action each.
file-expected = What should have happened.
file-actual = What happened instead.
file-started = Since when, even roughly: "18 Nov 2026, after an update".
file-frequency = every-time, often, sometimes, once or unknown.
file-conditions = Only under some conditions?
file-tried = What you have tried, with the outcome.
file-contact = Whom to answer.
file-fields = What this destination asks besides.
file-required = required
file-optional = optional
file-evidence =
    Files that show the problem: screenshots, logs, crash reports. Paths are relative to this file.
    For a log, tail_lines = 500 sends its end only; from = "19:41", to = "19:43" a span of time.
    A file that can’t be searched (a dump, a video, an archive): send = "as-it-is", or send = "left-out"; for an archive
    send = "redacted" packs it anew without private data and without what can’t be searched.
    For a picture, scale_to = 1920 makes it smaller, jpeg_quality = 85 compresses it; hide, crop and marks: docs/pictures.md.
error-private-map = The list of what was hidden in this incident, { $path }, can’t be read.
    .hint = A new one begins; its placeholders start at number { $first }, so that none of the earlier ones is used again. The old file is kept beside it with the ending .broken.toml.
error-exists = { $path } exists already.
    .hint = Choose another name, or add --force to replace it.
