# Список проверок. Слова самих правил — в assets/checks.toml и в профилях.
check-counted = { $words } ({ $n })
check-still-empty = Пока пусто: { $fields }.
check-too-long = { $found } из { $limit } знаков.
check-file-missing = Файла «{ $name }» больше нет на месте.
check-file-folder = «{ $name }» — это папка.
check-file-not-a-file = «{ $name }» — не файл.
check-file-unreadable = «{ $name }» не открывается.
check-file-empty = Файл «{ $name }» пуст.
check-file-no-times = В файле «{ $name }» нет времени, с которым можно сравнить ваше: выберите последние строки или отправьте файл целиком.
check-file-bad-time = «{ $time }» для файла «{ $name }» — не время. Запишите его так, как в журнале.
check-file-not-text = «{ $name }» — не текст, вырезать из него часть нельзя.
check-file-not-paintable = В файле «{ $name }» нельзя скрыть области: не тот формат. Сохраните его как PNG и приложите.
check-file-too-many-pixels = Изображение «{ $name }» слишком велико: приложите меньшее или его часть.
check-files-refused = Не примут: { $files }.
check-no-files = Файлы эта форма не принимает: всё важное должно быть в тексте.
check-too-many-files = { $n ->
    [one] { $n } файл, а можно не больше { $limit }.
    [few] { $n } файла, а можно не больше { $limit }.
   *[many] { $n } файлов, а можно не больше { $limit }.
}
check-too-large = В упаковке около { $size }, а можно не больше { $limit }.
check-too-large-for-mail = В упаковке около { $size }, а в письмо помещается около { $limit }: почта увеличивает файлы.
check-part = Часть { $n }: { $title }.
check-part-marked = Часть { $n }: { $title } (признак: «{ $marker }»).
check-parts-unclear = Оставьте здесь одну, остальные опишите в отдельных обращениях.
check-words-changed = С тех пор как вы ответили, эти слова изменились.
check-unknown-override-title = Неизвестная проверка
check-unknown-override = Проверки «{ $id }» нет, поэтому её обоснование ни на что не влияет.
check-unknown-override-why = Обоснование действует только для проверки из списка.
check-clue-title-plural = Заголовок говорит о нескольких проблемах: «{ $words }».
check-clue-announced = В тексте обещано несколько: «{ $words }».
check-clue-shift = Со слов «{ $words }» начинается другое.
check-clue-labels = Пронумерованные проблемы: «{ $words }».
check-clue-title-joined = В заголовке соединены две темы: «{ $words }».
check-clue-list = Список проблем, а не шагов: «{ $words }».
check-clue-areas = Проблемы в разных областях: «{ $words }».
check-clue-request = Неисправность и просьба о другом: «{ $words }».
check-clue-step = Шаг описывает другую проблему: «{ $words }».
check-clue-sections = Для каждой области свой раздел: «{ $words }».
check-clue-also = Слово «{ $words }» добавляет проблему.
check-clue-errors = Другой код ошибки: «{ $words }».
