# Asking a desk again, in the language of the incident.
again-subject = Subject: { $subject }
again-greeting = Hello,
again-sent = on { $day } I sent you “{ $title }”, and I have had no answer yet.
again-sent-number = on { $day } I sent you “{ $title }”, number { $number }, and I have had no answer yet.
again-file = The file { $file } went with it.
again-ask = Could you tell me how it stands, and whether you need anything else from me?
again-thanks = Thank you.
