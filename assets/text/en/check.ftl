# The checklist. The rules' own words are in assets/checks.toml and in the profiles.
check-counted = { $words } ({ $n })
check-still-empty = Still empty: { $fields }.
check-too-long = { $found } of { $limit } characters.
check-file-missing = “{ $name }” is no longer there.
check-file-folder = “{ $name }” is a folder.
check-file-not-a-file = “{ $name }” is not a file.
check-file-unreadable = “{ $name }” cannot be opened.
check-file-empty = “{ $name }” is empty.
check-file-no-times = “{ $name }” has no times that yours can be compared with; choose its last lines instead, or send all of it.
check-file-bad-time = “{ $time }”, given for “{ $name }”, is not a time. Write it as the log does.
check-file-not-text = “{ $name }” is not text, so no part of it can be cut out.
check-file-not-paintable = Areas of “{ $name }” cannot be hidden in this format. Save it as PNG and attach that.
check-file-too-many-pixels = “{ $name }” is too large a picture; attach a smaller one or a part of it.
check-files-refused = Refused: { $files }.
check-no-files = This form takes no files: put what matters into the text.
check-too-many-files = { $n ->
    [one] { $n } file, at most { $limit } allowed.
   *[other] { $n } files, at most { $limit } allowed.
}
check-too-large = About { $size } packed, at most { $limit } allowed.
check-too-large-for-mail = About { $size } packed; a letter holds about { $limit }, because mail makes files larger.
check-part = Part { $n }: { $title }.
check-part-marked = Part { $n }: { $title } (marker: “{ $marker }”).
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
