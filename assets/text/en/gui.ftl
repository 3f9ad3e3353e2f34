# Everywhere
undo = Undo
close = Close
cancel = Cancel
stop = Stop
copy = Copy
add = Add…
done = Done
untitled = Untitled incident
required = required
optional = if you know it
not-chosen = Not chosen
if-shown = if one was shown
one-a-line = one a line
window-no-display = no display is connected

# Top bar
incident-switcher = Choose an incident
new-incident = New incident
open-file = Open an incident or a bundle…
saving = Saving…
saved-just-now = Saved just now
saved = Saved
switch-language = Русский
theme-light = Light
theme-dark = Dark

# Navigation
nav-destination = Destination
nav-problem = Problem
nav-steps = Steps
nav-system = System
nav-screenshots = Screenshots
nav-logs = Logs and files
nav-review = Review
state-blocks = blocks the export
state-asks = needs an answer
state-done = done
parked = Parked for later
all-incidents = All incidents

# Start
start-heading = Who will read this?
start-sentence = Casefile knows what each support team asks for, and checks your incident against it before you send.
start-search = Search a service, a game or a project
start-nothing-found = Nothing of that name. A letter reaches any company.
shelf-first = Most used
shelf-games = Games
shelf-systems = Systems and drivers
shelf-developers = Developers
shelf-services = Shops and networks
shelf-any = Any company or project
shelf-all = All
start-by-email = Any support by email
your-incidents = Your incidents
remove-incident = Remove “{ $title }”
standing-draft = Draft, { $day }
standing-exported = Exported { $day }
standing-sent = Sent { $day }
standing-sent-early = Sent { $day }. Too early to ask again before { $due }
standing-sent-again = Sent { $day }. You can ask again
standing-answered = Answered

# Destination
destination-heading = Who will read this?
destination-sentence = What this team asks for, and what it does not want.
destination-change = Change
they-want = They want
they-do-not-want = They do not want
destination-keep = Keep this one
unverified-badge = Unverified
partly-verified-badge = Partly unverified
unverified-as-of = As of { $date }:
field-unverified = Nobody could confirm that their form has this, as of { $date }.
field-default = Their form starts with “{ $value }”.
field-render = Plain text only: their form puts it into a code block.
desk-more = More about this desk
desk-notes = They say
desk-way = The way: { $name }
desk-again = Writing again
desk-languages = Languages
desk-limits = Limits
desk-edit = Edit this destination
desk-edit-hint = Something is different by now? Edit a copy of this destination; what you save is used at once.
desk-own = This destination is your own: { $path }.
desk-own-file = This is your own copy: { $path }. Delete the file to go back to the built-in one.
sources-show = Where this comes from
sources-hide = Hide the sources
wrong-profile = One of your own destinations is not used:
wrong-profile-more = { $count ->
    [one] One more of your own destinations is not used.
   *[other] { $count } more of your own destinations are not used.
}
wrong-profile-edit = Open the file
their-form = What their form asks
whom-to-answer = Whom to answer
contact-name = Name
contact-email = Email
contact-phone = Phone number
contact-hint = Where this team wants your contact, it stands in that section as you write it here; everywhere else it is hidden.
bundle-language = Headings in the bundle
language-name = English
try-first = Try first
try-first-hint = Say what came of each: what you have not tried, they will ask you to.
tried-did-not-help = Did not help
tried-partly = Helped in part
tried-not-possible = Not possible
tried-name = { $outcome }: { $step }
not-here = Not for this team ({ $count })
write-there = Write there instead: { $name }
their-pages = Their pages

# Problem
problem-heading = What is the problem?
problem-sentence = One problem, in a few sentences. If there are two, Casefile makes two incidents.
field-title = Title
field-description = What happens
field-error-text = Exact error text
field-conditions = Only under some conditions?
field-started = Since when
field-frequency = How often
field-tried = What you have tried
field-expected = Expected result
field-actual = Actual result
paste-as-is = Paste it as it is
started-example = 18 Nov 2026, after an update
chars = { $count ->
    [one] one character
   *[other] { $count } characters
}
chars-of = { $count } of { $limit } characters
chars-over = { $count }, more than { $limit } characters
address-of = In the address of their form these take { $count } of { $limit } characters.
frequency-every-time = Every time
frequency-often = Often
frequency-sometimes = Sometimes
frequency-once = Once
frequency-unknown = Not answered
several-issues = { $count ->
    [0] This reads like several issues.
    [1] This reads like several issues.
    [2] This reads like two issues.
   *[other] This reads like { $count } issues.
}
split-off = Split off “{ $part }”
parked-here = Split off and parked
join = Take back in
join-named = Take back in: { $title }
one-issue-because = They are one issue because…

