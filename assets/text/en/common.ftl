# Errors of rooms without a file of their own.
error-stopped = Stopped. Nothing was written.
    .hint = Everything you entered is kept; start again whenever you like.
error-job-crashed = The work ended unexpectedly: { $reason }
    .hint = Everything you entered is kept. Try again; if it happens again, leave out the file that was being read.
