# What a destination says of itself.
desk-quota = { $count ->
    [one] One request per { $days } days, as of { $date }.
   *[other] { $count } requests per { $days } days, as of { $date }.
}
desk-quota-used = { $count ->
    [0] None of your own was marked as sent in this time.
    [one] One of your own was marked as sent in this time.
   *[other] { $count } of your own were marked as sent in this time.
}
desk-public = Everybody can read what you send here.
desk-forbid = The text must not hold: { $what }.
desk-forbid-names = names of people
desk-forbid-phones = telephone numbers
desk-forbid-emails = email addresses
desk-forbid-addresses = postal addresses
desk-forbid-links = links
desk-in-english = English
desk-in-russian = Russian
desk-language-required = Only this is read: { $langs }.
desk-language-preferred = Answered sooner: { $langs }.
desk-keep-subject = Keep the subject and the number as they are.
desk-closed-after = { $days ->
    [one] They close it after one day without a word from you.
   *[other] They close it after { $days } days without a word from you.
}
desk-no-files = They take no files.
desk-mail-counts = Mail makes files larger by a third; that is counted in.
desk-types = Only files of these types: { $types }.
desk-types-refused = Refused: { $types }.
desk-prefill = Their form can be opened with your answers in it, up to { $limit } characters of the address.
desk-wait-hours = { $hours ->
    [one] Ask again after one hour at the earliest.
   *[other] Ask again after { $hours } hours at the earliest.
}
desk-limit-bundle = A bundle of at most { $size }.
desk-limit-count = { $count ->
    [one] One file.
   *[other] At most { $count } files.
}
desk-limit-chars = { $count ->
    [one] One character of text.
   *[other] At most { $count } characters of text.
}