# Steps
steps-heading = How can they see it too?
steps-sentence = Write the shortest path from a fresh start to the problem. One action per step.
steps-keys = Enter adds the next one, Alt with arrows moves it
add-step = Add a step
step-name = Step { $number }
step-handle = Move step { $number }
step-remove = Remove step { $number }
step-example = Start the program

# System
system-heading = Your computer
system-sentence = Read from this computer just now. The eye decides what is sent.
system-empty = This computer has not been asked yet.
system-not-wanted = This team does not want facts about your computer.
system-hint = Nothing else about this computer goes into the bundle.
system-around = Around the problem
facts-more = { $count ->
    [one] One more fact can be sent
   *[other] { $count } more facts can be sent
}
fact-not-read = not read yet, or not told
differs = This does not agree:
add-report = Add DxDiag.txt…
read-again = Read again
fact-kept-back = kept back
fact-send = Send: { $fact }
fact-keep-back = Keep back: { $fact }
probe-told = The bundle says so; you can add the report of another tool.

# Screenshots
screenshots-heading = Screenshots
screenshots-sentence = Drop a picture, paste with Ctrl+V, or capture the screen.
screenshots-empty = A picture of the error says more than a description of it. Drop one here, paste it, or capture the screen.
capture = Capture
capture-when = When to capture:
capture-delay = { $secs ->
    [0] No delay
   *[other] In { $secs } s
}
capture-screens = Whole screen
capture-window = One window…
capture-region = A part of the screen…
capture-which-window = Which window?
capture-no-windows = No other window is open.
region-heading = Which part?
region-how = Drag over the part to keep. Or move the crosshair with the arrow keys (faster with Shift) and press Enter at two corners.
region-all = Keep all of it
region-next = Next screen
region-picture = Captured screen { $screen } of { $count }
capture-screen = Capture the screen
choose-files = Choose files…
add-picture = Add a picture
hide-how = Hidden areas are removed for good.
crop-how = What is outside is not sent.
picture-name = Picture { $name }{ $count ->
    [0] .
    [one] , one thing drawn on it.
   *[other] , { $count } things drawn on it.
}
picture-opening = The picture is being opened…
picture-format-kept = { $name } is sent as it is: pictures of this format can’t be shown, drawn on or cleaned of where and when they were taken. Save it as PNG or JPEG and add that instead.
picture-first-frame = This picture moves. Only its first frame is sent.
picture-too-large = This picture is larger than the { $limit } that this destination takes. Choose a smaller size below.
sizes-measured = The sizes are being measured…
size-as-it-is = Size: as it is
size-jpeg = Size: as it is, as JPEG
size-scaled = Size: at most { $side } pixels
size-scaled-jpeg = Size: at most { $side } pixels, as JPEG
size-offer-as-it-is = As it is: { $width } × { $height }, { $format }, { $size }
size-offer = { $width } × { $height }, { $format }, { $size }
size-over-limit = (more than the destination takes)
video-as-it-is = Videos are sent as they are. Look whether anything private is seen in it.
video-first-frame = First frame of { $name }
video-too-large-start = Too large for this destination.
video-too-large = It takes { $limit }. Cut the video down to the seconds around the problem, record it anew in a smaller window or at 720p, or upload it somewhere and give the link in the description.
tool-with-key = { $tool } ({ $key })
tool-select = Select and move
tool-rectangle = Rectangle
tool-arrow = Arrow
tool-number = Numbered marker
tool-text = Text
tool-pen = Draw by hand
tool-highlight = Highlight
tool-hide = Hide
tool-crop = Crop
mark-chosen = Chosen: { $kind ->
    [hide] hidden area
    [crop] crop
    [arrow] arrow
    [number] numbered marker
    [text] text
    [pen] line by hand
    [highlight] highlight
   *[rectangle] rectangle
}, { $place } of { $count }. Arrow keys move it, with Alt they resize it, Delete removes it.
mark-text = Text on the picture
mark-text-example = This button does nothing
mark-happens = What happens at { $number }
mark-happens-example = Click Play
steps-of-markers = { $count ->
    [one] Make a step of the marker
   *[other] Make steps of the { $count } markers
}
ink-red = Red
ink-blue = Blue
ink-green = Green
ink-yellow = Yellow
ink-white = White
ink-black = Black
line-thin = Thin
line-medium = Medium
line-thick = Thick
zoom-in = Larger
zoom-out = Smaller
zoom-fit = Whole picture
zoom-share = { $share } %
caption = What it shows
caption-example = The error over the loading screen
file-caption-example = Console log of that start
belongs-to-step = Belongs to step
no-step = No step
remove-file = Remove from the incident
remove-named = Remove { $name } from the incident
file-missing = { $name } is no longer there. Add it again, or remove it.
file-folder = { $name } is a folder. Add the files in it that matter, or a zip of it.
file-not-a-file = { $name } is not an ordinary file. Copy its content into a file and add that.
file-unreadable = { $name } can’t be read. Close the program that uses it, then add it again.
file-denied = You may not read { $name }. Copy it to a folder of your own as a user who may, then add it again.
file-in-use = { $name } is held by another program. Close that program, or add a copy.
file-empty = { $name } is empty.
file-changed = { $name } became shorter or was replaced while it was read. Choose its part again.
file-stopped = The part of { $name } was not found: reading it was stopped. Choose it again.
file-unpacks-too-far = { $name } unpacks to more than a hundred times its size, which no log does. Unpack it yourself and add the part that matters.
file-no-times = { $name } has no times that yours can be compared with. Choose its last lines, or send all of it.
file-bad-time = A time given for { $name } can’t be read. Write it as the log does.
file-not-text = { $name } is not text, so no part of it can be cut out.
file-not-paintable = Areas of { $name } can’t be hidden in this format. Save it as PNG and add that.
file-too-many-pixels = { $name } is too large a picture. Add a smaller one, or a part of it.
file-not-redactable = { $name } can’t be searched for private data. Send it as it is, or leave it out.

