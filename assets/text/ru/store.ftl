# Хранимые файлы.
error-read = Не удаётся прочитать { $path }: { $reason }
    .hint = Проверьте, что файл открывается под вашей учётной записью, и попробуйте снова.
error-read-missing = Файла { $path } нет.
    .hint = Проверьте имя или начните новый: «casefile new --for any-support-email -o incident.toml».
error-read-folder = { $path } — папка, а нужен файл.
    .hint = Укажите файл внутри неё.
error-not-text = { $path } — не текстовый файл в UTF-8.
    .hint = Сохраните его в редакторе как UTF-8 и попробуйте снова.
error-form = { $path }, строка { $line }, столбец { $column }: { $reason }.
    .hint = Исправьте эту строку; больше ничего не изменилось.
error-form-key = { $path }, строка { $line }, столбец { $column }, «{ $key }»: { $reason }.
    .hint = Исправьте эту строку; больше ничего не изменилось.
error-form-nearest = { $path }, строка { $line }, столбец { $column }: { $reason }.
    .hint = Может быть, «{ $nearest }»?
error-version = У { $path } формат { $found }, эта версия Casefile читает формат 1.
    .hint = Откройте его в более новой версии Casefile.
error-unknown-destination = Адресата «{ $id }» нет.
    .hint = Все адресаты: «casefile destinations».
error-unknown-destination-nearest = Адресата «{ $id }» нет. Может быть, «{ $nearest }»?
    .hint = Все адресаты: «casefile destinations».
error-write = Не удаётся записать { $path }: { $reason }
    .hint = Выберите другую папку. Всё введённое сохранено.
error-write-denied = Не удаётся записать { $path }: в эту папку писать нельзя.
    .hint = Выберите свою папку, например «Документы» или «Рабочий стол».
error-write-no-folder = Папки для { $path } нет.
    .hint = Выберите существующую папку или сначала создайте её.
error-write-folder = { $path } — это папка, а нужен файл.
    .hint = Добавьте имя файла.
error-same-file = Файл { $path } заменил бы другой файл этого инцидента.
    .hint = Дайте каждому файлу своё имя: файлу инцидента, его вложениям и каждому результату.
error-no-destination = В { $path } не указано, кому он адресован.
    .hint = Добавьте строку вроде destination = "any-support-email"; все получатели: «casefile destinations».
error-disk-full = Не удаётся записать { $path }: диск заполнен.
    .hint = Освободите место или выберите другой диск. Всё введённое сохранено.

# Пояснения в новом файле инцидента.
file-head =
    Инцидент для { $name }. Одна проблема в одном файле: если их две, сделайте два.
    Строки, которые начинаются с #, — пояснения для вас. Проверка: «casefile check ФАЙЛ»,
    пакет: «casefile bundle ФАЙЛ».
file-title = Проблема одной строкой.
file-description = Что происходит. Несколько предложений об одной проблеме.
file-error-text = Текст ошибки точно как на экране, если он был.
file-steps = Кратчайший путь от запуска до проблемы, по одному действию.
file-expected = Что должно было произойти.
file-actual = Что произошло вместо этого.
file-started = С какого времени, хотя бы примерно: "18 ноября 2026, после обновления".
file-frequency = every-time (каждый раз), often (часто), sometimes (иногда), once (один раз) или unknown (неизвестно).
file-conditions = Только при некоторых условиях?
file-tried = Что вы уже пробовали и чем это кончилось.
file-contact = Кому отвечать.
file-fields = Что ещё спрашивает этот адресат.
file-required = обязательно
file-optional = по желанию
file-evidence =
    Файлы, на которых видна проблема: снимки экрана, журналы, отчёты о сбоях. Пути — относительно этого файла.
    Для журнала tail_lines = 500 берёт только конец, from = "19:41" и to = "19:43" — промежуток времени.
    Для снимка scale_to = 1920 уменьшает, jpeg_quality = 85 сжимает; hide, crop и marks: docs/pictures.md.
error-exists = { $path } уже есть.
    .hint = Выберите другое имя или добавьте --force, чтобы заменить файл.
