# Пакет: страница, Markdown, опись, черновик письма; и что с ним делать.

bundle-glance-destination = Кому
bundle-glance-created = Составлено
bundle-glance-frequency = Как часто
bundle-glance-started = С какого времени
bundle-frequency = { $frequency ->
    [every-time] каждый раз
    [often] часто
    [sometimes] иногда
    [once] один раз
   *[unknown] -
}

bundle-pictures = Изображения
bundle-picture-file = в полном размере
bundle-picture-close = уменьшить
bundle-files = Файлы
bundle-column-file = Файл
bundle-column-file-hash = Файл и SHA-256
bundle-column-why = Зачем он здесь
bundle-column-size = Размер
bundle-column-hash = SHA-256
bundle-original-name = Исходное имя: { $name }
bundle-hidden-in-file = Скрыто: { $what }
bundle-in-part = В части { $part }
bundle-unsearched = Личные данные не искались
bundle-not-searched = { $path }: личные данные не искались
bundle-contains-memory = Содержит память программы; личные данные не искались
bundle-memory-in = { $path }: содержит память программы; личные данные не искались
bundle-left-out-of-it = Не вошло, потому что проверить это нельзя: { $files }
bundle-archive-left-out = { $path }: не вошло, потому что проверить это нельзя: { $files }
bundle-left-out = { $lines ->
    [one] пропущена { $lines } строка
    [few] пропущены { $lines } строки
   *[many] пропущено { $lines } строк
}
bundle-cropped = часть снимка
bundle-scaled = уменьшен до { $side } пикселей по длинной стороне
bundle-compressed = сжат в JPEG с качеством { $quality }
bundle-first-frame = первый кадр движущегося изображения
bundle-hidden = Скрыто перед отправкой
bundle-nothing-hidden = Личных данных не найдено.
bundle-overrides = Отправлено вопреки проверке
bundle-notes = Чего компьютер не сообщил
bundle-footer = Создано в Casefile { $version }. Метки вида <user-1> стоят вместо скрытых значений; у одного значения метка везде одна и та же.

bundle-class = { $class ->
    [user] имена учётных записей
    [name] имена и фамилии
    [host] имена компьютеров
    [wifi] беспроводные сети
    [email] адреса почты
    [phone] номера телефонов
    [ip] IP-адреса
    [mac] адреса сетевых карт
    [secret] пароли, ключи и токены
    [cookie] файлы cookie
    [card] номера карт
    [iban] банковские счета
    [inn] ИНН
    [snils] СНИЛС
    [ssn] номера социального страхования
    [passport] номера паспортов
    [birth-date] даты рождения
    [geo] координаты
    [device] идентификаторы устройств
    [serial] серийные номера
    [license] лицензионные ключи
    [sid] идентификаторы учётных записей Windows
    [steam] идентификаторы Steam
    [account] номера аккаунтов
    [lan] адреса локальной сети
    [identity] ваше имя в этой службе поддержки
    [word] слова по вашему выбору
    [hidden] слова по вашему выбору
    [area] закрашенные области
   *[other] { $class }
}

bundle-kind-picture = Снимок экрана
bundle-kind-video = Запись экрана
bundle-kind-log = Журнал
bundle-kind-crash-report = Отчёт о сбое
bundle-kind-system-report = Отчёт о системе
bundle-kind-archive = Архив
bundle-kind-document = Документ
bundle-kind-bundle = Ранее созданный пакет
bundle-kind-unknown = Файл
bundle-why-step = { $what }, шаг { $step }
bundle-why-specs = Сведения о компьютере
bundle-why-crash = Что говорит отчёт о сбое
crash-app = Программа
crash-version = Версия
crash-os = Система
crash-exception = Исключение
crash-thread = Поток со сбоем
crash-names = Символизирован
crash-symbolicated = да
crash-symbolicated-partly = частично
crash-not-symbolicated = нет
crash-frames = Где произошёл сбой:
bundle-why-html = Обращение одной страницей
bundle-why-markdown = Обращение текстом
bundle-why-json = Обращение для программ
bundle-why-manifest = Опись всех файлов с контрольными суммами

bundle-mail-subject-part = { $subject } ({ $number } из { $parts })
bundle-mail-greeting = Здравствуйте!
bundle-mail-thanks = Спасибо за помощь.
bundle-mail-attached = Приложен файл { $name } ({ $size }). Начните с incident.html в нём.
bundle-mail-part = Это часть { $number } из { $parts }; остальные части придут отдельными письмами.

