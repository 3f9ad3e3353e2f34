# The checklist. The rules' own words are in assets/checks.toml and in the profiles.
check-counted = { $words } ({ $n })
check-still-empty = Still empty: { $fields }.
check-too-long = { $found } of { $limit } characters.
check-file-missing = “{ $name }” is no longer there.
check-file-folder = “{ $name }” is a folder.
check-file-not-a-file = “{ $name }” is not a file.
check-file-unreadable = “{ $name }” cannot be opened.
check-file-denied = You may not read “{ $name }”. Copy it to a folder of your own as a user who may.
check-file-in-use = “{ $name }” is held by another program. Close that program, or attach a copy.
check-file-empty = “{ $name }” is empty.
check-file-changed = “{ $name }” became shorter or was replaced while it was read. Choose its part again.
check-file-stopped = Reading “{ $name }” was stopped before its part was found. Choose the part again.
check-file-unpacks-too-far = “{ $name }” unpacks to more than a hundred times its size, which no log does. Unpack it yourself, and attach the part that matters.
check-file-no-times = “{ $name }” has no times that yours can be compared with; choose its last lines instead, or send all of it.
check-file-bad-time = “{ $time }”, given for “{ $name }”, is not a time. Write it as the log does.
check-file-not-text = “{ $name }” is not text, so no part of it can be cut out.
check-file-not-paintable = Areas of “{ $name }” cannot be hidden in this format. Save it as PNG and attach that.
check-file-too-many-pixels = “{ $name }” is too large a picture; attach a smaller one or a part of it.
check-file-not-redactable = “{ $name }” can’t be searched for private data: send it as it is, or leave it out.
check-files-refused = Refused: { $files }.
check-no-files = This form takes no files: put what matters into the text.
check-too-many-files = { $n ->
    [one] { $n } file, at most { $limit } allowed.
   *[other] { $n } files, at most { $limit } allowed.
}
check-too-large = About { $size } packed, at most { $limit } allowed.
check-too-large-for-mail = About { $size } packed; a letter holds about { $limit }, because mail makes files larger.
check-part = Part { $n }: { $title }.
check-part-marked = Part { $n }: { $title } (begins with “{ $marker }”).
check-parts-unclear = Describe one here and the others in incidents of their own.
check-words-changed = The words have changed since you answered this.
check-unknown-override-title = Unknown check
check-unknown-override = “{ $id }” is not a check, so its reason has no effect.
check-unknown-override-why = A reason counts only for a check of the checklist.
check-clue-title-plural = The title announces several: “{ $words }”.
check-clue-announced = The text announces several: “{ $words }”.
check-clue-shift = “{ $words }” starts another matter.
check-clue-labels = Numbered problems: “{ $words }”.
check-clue-title-joined = The title joins two matters: “{ $words }”.
check-clue-list = A list of problems, not of steps: “{ $words }”.
check-clue-areas = Problems in different areas: “{ $words }”.
check-clue-request = A problem and a request of another kind: “{ $words }”.
check-clue-step = A step that describes another problem: “{ $words }”.
check-clue-sections = A section for each area: “{ $words }”.
check-clue-also = “{ $words }” adds a problem.
check-clue-errors = Another error than the one before: “{ $words }”.
check-clue-place = Another matter seems to begin here: “{ $words }”.
check-quoted = “{ $words }”
check-instead = “{ $words }” → “{ $plain }”
check-files-gmail = Gmail refuses, even inside an archive: { $files }.
check-files-outlook = Outlook refuses: { $files }.
check-symbols-none = “{ $name }” names no functions of the app, only addresses.
check-symbols-partial = “{ $name }” names only some functions of the app.
check-captions-missing = Without a caption: { $files }.
check-log-covers = “{ $name }” covers { $first } to { $last }. It may count in another time zone.
check-concise = { $found } words; about { $limit } are read willingly.
check-cut-greeting = A greeting is not needed: { $words }.
check-cut-apology = Nobody minds, so this can go: { $words }.
check-cut-life = It does not help to find the fault: { $words }.
check-cut-filler = These words say nothing: { $words }.
check-cut-repeated = Said before: { $words }.
check-step-several = Make these steps of their own: { $words }.
check-step-told = Say what to do: { $words }.
check-step-seen = This is what you see; it belongs under the actual result: { $words }.
check-error-told = Move these words there, exactly as shown: { $words }.
check-error-untold = You speak of an error; copy its words or its code exactly as shown.
check-tried-open = No outcome yet: { $words }.
check-help-open = { $more ->
    [0] Not answered yet: { $first }.
   *[other] Not answered yet: { $first }, and { $more } more.
}
check-plain-jargon = Plainer words: { $words }.
check-plain-abbreviations = Not everybody knows these; write them out once: { $words }.
check-plain-long = { $n ->
    [one] One sentence has more than { $limit } words: { $words }.
   *[other] { $n } sentences have more than { $limit } words: { $words }.
}
check-tone-insult = Rude words, leave them out: { $words }.
check-tone-accusation = Reads as an accusation; say what happened instead: { $words }.
check-tone-demand = Reads as a threat or an order; say what you ask for and by when: { $words }.
check-tone-shouting = Capitals read as shouting: { $words }.
check-tone-marks = One mark is enough: { $words }.
check-forbidden-names = Names of people: { $words }.
check-forbidden-phones = Telephone numbers: { $words }.
check-forbidden-emails = Email addresses: { $words }.
check-forbidden-addresses = Postal addresses: { $words }.
check-forbidden-links = Links: { $words }.
check-lacks = Does not belong there: { $words }.
check-place = { $words } sounds like this: { $what }. Instead: { $instead }.
check-place-known = { $words } sounds like this: { $what }. Instead: { $instead }. Casefile has this destination: { $id }.
check-phone-suggested = Probably { $phone }.
check-phone-form = Begin with + and the country, then 8 to 15 digits in all, like +44 7700 900123.

differs-gpu = { $file } names { $gpu }; this computer has { $own }. Is the report from another computer, or was the card changed?
differs-driver-older = { $file } has the older driver { $told }; this computer has { $own } now. Make the report anew.
differs-driver-newer = { $file } has the newer driver { $told }; this computer has { $own }. Was the driver put back?
differs-memory = { $file } says { $told } of memory, this computer has { $own }.
differs-system = { $file } is of build { $told } of the system, this computer has { $own }. Make the report anew.
