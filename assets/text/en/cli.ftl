cli-new-done = { $path } is written. Fill it in, then run “casefile check { $path }”.
cli-unknown-key = { $path }, line { $line }: “{ $key }” is not a key of an incident file. It is kept and not used.
cli-unknown-key-nearest = { $path }, line { $line }: “{ $key }” is not a key of an incident file. Did you mean “{ $nearest }”? It is kept and not used.
cli-unknown-field = “{ $field }” is not a field of { $name }. It is kept and not sent.
cli-unknown-field-nearest = “{ $field }” is not a field of { $name }. Did you mean “{ $nearest }”? It is kept and not sent.
cli-must-fix = Must fix
cli-confirm = Please confirm
cli-advice = Good to know
cli-overridden = Your decision
cli-done = Done
cli-verdict = { $open ->
    [0] Ready to send.
    [one] One thing is open.
   *[other] { $open } things are open.
}
cli-blocked =
    { $path } was not written. Answer what is open, or give your reason in the file:
    {"["}overrides]
    check-id = "why it is right as it is"
cli-made = Made { $path }, { $size }.
cli-made-of = { $files ->
    [one] One file in it. Start with incident.html.
   *[other] { $files } files in it. Start with incident.html.
}
cli-also = Also { $path }.
cli-next = What next:
cli-no-such-app = No app “{ $app }” is known, and no game of that name or number is installed by Steam. “casefile logs” lists them.
cli-library-missing = Steam also keeps games in { $folder }, which is not there now. Connect that drive to find their logs.
cli-no-logs = Nothing was found where this app usually writes.
cli-names-only = only named: it holds a program’s memory
cli-project = { $count ->
    [one] One file would go, { $size }.
   *[other] { $count } files would go, { $size }.
}
cli-project-not-small = This is not small. Leave out what the problem does not need with --leave.
cli-project-secret-name = usually holds keys, left out
cli-project-secret = may hold a key ({ $what }), line { $line }, left out
cli-project-private = { $count ->
    [one] names you once
   *[other] names you { $count } times
}
cli-project-changed = { $path } changed while it was packed. It is in the zip as it was at that moment.
cli-project-missing = { $path } was gone or could not be read. It is not in the zip.
cli-project-made = { $path } is written.
cli-planned = { $files ->
    [one] One file, about { $size } packed.
   *[other] { $files } files, about { $size } packed.
}
cli-include = They want
cli-exclude = They do not want
cli-fields = Their form asks
cli-self-help = Try first
cli-not-for = Not here
cli-limits = Limits
cli-links = Links
cli-sources = Where this comes from
cli-unverified = Not confirmed
cli-answers = Their answer
cli-privacy = Who sees it
cli-notes = They say
cli-way = The way: { $name }
cli-quota = How often
cli-languages = Languages
cli-flag = unverified
cli-field-limit = { $count ->
    [one] one character
   *[other] at most { $count } characters
}
cli-own-copy = Edit this file; Casefile uses it instead of the built-in one. Delete it to go back.
cli-own-file = Your own copy
cli-checked-on = Looked up on { $date }.
cli-verified = { $entries ->
    [one] The bundle is whole: one file matches the manifest, and no private data was found.
   *[other] The bundle is whole: { $entries } files match the manifest, and no private data was found.
}
cli-not-verified = { $count ->
    [one] One thing is wrong with this bundle:
   *[other] { $count } things are wrong with this bundle:
}
cli-finding-missing = listed in the manifest, not in the zip
cli-finding-extra = in the zip, not listed in the manifest
cli-finding-hash = its content is not what the manifest says
cli-finding-size = its size is not what the manifest says
cli-finding-name = its name is unsafe
cli-finding-leak = private data
cli-kind-picture = picture
cli-kind-video = video
cli-kind-log = log
cli-kind-crash-report = crash report
cli-kind-system-report = system report
cli-kind-archive = archive
cli-kind-document = document
cli-kind-bundle = Casefile bundle
cli-kind-unknown = not recognised
cli-no-window = The window can’t open on this computer: { $reason }
cli-no-window-hint = Everything works on the command line too: “casefile new --for any-support-email -o incident.toml”, then “casefile bundle incident.toml”.
cli-no-window-built = this program was built without a window
cli-no-such-command = “{ $word }” is neither a command nor a file. “casefile --help” lists the commands.
cli-no-such-command-nearest = “{ $word }” is neither a command nor a file. Did you mean “casefile { $nearest }”?
cli-command-first = “{ $word }” stands before the command. Put the command first.
cli-imported = { $fields ->
    [one] “{ $name }” with one field is a destination now: { $path }
   *[other] “{ $name }” with { $fields } fields is a destination now: { $path }
}
cli-imported-next = Next: casefile new --for { $id } -o incident.toml
cli-imported-repo = With --repo OWNER/NAME the form on GitHub can be opened with your answers in it.
cli-imported-files = Files are attached to the form by hand; what you attach to the incident goes there.
