# Список проверок. Слова самих правил — в assets/checks.toml и в профилях.
check-counted = { $words } ({ $n })
check-still-empty = Пока пусто: { $fields }.
check-too-long = { $found } из { $limit } знаков.
check-file-missing = Файла «{ $name }» больше нет на месте.
check-file-folder = «{ $name }» — это папка.
check-file-not-a-file = «{ $name }» — не файл.
check-file-unreadable = «{ $name }» не открывается.
check-file-denied = У вас нет права читать файл «{ $name }». Скопируйте его в свою папку от имени того, у кого оно есть.
check-file-in-use = Файл «{ $name }» занят другой программой. Закройте её или приложите копию.
check-file-empty = Файл «{ $name }» пуст.
check-file-changed = Файл «{ $name }» укоротили или заменили во время чтения. Выберите часть ещё раз.
check-file-stopped = Чтение файла «{ $name }» остановлено раньше, чем нашлась его часть. Выберите её ещё раз.
check-file-unpacks-too-far = Файл «{ $name }» при распаковке вырастает больше чем в сто раз, с журналами так не бывает. Распакуйте его сами и приложите нужную часть.
check-file-no-times = В файле «{ $name }» нет времени, с которым можно сравнить ваше: выберите последние строки или отправьте файл целиком.
check-file-bad-time = «{ $time }» для файла «{ $name }» — не время. Запишите его так, как в журнале.
check-file-not-text = «{ $name }» — не текст, вырезать из него часть нельзя.
check-file-not-paintable = В файле «{ $name }» нельзя скрыть области: не тот формат. Сохраните его как PNG и приложите.
check-file-too-many-pixels = Изображение «{ $name }» слишком велико: приложите меньшее или его часть.
check-file-not-redactable = Файл «{ $name }» нельзя проверить на личные данные: отправьте его как есть или не отправляйте.
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
check-part-marked = Часть { $n }: { $title } (начинается с «{ $marker }»).
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
check-clue-place = Похоже, здесь начинается другое: «{ $words }».
check-quoted = «{ $words }»
check-instead = «{ $words }» → «{ $plain }»
check-files-gmail = Gmail не принимает даже внутри архива: { $files }.
check-files-outlook = Outlook не принимает: { $files }.
check-symbols-none = В «{ $name }» нет имён функций программы, только адреса.
check-symbols-partial = В «{ $name }» названы не все функции программы.
check-captions-missing = Без подписи: { $files }.
check-log-covers = «{ $name }» охватывает время с { $first } по { $last }. Часовой пояс в нём может быть другим.
check-concise = Слов: { $found }; охотно читают примерно до { $limit }.
check-cut-greeting = Приветствие не нужно: { $words }.
check-cut-apology = Никто не в обиде, это можно убрать: { $words }.
check-cut-life = Найти причину это не поможет: { $words }.
check-cut-filler = Эти слова ничего не говорят: { $words }.
check-cut-repeated = Уже сказано: { $words }.
check-step-several = Вынесите в отдельные шаги: { $words }.
check-step-told = Напишите, что делать: { $words }.
check-step-seen = Это то, что вы видите, ему место в фактическом результате: { $words }.
check-error-told = Перенесите туда эти слова точно как показано: { $words }.
check-error-untold = Вы пишете об ошибке: скопируйте её текст или код точно как показано.
check-tried-open = Пока без результата: { $words }.
check-help-open = { $more ->
    [0] Пока без ответа: { $first }.
   *[other] Пока без ответа: { $first } и ещё { $more }.
}
check-plain-jargon = Проще: { $words }.
check-plain-abbreviations = Это знают не все, один раз напишите полностью: { $words }.
check-plain-long = { $n ->
    [one] В { $n } предложении больше { $limit } слов: { $words }.
    [few] В { $n } предложениях больше { $limit } слов: { $words }.
   *[many] В { $n } предложениях больше { $limit } слов: { $words }.
}
check-tone-insult = Грубые слова, уберите их: { $words }.
check-tone-accusation = Звучит как обвинение, напишите лучше, что произошло: { $words }.
check-tone-demand = Звучит как угроза или приказ, напишите лучше, о чём просите и к какому сроку: { $words }.
check-tone-shouting = Прописные буквы читаются как крик: { $words }.
check-tone-marks = Хватит одного знака: { $words }.
check-forbidden-names = Имена людей: { $words }.
check-forbidden-phones = Номера телефонов: { $words }.
check-forbidden-emails = Адреса почты: { $words }.
check-forbidden-addresses = Почтовые адреса: { $words }.
check-forbidden-links = Ссылки: { $words }.
check-lacks = Здесь этому не место: { $words }.
check-place = { $words } — похоже, речь об этом: { $what }. Куда обратиться: { $instead }.
check-place-known = { $words } — похоже, речь об этом: { $what }. Куда обратиться: { $instead }. В Casefile есть такой получатель: { $id }.
check-phone-suggested = Вероятно, { $phone }.
check-phone-form = Начните с + и кода страны, всего от 8 до 15 цифр, например +7 900 555-01-99.

differs-gpu = { $file } называет { $gpu }, а на этом компьютере { $own }. Отчёт с другого компьютера или карту меняли?
differs-driver-older = В { $file } драйвер старее: { $told }; сейчас на этом компьютере { $own }. Сделайте отчёт заново.
differs-driver-newer = В { $file } драйвер новее: { $told }; на этом компьютере { $own }. Драйвер откатывали?
differs-memory = В { $file } памяти { $told }, на этом компьютере { $own }.
differs-system = { $file } сделан в сборке системы { $told }, на этом компьютере { $own }. Сделайте отчёт заново.