# Logs and files
logs-heading = Logs and files
logs-sentence = Drop files or folders. Only what you choose is sent.
logs-empty = Logs, crash reports and reports of other tools belong here. Drop them anywhere in this window.
find-logs = Find logs
find-logs-for = Find logs for { $name }
find-which = App or game
find-hint = Only the files you tick are added. Other files of the app are not touched.
find-start = Look for them
find-found = { $count ->
    [one] One file was found
   *[other] { $count } files were found, the newest first
}
find-logs-nothing = Nothing was found where this app usually writes. Start it once more until the problem shows, or add the file by hand.
find-library-missing = Steam also keeps games in { $folders }, which is not there now. Connect that drive to see them here.
find-silent = No answer in time from { $folders }. If it is on a network drive, connect it and look again.
find-broken = { $count ->
    [one] One file of Steam’s library is cut off or damaged; the game in it may be missing here.
   *[other] { $count } files of Steam’s library are cut off or damaged; the games in them may be missing here.
}
find-names-only = only named: it holds a program’s memory
find-add = { $count ->
    [one] Add one file
   *[other] Add { $count } files
}
find-note-game = Note the game
find-game-sent = It will stand among the facts under System.
find-game-told = This team does not ask for it; you can send it under System.
find-game-updating = Let the update end and try again before you write.
find-game-update-waits = Install the update and try again before you write.
find-game-damaged = Let Steam verify the game’s files before you write.
add-project = Add a project folder
add-project-hint = You choose what goes in before it is packed.
choose-project = Choose a project folder
project-heading = Project folder { $name }
project-kinds = Recognised: { $kinds }.
project-ignored = What .gitignore names and what builds make anew stays out. You decide about the rest.
project-links = { $count ->
    [one] One link is not followed and stays out.
   *[other] { $count } links are not followed and stay out.
}
project-unread = { $count ->
    [one] One entry could not be read and stays out.
   *[other] { $count } entries could not be read and stay out.
}
project-left-out = { $count ->
    [one] One folder stays out
   *[other] { $count } folders stay out
}
project-left-never = never a part of a project
project-secrets = { $count ->
    [one] One file may hold a key.
   *[other] { $count } files may hold keys.
}
project-secrets-hint = Such files are not ticked. Look into them before you add them: nothing in them is certain to be hidden.
project-private = { $count ->
    [one] One file names you or this computer.
   *[other] { $count } files name you or this computer.
}
project-private-hint = Review tells whether the zip could be searched. Where it could not, it goes as it is.
project-empty = Nothing is left of this folder.
project-top = Files right in the folder
project-chosen = { $count } of { $all } files
project-fold = Hide the files: { $name }
project-unfold = Show the files: { $name }
project-more = { $count ->
    [one] and one more file
   *[other] and { $count } more files
}
project-secret-name = usually holds keys
project-secret = may hold a key ({ $what }), line { $line }
project-private-file = { $count ->
    [one] names you once
   *[other] names you { $count } times
}
project-too-large = This is more than the 500 MB that a sample project may have.
project-not-small = This is not small: { $count ->
    [one] one file, { $size }.
   *[other] { $count } files, { $size }.
}
project-small-hint = Untick what the problem does not need; a project of a few files is looked at sooner.
project-add = { $count ->
    [one] Add one file as a zip, { $size }
   *[other] Add { $count } files as a zip, { $size }
}
project-changed = { $count ->
    [one] { $first } changed while it was packed. It is in the zip as it was at that moment.
   *[other] { $count } files changed while they were packed, { $first } among them. They are in the zip as they were at that moment.
}
project-missing = { $count ->
    [one] { $first } was gone or could not be read. It is not in the zip.
   *[other] { $count } files were gone or could not be read, { $first } among them. They are not in the zip.
}
by-path = By path
by-path-hint = paste a path and press Enter
kind-picture = Picture
kind-video = Video
kind-log = Log
kind-crash-report = Crash report
kind-system-report = System report
kind-archive = Archive
kind-document = Document
kind-bundle = Bundle
kind-unknown = File
file-symbolicated = symbolicated
file-symbolicated-partly = partly symbolicated
file-not-symbolicated = not symbolicated
file-whole = Whole file, { $size }
file-part = { $lines ->
        [one] { $shown } line
       *[other] { $shown } lines
    }, { $size }
