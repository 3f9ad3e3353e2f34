cli-new-done = Файл { $path } записан. Заполните его и выполните «casefile check { $path }».
cli-unknown-key = { $path }, строка { $line }: ключа «{ $key }» в файле инцидента не бывает. Он сохранён и не используется.
cli-unknown-key-nearest = { $path }, строка { $line }: ключа «{ $key }» в файле инцидента не бывает. Может быть, «{ $nearest }»? Он сохранён и не используется.
cli-unknown-field = Поля «{ $field }» здесь нет: { $name }. Ответ сохранён и не отправляется.
cli-unknown-field-nearest = Поля «{ $field }» здесь нет: { $name }. Может быть, «{ $nearest }»? Ответ сохранён и не отправляется.
cli-must-fix = Нужно исправить
cli-confirm = Уточните
cli-advice = Полезно знать
cli-overridden = Ваше решение
cli-done = Готово
cli-verdict = { $open ->
    [0] Можно отправлять.
    [one] Остался { $open } вопрос.
    [few] Осталось { $open } вопроса.
   *[many] Осталось { $open } вопросов.
}
cli-blocked =
    Файл { $path } не записан. Ответьте на вопросы или укажите в файле причину:
    {"["}overrides]
    имя-проверки = "почему всё верно"
cli-made = Готов пакет { $path }, { $size }.
cli-made-of = { $files ->
    [one] В нём { $files } файл. Начните с incident.html.
    [few] В нём { $files } файла. Начните с incident.html.
   *[many] В нём { $files } файлов. Начните с incident.html.
}
cli-also = Также { $path }.
cli-next = Что дальше:
cli-no-such-app = Программа «{ $app }» неизвестна, и Steam не устанавливал игру с таким названием или номером. Список покажет «casefile logs».
cli-library-missing = Steam хранит игры и в папке { $folder }, но сейчас её нет. Подключите этот диск, чтобы найти их журналы.
cli-no-logs = Там, где эта программа обычно пишет журналы, ничего нет.
cli-names-only = только имя: внутри память программы
cli-project = { $count ->
    [one] Войдёт { $count } файл, { $size }.
    [few] Войдут { $count } файла, { $size }.
   *[many] Войдут { $count } файлов, { $size }.
}
cli-project-not-small = Это немало. Лишнее для проблемы можно оставить ключом --leave.
cli-project-secret-name = обычно содержит ключи, не войдёт
cli-project-secret = может быть ключ ({ $what }), строка { $line }, не войдёт
cli-project-private = { $count ->
    [one] вы названы { $count } раз
    [few] вы названы { $count } раза
   *[many] вы названы { $count } раз
}
cli-project-changed = { $path } менялся во время упаковки. В архиве он такой, каким был в тот момент.
cli-project-missing = { $path } исчез или не читается. В архиве его нет.
cli-project-made = Записан { $path }.
cli-planned = { $files ->
    [one] { $files } файл, в упакованном виде около { $size }.
    [few] { $files } файла, в упакованном виде около { $size }.
   *[many] { $files } файлов, в упакованном виде около { $size }.
}
cli-include = Что они хотят видеть
cli-exclude = Чего они не хотят
cli-fields = Что спрашивает их форма
cli-self-help = Сначала попробуйте
cli-not-for = Не сюда
cli-limits = Ограничения
cli-links = Ссылки
cli-sources = Откуда это известно
cli-unverified = Не подтверждено
cli-answers = Их ответ
cli-privacy = Кто это увидит
cli-notes = Что они говорят
cli-way = Путь: { $name }
cli-quota = Как часто
cli-languages = Языки
cli-flag = не проверено
cli-field-limit = { $count ->
    [one] не больше { $count } знака
   *[other] не больше { $count } знаков
}
cli-own-copy = Измените этот файл: Casefile берёт его вместо встроенного. Чтобы вернуться, удалите его.
cli-own-file = Ваша копия
cli-checked-on = Сведения от { $date }.
cli-verified = { $entries ->
    [one] Пакет цел: { $entries } файл совпадает с описью, личных данных не найдено.
    [few] Пакет цел: { $entries } файла совпадают с описью, личных данных не найдено.
   *[many] Пакет цел: { $entries } файлов совпадают с описью, личных данных не найдено.
}
cli-not-verified = { $count ->
    [one] С этим пакетом не всё в порядке, { $count } замечание:
    [few] С этим пакетом не всё в порядке, { $count } замечания:
   *[many] С этим пакетом не всё в порядке, { $count } замечаний:
}
cli-finding-missing = есть в описи, нет в архиве
cli-finding-extra = есть в архиве, нет в описи
cli-finding-hash = содержимое не совпадает с описью
cli-finding-size = размер не совпадает с описью
cli-finding-name = небезопасное имя
cli-finding-leak = личные данные
cli-kind-picture = снимок
cli-kind-video = видео
cli-kind-log = журнал
cli-kind-crash-report = отчёт о сбое
cli-kind-system-report = отчёт о системе
cli-kind-archive = архив
cli-kind-document = документ
cli-kind-bundle = пакет Casefile
cli-kind-unknown = не распознан
cli-no-window = На этом компьютере окно не открывается: { $reason }
cli-no-window-hint = Всё то же умеет командная строка: «casefile new --for any-support-email -o incident.toml», затем «casefile bundle incident.toml».
cli-no-window-built = программа собрана без окна
cli-no-such-command = «{ $word }» — не команда и не файл. Все команды: «casefile --help».
cli-no-such-command-nearest = «{ $word }» — не команда и не файл. Может быть, «casefile { $nearest }»?
cli-command-first = «{ $word }» стоит перед командой. Сначала укажите команду.
cli-imported = { $fields ->
    [one] «{ $name }» теперь получатель, в форме { $fields } поле: { $path }
    [few] «{ $name }» теперь получатель, в форме { $fields } поля: { $path }
   *[other] «{ $name }» теперь получатель, в форме { $fields } полей: { $path }
}
cli-imported-next = Дальше: casefile new --for { $id } -o incident.toml
cli-imported-repo = С --repo OWNER/NAME форму на GitHub можно открыть сразу с вашими ответами.
cli-imported-files = Файлы прикладывают к форме вручную; туда идёт всё, что вы приложили к обращению.
