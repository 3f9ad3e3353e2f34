# Hidden values: who they were.
who-no-placeholder = “{ $text }” is no placeholder. Write it as it stands in the bundle: host-2.
who-no-incident = No incident “{ $incident }” has hidden values that are kept here. Give its file, its title or its name in the store.
who-unknown = No bundle made on this computer holds { $text }, or its incident was removed.
cli-class-stays-hidden = { $name }: { $class } stays hidden as a class here. Single values can be kept with --keep.
private-note-private-address = address of a local network
private-note-public-address = address on the internet
private-note-link-local = address of one cable or one radio link
private-note-local-name = name in a local network
private-note-internet-name = name on the internet
private-note-short-name = name of a computer without a domain
private-note-same-subnet = same subnet as { $placeholder }

visible-here = What they see of your private data: { $classes }.
hidden-values = What is hidden
hidden-values-hint = Only you see this list. Click a value to see where it stands, as it is and as it is sent.
keep-class = Leave all visible: { $class }
class-stays-public = Everybody can read this place, so values are left visible one by one only.
keep-value = Leave { $placeholder } visible
places-count = { $count ->
    [one] one place
   *[other] { $count } places
}
places-more = { $count ->
    [one] and one more place
   *[other] and { $count } more places
}
place-member = { $name } (in { $archive })
place-line = { $name }, line { $line }
place-name = Name of the file { $name }
place-captions = Captions
place-overrides = Your decisions
all-of-class = All of them: { $class }
your-word = your word
left-visible = What is left visible
left-visible-none = Nothing that looks private is left visible.
hide-again = Hide { $value } again
word-to-hide = Also hide this word
add-to-hide = Hide it
word-to-keep = Leave this word visible
add-to-keep = Leave it visible
earlier-placeholders = { $count ->
    [one] One placeholder of earlier bundles
   *[other] { $count } placeholders of earlier bundles
}
done-hidden = “{ $what }” is hidden.
done-kept = “{ $what }” stays visible.
done-class-hidden = Hidden: { $what }.
done-class-kept = Left visible: { $what }.
done-bundle-known = This bundle is yours: { $title }. Under “{ $section }” stands who each placeholder was.
files-not-searched = Files that Casefile can’t read
files-not-searched-hint = Nobody can search them for private data. Say for each how it is sent.
file-send-of = How { $name } is sent