file-not-searched = This file can’t be searched for private data. It goes into the bundle as it is.
file-send = How it is sent
file-send-redacted = Without private data
file-send-as-it-is = As it is
file-send-left-out = Not at all
file-send-unpacked = It is unpacked, private data is hidden in it, and it goes into the bundle as text.
file-send-archive = { $count ->
    [one] Private data is hidden in one file of it, and it is packed anew.
   *[other] Private data is hidden in { $count } files of it, and it is packed anew.
}
file-send-archive-without = Left out, because nobody can search it: { $files }.
file-send-left-out-means = It stays in the list and doesn’t go into the bundle.
file-send-memory = It contains memory of the program, and so whatever the program had in hand: passwords too. Nobody can search it.
log-from = From
log-to = To
log-tail = Last lines only
log-all = all
log-level = Records
log-level-all = All
log-level-warn = Warnings and errors
log-level-error = Errors
log-errors = { $count ->
        [one] { $shown } error
       *[other] { $shown } errors
    }
log-over-time = When { $name } was written; drag or use the arrow keys to choose what is sent
log-window = { $from } to { $to }
log-window-about = { $from } to { $to }, about { $lines ->
        [one] { $shown } line
       *[other] { $shown } lines
    }, { $size }
log-window-lines = Lines { $from } to { $to }
log-window-lines-about = Lines { $from } to { $to }, about { $size }
log-line-number = Line { $line }
log-part = Choose what is sent
log-part-all = All of it
log-part-happened = When it happened, { $from } to { $to }
log-part-crash = Around the crash in { $name }
log-part-lines = { $count ->
        [one] { $count } line
       *[other] { $count } lines
    } to each side of line { $line }
log-part-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    } to each side of line { $line }
log-part-first = { $count ->
        [one] The first line
       *[other] The first { $shown } lines
    }
