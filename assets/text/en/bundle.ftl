# The bundle: page, Markdown, manifest, email draft; and what to do with it.

bundle-glance-destination = To
bundle-glance-created = Composed
bundle-glance-frequency = How often
bundle-glance-started = Since
bundle-frequency = { $frequency ->
    [every-time] every time
    [often] often
    [sometimes] sometimes
    [once] once
   *[unknown] -
}

bundle-pictures = Pictures
bundle-picture-file = full size
bundle-picture-close = make small
bundle-files = Files
bundle-column-file = File
bundle-column-file-hash = File and SHA-256
bundle-column-why = Why it is here
bundle-column-size = Size
bundle-column-hash = SHA-256
bundle-original-name = Original name: { $name }
bundle-hidden-in-file = Hidden: { $what }
bundle-in-part = In part { $part }
bundle-unsearched = Not searched for private data
bundle-not-searched = { $path }: not searched for private data
bundle-contains-memory = Contains memory of the program; not searched for private data
bundle-memory-in = { $path }: contains memory of the program; not searched for private data
bundle-left-out-of-it = Left out, because nobody can search it: { $files }
bundle-archive-left-out = { $path }: left out, because nobody can search it: { $files }
bundle-left-out = { $lines ->
    [one] { $lines } line left out
   *[other] { $lines } lines left out
}
bundle-cropped = a part of the picture
bundle-scaled = scaled down to { $side } pixels on the longer side
bundle-compressed = compressed as JPEG of quality { $quality }
bundle-first-frame = the first frame of a moving picture
bundle-hidden = Hidden before sending
bundle-nothing-hidden = Nothing private was found.
bundle-overrides = Sent although a check said no
bundle-notes = What the computer did not tell
bundle-footer = Made with Casefile { $version }. Placeholders such as <user-1> stand for hidden values; the same value has the same placeholder everywhere.

bundle-class = { $class ->
    [user] login names
    [name] full names
    [host] computer names
    [wifi] wireless networks
    [email] email addresses
    [phone] phone numbers
    [ip] IP addresses
    [mac] network card addresses
    [secret] passwords, keys and tokens
    [cookie] cookies
    [card] card numbers
    [iban] bank accounts
    [inn] taxpayer numbers
    [snils] insurance numbers
    [ssn] social security numbers
    [passport] passport numbers
    [birth-date] dates of birth
    [geo] places
    [device] device IDs
    [serial] serial numbers
    [license] license keys
    [sid] Windows account IDs
    [steam] Steam IDs
    [account] account numbers
    [lan] addresses of the local network
    [identity] your name at this support
    [word] words of your choice
    [hidden] words of your choice
    [area] painted areas
   *[other] { $class }
}

bundle-kind-picture = Screenshot
bundle-kind-video = Screen recording
bundle-kind-log = Log
bundle-kind-crash-report = Crash report
bundle-kind-system-report = System report
bundle-kind-archive = Archive
bundle-kind-document = Document
bundle-kind-bundle = Earlier bundle
bundle-kind-unknown = File
bundle-why-step = { $what }, step { $step }
bundle-why-specs = The computer
bundle-why-crash = What the crash report says
crash-app = Program
crash-version = Version
crash-os = System
crash-exception = Exception
crash-thread = Crashed thread
crash-names = Symbolicated
crash-symbolicated = yes
crash-symbolicated-partly = in part
crash-not-symbolicated = no
crash-frames = Where it crashed:
bundle-why-html = The incident as one page
bundle-why-markdown = The incident as text
bundle-why-json = The incident for machines
bundle-why-manifest = List of all entries with their hashes

bundle-mail-subject-part = { $subject } ({ $number } of { $parts })
bundle-mail-greeting = Hello,
bundle-mail-thanks = Thank you for your help.
bundle-mail-attached = Attached: { $name } ({ $size }). Open incident.html in it first.
bundle-mail-part = This is part { $number } of { $parts }; the other parts come in emails of their own.

deliver-open-draft = Open { $name } if your mail program has not done so: the bundle is attached to it.
deliver-send-to = Send the email draft to { $email }.
deliver-send-to-desk = Send the email draft to the support address of the desk.
deliver-open-link = Open { $label }: { $url }
deliver-paste-text = Paste the text into the form.
deliver-attach = Attach { $name } ({ $size }).
deliver-attach-too-large = { $name } has { $size }, more than the { $limit } taken here. Export it in parts, or share it as a link.
deliver-attach-unpacked = This desk takes no zip files: unpack { $name } ({ $size }) and attach the files in it one by one.
deliver-no-files = This form takes no files: put what matters into the text, and keep { $name } in case they ask for it.
deliver-other-way = Another way, “{ $label }”: { $when }

error-bundle-not-approved = The incident changed after it was checked.
    .hint = Run the check again, then export.
error-bundle-exists = { $path } exists already.
    .hint = Choose another name, or allow it to be replaced.
error-bundle-not-a-file = { $path } is a folder or a device, not a file, so no bundle can stand in its place.
    .hint = Choose another name.
error-bundle-disk-full = There is no room left on the disk for { $path }.
    .hint = Free some space or choose another disk. Packing takes about twice the size of the bundle for a moment.
error-bundle-no-folder = The folder of { $path } does not exist.
    .hint = Choose a folder that exists, or create it first.
error-bundle-denied = You may not write { $path }: { $reason }
    .hint = Choose a folder of your own, for example Documents.
error-bundle-write = { $path } could not be written: { $reason }
    .hint = Everything you entered is kept. Choose another place and try again.
error-bundle-read = { $name } could not be read to its end: { $reason }
    .hint = Check that the file is still there and readable, or leave it out.
error-bundle-leak = Private data was found in the finished bundle: { bundle-class }, in { $entry }, line { $line }. Nothing was written.
    .hint = Hide the words in that place yourself, or leave the file out.
error-bundle-damaged = { $entry } did not come back from the disk as it was written. Nothing was saved.
    .hint = Try again, best on another disk.
error-bundle-too-large = { $entry } takes { $megabytes } MB even when packed, more than the { $limit } MB a part may have.
    .hint = Send only a part of the file, allow larger parts, or share it as a link.
error-bundle-too-large-for-email = { $path } has { $megabytes } MB, more than any mail system takes.
    .hint = Export it in smaller parts, or share it as a link.
error-bundle-open = { $path } could not be opened: { $reason }
    .hint = Check the name, and that you may read the file.
error-bundle-not-a-zip = { $path } is not a zip archive, or it is damaged: { $reason }
    .hint = Choose a bundle made by Casefile, or get the file again.
error-bundle-not-a-bundle = { $path } is not a bundle made by Casefile: { $reason }
    .hint = A bundle is a zip file with manifest.json in it.

error-deliver-gone = { $path } is not there any more.
    .hint = Export it again.
error-deliver-no-program = No program could be started for { $path }: { $reason }
    .hint = The file is saved; open it by hand.
error-deliver-no-browser = No program could be started for { $url }: { $reason }
    .hint = Copy the address into your browser or mail program.
error-deliver-refused = { $url } is neither a web page nor a mailbox, so it was not opened.
    .hint = Check the address in the destination's profile.

deliver-open-filled = Open the form with your answers in it: { $url }
deliver-left-out = { $count ->
    [one] One answer is too long for an address; copy it into the form by hand: { $fields }.
   *[other] { $count } answers are too long for an address; copy them into the form by hand: { $fields }.
}
deliver-by-hand = Fill in by hand what an address can’t carry: { $fields }.
