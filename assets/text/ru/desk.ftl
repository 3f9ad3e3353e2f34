# Что служба говорит о себе.
desk-quota = { $count ->
    [one] { $count } обращение за { $days } дн., по данным на { $date }.
    [few] { $count } обращения за { $days } дн., по данным на { $date }.
   *[many] { $count } обращений за { $days } дн., по данным на { $date }.
}
desk-quota-used = { $count ->
    [0] Ваших отправленных за это время нет.
    [one] Вы отметили отправленным за это время { $count }.
   *[other] Вы отметили отправленными за это время { $count }.
}
desk-public = То, что вы отправите, увидят все.
desk-forbid = В тексте не должно быть: { $what }.
desk-forbid-names = имён людей
desk-forbid-phones = телефонов
desk-forbid-emails = адресов электронной почты
desk-forbid-addresses = почтовых адресов
desk-forbid-links = ссылок
desk-in-english = английский
desk-in-russian = русский
desk-language-required = Читают только этот язык: { $langs }.
desk-language-preferred = Быстрее отвечают на этом языке: { $langs }.
desk-keep-subject = Не меняйте тему и номер обращения.
desk-closed-after = { $days ->
    [one] Если вы молчите { $days } день, обращение закроют.
    [few] Если вы молчите { $days } дня, обращение закроют.
   *[many] Если вы молчите { $days } дней, обращение закроют.
}
desk-no-files = Файлы не принимают.
desk-mail-counts = В письме файлы занимают на треть больше; это учтено.
desk-types = Только файлы этих типов: { $types }.
desk-types-refused = Не принимают: { $types }.
desk-prefill = Форму можно открыть уже с вашими ответами: до { $limit } знаков адреса.
desk-wait-hours = { $hours ->
    [one] Спрашивать снова не раньше чем через { $hours } час.
    [few] Спрашивать снова не раньше чем через { $hours } часа.
   *[many] Спрашивать снова не раньше чем через { $hours } часов.
}
desk-limit-bundle = Пакет не больше { $size }.
desk-limit-count = { $count ->
    [one] Не больше { $count } файла.
   *[other] Не больше { $count } файлов.
}
desk-limit-chars = { $count ->
    [one] Не больше { $count } знака текста.
   *[other] Не больше { $count } знаков текста.
}