log-part-last = { $count ->
        [one] The last line
       *[other] The last { $shown } lines
    }
log-sent-all = All of it is sent, { $size }.
log-sent = { $lines ->
        [one] { $shown } line is
       *[other] { $shown } lines are
    } sent, { $size } of { $all }.
log-left-out = Left out: { $parts }.
log-left-before = { $lines ->
        [one] { $shown } line before
       *[other] { $shown } lines before
    }
log-left-between = { $lines ->
        [one] { $shown } line between
       *[other] { $shown } lines between
    }
log-left-after = { $lines ->
        [one] { $shown } line after
       *[other] { $shown } lines after
    }
log-lines = Lines of { $name }
log-line-cut = Only the start of this line is shown; { $size } more belong to it.
log-no-errors = No line of this log tells of an error.
log-follow = Follow
log-follow-hint = Show new lines as they come
log-stays = { $name } is large and is read where it lies. Keep it there until the bundle is made.
log-reading = Reading the log: { $done } of { $all }
log-unread = { $name } can’t be read: { $reason }. Close the program that holds it, or check that you may read it.
log-changed = { $name } became shorter while it was read.
log-stopped = Reading { $name } was stopped: what comes later is not shown.
log-replaced = { $name } was replaced while it was shown, so it was read anew.
log-read-again = Read it again
log-find = Find
log-find-words = Find in this log
log-find-pattern = Regular expression
log-find-back = Previous
log-find-next = Next
log-find-none = Nothing found
log-find-count = { $at } of { $count }
log-find-going = { $at } of { $count }, searching…
log-find-many = { $at } of more than { $count }
log-find-wrong = This is not a regular expression: { $reason }
errors-only = Errors only

# Review
review-heading = This is all they will see
review-sentence = Nothing has left this computer. Hidden values are replaced the same way everywhere.
review-preparing = Looking for private data…
values-hidden = { $count ->
    [0] Nothing hidden
    [one] One value hidden
   *[other] { $count } values hidden
}
nothing-hidden = Nothing private was found in the text and the files that can be searched.
show-values = Show
hide-values = Hide
save-zip = Save zip
email-draft = Email draft
copy-text = Copy text
saved-to = The zip goes to
choose-target = Choose another place…
made = Ready:
show-in-folder = Show in folder
what-next = What next
field-by-field = Field by field
copy-field = Copy: { $field }
copied-field = Copied: { $field }
letters-made = { $count ->
    [one] Letter, with the bundle in it
   *[other] Letters, with the bundle in them
}
files-to-attach = { $count ->
    [one] File to attach
   *[other] Files to attach
}
copy-file = Copy file
copy-file-name = Copy file: { $file }
copy-file-hint = Paste it into a letter, a chat or a folder.
copy-path = Copy path
copy-path-name = Copy path: { $file }
done-file-copied = The file is on the clipboard. Paste it where it belongs.
ticket-number = Ticket number
ticket-hint = once you have sent it
i-have-sent-it = I have sent it
they-answered = They have answered
again-too-early = Too early to ask again before { $day }.
again-now = You can ask again
again-how = Asking how it stands
again-unknown = This desk names no time for its answer. Give it some days first.
again-copy = Copy the question
again-about = Ask again: { $title }

# Readiness
ready = Ready to send
ready-after = { $count ->
    [one] Ready after 1 answer
   *[other] Ready after { $count } answers
}
blocks = { $count ->
    [one] 1 thing blocks export
   *[other] { $count } things block export
}
must-fix = Must fix
please-confirm = Please confirm
good-to-know = Good to know
your-decision = Your decision
after-you-send = After you send
note-ticket = Note the ticket number
wait-for-answer = Wait for the answer
again-now-why = The time after which it makes sense has passed.
note-ticket-why = Casefile shows when a reply is due.
reconsider = Take back
fix-split = Split it off
fix-attach = Add a file
fix-fill = Fill in
fix-shorten = Shorten
fix-show = Show
why = Why
why-name = Why: { $title }
same-issue = Same issue…
leave-it = Leave it…
bundle-size = Bundle size
bundle-size-mail = Bundle size in a letter
size-of = { $used } of { $limit }
export-bundle = Export bundle
export-blocked = Answer the open points in the checklist; then the bundle can be written.
more-ways = More ways
drawer-open = Show the checklist
drawer-close = Hide the checklist

