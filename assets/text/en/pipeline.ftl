privacy-title = Private data hidden ({ $count })
privacy-message = { $count ->
    [0] Nothing private was found.
    [one] One value is replaced the same way everywhere.
   *[other] { $count } values are replaced the same way everywhere.
}
privacy-unsearched = { $count ->
    [one] One file could not be searched for private data: { $files }.
   *[other] { $count } files could not be searched for private data: { $files }.
}
privacy-memory = { $count ->
    [one] It contains memory of the program, and so whatever the program had in hand: { $files }.
   *[other] These contain memory of the program, and so whatever the program had in hand: { $files }.
}
privacy-choice = You can leave such a file out.
privacy-archive = { $name } is sent without what nobody can search: { $files }.
privacy-why = What leaves this computer can’t be called back.

stage-starting = Starting
stage-asking = Asking this computer: { $fact }
stage-reading = Reading { $name }
stage-searching = Looking for private data in { $name }
stage-packing = Packing { $name }
stage-verifying = Checking the finished bundle
stage-waiting = { $secs ->
    [0] Capturing the screen
   *[other] The screen is captured in { $secs } s
}