deliver-open-draft = Откройте { $name }, если почтовая программа этого ещё не сделала: пакет уже приложен.
deliver-send-to = Отправьте черновик письма на { $email }.
deliver-send-to-desk = Отправьте черновик письма на адрес службы поддержки.
deliver-open-link = Откройте «{ $label }»: { $url }
deliver-paste-text = Вставьте текст в форму.
deliver-attach = Приложите { $name } ({ $size }).
deliver-attach-too-large = { $name } занимает { $size }, а здесь принимают не больше { $limit }. Сохраните пакет частями или поделитесь ссылкой на него.
deliver-attach-unpacked = Здесь не принимают zip-файлы: распакуйте { $name } ({ $size }) и приложите файлы из него по одному.
deliver-no-files = Файлы эта форма не принимает: всё важное должно быть в тексте, а { $name } сохраните на случай, если попросят.
deliver-other-way = Другой путь, «{ $label }»: { $when }

error-bundle-not-approved = Обращение изменилось после проверки.
    .hint = Запустите проверку ещё раз, затем сохраните пакет.
error-bundle-exists = Файл { $path } уже есть.
    .hint = Выберите другое имя или разрешите замену.
error-bundle-not-a-file = { $path } — это папка или устройство, а не файл: пакет не может встать на это место.
    .hint = Выберите другое имя.
error-bundle-disk-full = На диске нет места для { $path }.
    .hint = Освободите место или выберите другой диск. Во время упаковки нужно примерно вдвое больше места, чем займёт пакет.
error-bundle-no-folder = Папки для { $path } нет.
    .hint = Выберите существующую папку или сначала создайте её.
error-bundle-denied = Нет права записать { $path }: { $reason }
    .hint = Выберите свою папку, например «Документы».
error-bundle-write = Не удалось записать { $path }: { $reason }
    .hint = Всё введённое сохранено. Выберите другое место и попробуйте ещё раз.
error-bundle-read = Не удалось дочитать { $name } до конца: { $reason }
    .hint = Проверьте, что файл на месте и доступен для чтения, или уберите его.
error-bundle-leak = В готовом пакете нашлись личные данные: { bundle-class }, файл { $entry }, строка { $line }. Ничего не записано.
    .hint = Скройте эти слова сами или уберите файл.
error-bundle-damaged = Файл { $entry } прочитан с диска не таким, каким был записан. Ничего не сохранено.
    .hint = Попробуйте ещё раз, лучше на другом диске.
error-bundle-too-large = { $entry } даже в сжатом виде занимает { $megabytes } МБ, а часть может быть не больше { $limit } МБ.
    .hint = Отправьте только часть файла, разрешите части побольше или поделитесь ссылкой.
error-bundle-too-large-for-email = { $path } занимает { $megabytes } МБ: столько не примет ни одна почтовая служба.
    .hint = Сохраните пакет частями поменьше или поделитесь ссылкой.
error-bundle-open = Не удалось открыть { $path }: { $reason }
    .hint = Проверьте имя и право на чтение файла.
error-bundle-not-a-zip = { $path } — не zip-архив, или он повреждён: { $reason }
    .hint = Выберите пакет, созданный в Casefile, или получите файл заново.
error-bundle-not-a-bundle = { $path } — не пакет Casefile: { $reason }
    .hint = Пакет — это zip-файл, в котором есть manifest.json.

error-deliver-gone = Файла { $path } больше нет на месте.
    .hint = Сохраните пакет ещё раз.
error-deliver-no-program = Не удалось запустить программу для { $path }: { $reason }
    .hint = Файл сохранён; откройте его сами.
error-deliver-no-browser = Не удалось запустить программу для { $url }: { $reason }
    .hint = Скопируйте адрес в браузер или почтовую программу.
error-deliver-refused = { $url } — не веб-страница и не почтовый адрес, поэтому он не открыт.
    .hint = Проверьте адрес в описании получателя.

deliver-open-filled = Откройте форму с вашими ответами: { $url }
deliver-left-out = { $count ->
    [one] Один ответ не помещается в адрес, скопируйте его в форму сами: { $fields }.
    [few] { $count } ответа не помещаются в адрес, скопируйте их в форму сами: { $fields }.
   *[other] { $count } ответов не помещаются в адрес, скопируйте их в форму сами: { $fields }.
}
deliver-by-hand = Заполните сами то, что адрес не передаёт: { $fields }.