# Decisions
reason-own = Your reason
reason-hint = the reader sees it
reason-keep = Keep this decision
reason-symptoms = They are symptoms of one fault
reason-one-request = It is one request
reason-same-steps = The same steps show both
reason-unknown = I do not know
reason-not-here = It does not apply here
reason-told-elsewhere = The text says it already

# Dialogs and notes
choose-attach = Choose files to attach
choose-open = Choose an incident file or a bundle
done-copied = Copied
done-removed = The incident was removed.
done-detached = The file was removed from the incident.
done-attached = { $count ->
    [one] One file was added to Logs and files.
   *[other] { $count } files were added to Logs and files.
}
done-steps-of-markers = { $count ->
    [0] Every marker is a step already.
    [one] One step was made of a marker.
   *[other] { $count } steps were made of markers.
}
done-attached-pictures = { $count ->
    [one] One picture was added to Screenshots.
   *[other] { $count } pictures were added to Screenshots.
}
done-game-noted = { $count ->
    [0] The game was noted.
    [one] The game was noted, and one question of the form is answered from its log. Check the answer.
   *[other] The game was noted, and { $count } questions of the form are answered from its logs. Check the answers.
}
done-split = { $count ->
    [one] The other issue waits under “Parked for later”.
   *[other] { $count } other issues wait under “Parked for later”.
}
done-joined = The parked issue is part of this one again.
done-retargeted = This incident now goes to { $name }.
done-own-copy = Your copy is { $path }. What you save there is used at once.
done-destination-read = This destination was read again.
done-exported = The bundle is written, read back and checked.
bundle-whole = { $entries ->
    [one] The bundle is whole: one file matches its manifest, and no private data was found.
   *[other] The bundle is whole: { $entries } files match its manifest, and no private data was found.
}
bundle-not-whole = { $count ->
    [one] One thing is wrong with this bundle: { $entry }. “casefile verify” tells more.
   *[other] { $count } things are wrong with this bundle, the first with { $entry }. “casefile verify” tells them all.
}

# Help
help = Keyboard
redo = Redo
help-paste = Paste a picture or files anywhere
help-sections = Go to a section
help-point = Go to the next open point of the checklist
help-enter = In a step: add the next one
help-move = In a step: move it
help-kept = Drafts and evidence are kept in { $path }.

# When something is in the way
not-saved = Not saved
busy-leave = Files of this incident are still being worked on. Wait for them, or press Stop.
files-wait = { $count ->
    [one] One file waits. Choose who will read it, and it is added.
   *[other] { $count } files wait. Choose who will read them, and they are added.
}
drop-needs-incident = Choose who will read this first; then drop the files.
undo-too-late = Something was changed since then. Ctrl+Z goes back step by step.
join-again = The text changed meanwhile. Nothing was taken back in; try again.
split-again = The text changed while it was being split. Nothing was split; try again.
picture-not-shown = This picture can’t be opened: it is cut short, damaged or too large for the memory. Take it again, or save it anew as PNG, and add that.

# A project's issue form
issue-form-heading = A project on GitHub
issue-form-sentence = Many projects ask their questions in a form: a file in .github/ISSUE_TEMPLATE. Load it, or drop it here, and it becomes a destination.
issue-form-repository = Repository
load-issue-form = Load a project’s issue form…
choose-form = Choose an issue form (.yml) or template (.md)
repository-unclear = Write the repository as OWNER/NAME, or leave it empty.
done-imported = { $count ->
    [0] “{ $name }” is a destination now.
    [one] “{ $name }” is a destination now. One thing in the form is odd; “casefile destinations import” says what.
   *[other] “{ $name }” is a destination now. { $count } things in the form are odd; “casefile destinations import” says what.
}
open-filled-form = Open their form with the answers in it
open-letter = Write the letter in the mail program
open-letter-hint = For mail programs that do not open the draft; attach the zip yourself.
open-letter-empty = For mail programs that do not open the draft. The text is too long for this way: paste it, and attach the zip yourself.
