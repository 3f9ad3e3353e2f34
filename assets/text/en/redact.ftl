# Hiding private data.
error-redact-read = “{ $path }” can't be read: { $reason }
    .hint = Check that the file is still there and that you may open it, or take it out of the incident.
error-redact-bomb = “{ $path }” unpacks to more than a hundred times its size, which no log does.
    .hint = Unpack it yourself and attach the part that matters, or take it out of the incident.
error-redact-picture = “{ $path }” can't be opened as a picture: { $reason }
    .hint = Save it again as PNG or JPEG, or take it out of the incident.
error-redact-picture-size = “{ $path }” is too large: { $width } × { $height } pixels.
    .hint = Crop it or scale it down to 100 megapixels or less, then attach it again.
error-redact-temporary = There is no room for a redacted picture in “{ $path }”: { $reason }
    .hint = Free some space on that disk and try again.
redact-lines-before = [{ $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    } before this left out]
redact-lines-between = [{ $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    } here left out]
redact-lines-after = [{ $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    } after this left out]

error-redact-changed = “{ $path }” was changed while it was searched.
    .hint = Try again. If a program keeps writing it anew, close that program first or attach a copy.
redact-changed = The file was changed after it was searched. Try again.
