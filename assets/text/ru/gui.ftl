# Везде
undo = Отменить
close = Закрыть
cancel = Отмена
stop = Остановить
copy = Копировать
add = Добавить…
done = Готово
untitled = Инцидент без названия
required = обязательно
optional = если знаете
not-chosen = Не выбрано
if-shown = если он был
one-a-line = по одному в строке
window-no-display = экран не подключён

# Верхняя строка
incident-switcher = Выбрать инцидент
new-incident = Новый инцидент
open-file = Открыть инцидент или пакет…
saving = Сохраняем…
saved-just-now = Сохранено только что
saved = Сохранено
switch-language = English
theme-light = Светлая тема
theme-dark = Тёмная тема

# Разделы
nav-destination = Адресат
nav-problem = Проблема
nav-steps = Шаги
nav-system = Система
nav-screenshots = Снимки экрана
nav-logs = Журналы и файлы
nav-review = Просмотр
state-blocks = мешает отправке
state-asks = нужен ответ
state-done = готово
parked = Отложено
all-incidents = Все инциденты

# Начало
start-heading = Кто это прочитает?
start-sentence = Casefile знает, о чём спрашивает каждая служба поддержки, и сверяет с этим инцидент до отправки.
start-search = Найти сервис, игру или проект
start-nothing-found = Ничего похожего нет. Письмо дойдёт до любой компании.
shelf-first = Главные
shelf-games = Игры
shelf-systems = Системы и драйверы
shelf-developers = Разработчикам
shelf-services = Магазины и сети
shelf-any = Любая служба
shelf-all = Все
start-by-email = Любая поддержка по почте
your-incidents = Ваши инциденты
remove-incident = Убрать «{ $title }»
standing-draft = Черновик, { $day }
standing-exported = Пакет готов { $day }
standing-sent = Отправлен { $day }
standing-sent-early = Отправлен { $day }. До { $due } спрашивать рано
standing-sent-again = Отправлен { $day }. Можно спросить снова
standing-answered = Есть ответ

# Адресат
destination-heading = Кто это прочитает?
destination-sentence = Что нужно этой службе и чего она не хочет.
destination-change = Сменить
they-want = Что нужно
they-do-not-want = Чего не нужно
destination-keep = Оставить этого
unverified-badge = Не проверено
partly-verified-badge = Частично не проверено
unverified-as-of = На { $date }:
field-unverified = Есть ли это в форме, подтвердить не удалось (на { $date }).
field-default = В форме уже стоит «{ $value }».
field-render = Только простой текст: в форме это попадёт в блок кода.
desk-more = Подробнее об этой службе
desk-notes = Что они говорят
desk-way = Путь: { $name }
desk-again = Если писать снова
desk-languages = Языки
desk-limits = Ограничения
desk-edit = Изменить этого адресата
desk-edit-hint = Что-то уже не так? Измените копию этого адресата: сохранённое сразу начнёт действовать.
desk-own = Это ваш собственный адресат: { $path }.
desk-own-file = Это ваша копия: { $path }. Чтобы вернуться к встроенной, удалите файл.
sources-show = Откуда это известно
sources-hide = Скрыть источники
wrong-profile = Один из ваших адресатов не действует:
wrong-profile-more = { $count ->
    [one] Не действует ещё { $count } ваш адресат.
    [few] Не действуют ещё { $count } ваших адресата.
   *[many] Не действуют ещё { $count } ваших адресатов.
}
wrong-profile-edit = Открыть файл
their-form = Что спрашивают в форме
whom-to-answer = Кому отвечать
contact-name = Имя
contact-email = Почта
contact-phone = Номер телефона
contact-hint = Если службе нужны контакты, в своём разделе они будут такими, как вы напишете здесь; в остальных местах они скрыты.
bundle-language = Заголовки в пакете
language-name = Русский
try-first = Сначала попробуйте
try-first-hint = Отметьте, что вышло: что не пробовали, попросят попробовать.
tried-did-not-help = Не помогло
tried-partly = Помогло отчасти
tried-not-possible = Невозможно
tried-name = { $outcome }: { $step }
not-here = Не для этой службы ({ $count })
write-there = Написать туда: { $name }
their-pages = Страницы поддержки

# Проблема
problem-heading = В чём проблема?
problem-sentence = Одна проблема в нескольких предложениях. Если их две, Casefile сделает два инцидента.
field-title = Заголовок
field-description = Что происходит
field-error-text = Точный текст ошибки
field-conditions = Только при определённых условиях?
field-started = С какого времени
field-frequency = Как часто
field-tried = Что вы уже пробовали
field-expected = Ожидаемый результат
field-actual = Что получилось
paste-as-is = Вставьте как есть
started-example = 18 ноября 2026, после обновления
chars = { $count ->
    [one] { $count } знак
    [few] { $count } знака
   *[many] { $count } знаков
}
chars-of = { $count } из { $limit } знаков
chars-over = { $count }, больше { $limit } знаков
address-of = В адресе их формы это займёт { $count } из { $limit } знаков.
frequency-every-time = Каждый раз
frequency-often = Часто
frequency-sometimes = Иногда
frequency-once = Один раз
frequency-unknown = Нет ответа
several-issues = { $count ->
    [0] Похоже на несколько проблем.
    [1] Похоже на несколько проблем.
    [2] Похоже на две проблемы.
   *[other] Похоже, проблем здесь несколько: { $count }.
}
split-off = Отделить «{ $part }»
parked-here = Отделено и отложено
join = Вернуть сюда
join-named = Вернуть сюда: { $title }
one-issue-because = Это одна проблема, потому что…

# Шаги
steps-heading = Как воспроизвести проблему?
steps-sentence = Опишите кратчайший путь от запуска до проблемы. Одно действие на шаг.
steps-keys = Enter добавляет следующий, Alt со стрелками двигает
add-step = Добавить шаг
step-name = Шаг { $number }
step-handle = Передвинуть шаг { $number }
step-remove = Убрать шаг { $number }
step-example = Запустите программу

# Система
system-heading = Ваш компьютер
system-sentence = Прочитано сейчас. Значок глаза решает, что уйдёт.
system-empty = Сведения ещё не собраны.
system-not-wanted = Этой службе сведения о компьютере не нужны.
system-hint = Больше ничего об этом компьютере в пакет не попадёт.
system-around = Вокруг проблемы
facts-more = { $count ->
    [one] Можно отправить ещё { $count } сведение
    [few] Можно отправить ещё { $count } сведения
   *[many] Можно отправить ещё { $count } сведений
}
fact-not-read = ещё не прочитано или система не сообщает
differs = Это расходится:
add-report = Добавить DxDiag.txt…
read-again = Прочитать снова
fact-kept-back = не отправляется
fact-send = Отправить: { $fact }
fact-keep-back = Не отправлять: { $fact }
probe-told = Это будет сказано в пакете; можно добавить отчёт другой программы.

# Снимки экрана
screenshots-heading = Снимки экрана
screenshots-sentence = Перетащите снимок, вставьте через Ctrl+V или снимите экран.
screenshots-empty = Снимок ошибки говорит больше, чем её описание. Перетащите его сюда, вставьте или снимите экран.
capture = Снимок экрана
capture-when = Когда снять:
capture-delay = { $secs ->
    [0] Без паузы
   *[other] Через { $secs } с
}
capture-screens = Весь экран
capture-window = Одно окно…
capture-region = Часть экрана…
capture-which-window = Какое окно?
capture-no-windows = Других открытых окон нет.
region-heading = Какую часть?
region-how = Выделите нужную часть мышью. Или двигайте перекрестие стрелками (с Shift быстрее) и нажмите Enter в двух углах.
region-all = Оставить весь снимок
region-next = Следующий экран
region-picture = Снимок экрана { $screen } из { $count }
capture-screen = Снять экран
choose-files = Выбрать файлы…
add-picture = Добавить снимок
hide-how = Скрытое удаляется насовсем.
crop-how = Всё за рамкой не отправляется.
picture-name = Снимок { $name }{ $count ->
    [0] .
    [one] , на нём { $count } пометка.
    [few] , на нём { $count } пометки.
   *[other] , на нём { $count } пометок.
}
picture-opening = Снимок открывается…
picture-format-kept = { $name } уйдёт как есть: снимки этого формата нельзя показать, разметить и очистить от сведений о месте и времени съёмки. Сохраните его как PNG или JPEG и добавьте этот файл.
picture-first-frame = Это изображение движется. Уйдёт только первый кадр.
picture-too-large = Этот снимок больше, чем { $limit }, которые принимает адресат. Выберите размер поменьше ниже.
sizes-measured = Размеры измеряются…
size-as-it-is = Размер: как есть
size-jpeg = Размер: как есть, в JPEG
size-scaled = Размер: не больше { $side } пикселей
size-scaled-jpeg = Размер: не больше { $side } пикселей, в JPEG
size-offer-as-it-is = Как есть: { $width } × { $height }, { $format }, { $size }
size-offer = { $width } × { $height }, { $format }, { $size }
size-over-limit = (больше, чем принимает адресат)
video-as-it-is = Видео уходит как есть. Проверьте, не видно ли на нём личного.
video-first-frame = Первый кадр видео { $name }
video-too-large-start = Слишком большое для этого адресата.
video-too-large = Он принимает { $limit }. Оставьте только секунды вокруг проблемы, запишите заново в меньшем окне или в 720p либо загрузите видео куда-нибудь и дайте ссылку в описании.
tool-with-key = { $tool } ({ $key })
tool-select = Выбрать и переместить
tool-rectangle = Прямоугольник
tool-arrow = Стрелка
tool-number = Номер
tool-text = Текст
tool-pen = Линия от руки
tool-highlight = Выделить цветом
tool-hide = Скрыть
tool-crop = Обрезать
mark-chosen = Выбрано: { $kind ->
    [hide] скрытое место
    [crop] обрезка
    [arrow] стрелка
    [number] номер
    [text] текст
    [pen] линия от руки
    [highlight] выделение
   *[rectangle] прямоугольник
}, { $place } из { $count }. Стрелки клавиатуры перемещают, вместе с Alt меняют размер, Delete убирает.
mark-text = Текст на снимке
mark-text-example = Эта кнопка ничего не делает
mark-happens = Что происходит у номера { $number }
mark-happens-example = Нажать «Играть»
steps-of-markers = { $count ->
    [one] Сделать из номера шаг
   *[other] Сделать шаги из { $count } номеров
}
ink-red = Красный
ink-blue = Синий
ink-green = Зелёный
ink-yellow = Жёлтый
ink-white = Белый
ink-black = Чёрный
line-thin = Тонко
line-medium = Средне
line-thick = Толсто
zoom-in = Крупнее
zoom-out = Мельче
zoom-fit = Весь снимок
zoom-share = { $share } %
caption = Подпись
caption-example = Ошибка поверх экрана загрузки
file-caption-example = Журнал этого запуска
belongs-to-step = К какому шагу
no-step = Ни к какому
remove-file = Убрать из инцидента
remove-named = Убрать { $name } из инцидента
file-missing = Файла { $name } больше нет. Добавьте его снова или уберите.
file-folder = { $name } — папка. Добавьте нужные файлы из неё или её архив.
file-not-a-file = { $name } — не обычный файл. Скопируйте содержимое в файл и добавьте его.
file-unreadable = Файл { $name } не читается. Закройте программу, которая его держит, и добавьте снова.
file-denied = У вас нет права читать файл { $name }. Скопируйте его в свою папку от имени того, у кого оно есть, и добавьте снова.
file-in-use = Файл { $name } занят другой программой. Закройте её или добавьте копию.
file-empty = Файл { $name } пуст.
file-changed = Файл { $name } укоротили или заменили во время чтения. Выберите часть ещё раз.
file-stopped = Часть файла { $name } не найдена: чтение остановлено. Выберите её ещё раз.
file-unpacks-too-far = { $name } при распаковке вырастает больше чем в сто раз, с журналами так не бывает. Распакуйте его сами и добавьте нужную часть.
file-no-times = В файле { $name } нет времени, с которым можно сравнить ваше. Выберите последние строки или отправьте файл целиком.
file-bad-time = Время для файла { $name } не читается. Запишите его так, как в журнале.
file-not-text = { $name } — не текст, вырезать из него часть нельзя.
file-not-paintable = В файле { $name } нельзя скрыть области: не тот формат. Сохраните его как PNG и добавьте.
file-too-many-pixels = Изображение { $name } слишком велико. Добавьте меньшее или его часть.
file-not-redactable = Файл { $name } нельзя проверить на личные данные. Отправьте его как есть или не отправляйте.

# Журналы и файлы
logs-heading = Журналы и файлы
logs-sentence = Перетащите файлы или папки. Уйдёт только выбранное.
logs-empty = Здесь место журналам, отчётам о сбоях и отчётам других программ. Перетащите их в любое место окна.
find-logs = Найти журналы
find-logs-for = Найти журналы: { $name }
find-which = Программа или игра
find-hint = Добавятся только отмеченные файлы. Другие файлы программы не затрагиваются.
find-start = Искать
find-found = { $count ->
    [one] Найден { $count } файл
    [few] Найдено { $count } файла, сначала новые
   *[many] Найдено { $count } файлов, сначала новые
}
find-logs-nothing = Там, где эта программа обычно пишет журналы, ничего нет. Запустите её ещё раз до появления проблемы или добавьте файл вручную.
find-library-missing = Steam хранит игры и здесь: { $folders }, но сейчас этой папки нет. Подключите диск, чтобы увидеть их.
find-silent = Не ответили вовремя: { $folders }. Если это сетевой диск, подключите его и поищите снова.
find-broken = { $count ->
    [one] { $count } файл библиотеки Steam обрывается или повреждён: игры из него здесь может не быть.
    [few] { $count } файла библиотеки Steam обрываются или повреждены: игр из них здесь может не быть.
   *[many] { $count } файлов библиотеки Steam обрываются или повреждены: игр из них здесь может не быть.
}
find-names-only = только имя: внутри память программы
find-add = { $count ->
    [one] Добавить { $count } файл
    [few] Добавить { $count } файла
   *[many] Добавить { $count } файлов
}
find-note-game = Записать игру
find-game-sent = Она будет среди сведений в разделе «Система».
find-game-told = Эта поддержка о ней не спрашивает; отправить её можно в разделе «Система».
find-game-updating = Дождитесь конца обновления и проверьте ещё раз, прежде чем писать.
find-game-update-waits = Установите обновление и проверьте ещё раз, прежде чем писать.
find-game-damaged = Сначала проверьте в Steam целостность файлов игры.
add-project = Добавить папку проекта
add-project-hint = Перед упаковкой вы выберете, что войдёт.
choose-project = Выберите папку проекта
project-heading = Папка проекта { $name }
project-kinds = Похоже на { $kinds }.
project-ignored = Не войдёт то, что названо в .gitignore, и то, что создаёт сборка. Об остальном решаете вы.
project-links = { $count ->
    [one] { $count } ссылка не раскрывается и не войдёт.
    [few] { $count } ссылки не раскрываются и не войдут.
   *[many] { $count } ссылок не раскрываются и не войдут.
}
project-unread = { $count ->
    [one] { $count } элемент не удалось прочитать, он не войдёт.
    [few] { $count } элемента не удалось прочитать, они не войдут.
   *[many] { $count } элементов не удалось прочитать, они не войдут.
}
project-left-out = { $count ->
    [one] Не войдёт { $count } папка
    [few] Не войдут { $count } папки
   *[many] Не войдут { $count } папок
}
project-left-never = никогда не часть проекта
project-secrets = { $count ->
    [one] В { $count } файле может быть ключ.
   *[other] В { $count } файлах могут быть ключи.
}
project-secrets-hint = Такие файлы не отмечены. Загляните в них, прежде чем добавить: нельзя поручиться, что всё в них будет скрыто.
project-private = { $count ->
    [one] В { $count } файле названы вы или этот компьютер.
   *[other] В { $count } файлах названы вы или этот компьютер.
}
project-private-hint = В разделе «Просмотр» будет сказано, удалось ли проверить архив. Если нет, он уйдёт как есть.
project-empty = В этой папке ничего не осталось.
project-top = Файлы в самой папке
project-chosen = { $all ->
    [one] { $count } из { $all } файла
    [few] { $count } из { $all } файлов
   *[many] { $count } из { $all } файлов
}
project-fold = Скрыть файлы: { $name }
project-unfold = Показать файлы: { $name }
project-more = { $count ->
    [one] и ещё { $count } файл
    [few] и ещё { $count } файла
   *[many] и ещё { $count } файлов
}
project-secret-name = обычно содержит ключи
project-secret = может быть ключ ({ $what }), строка { $line }
project-private-file = { $count ->
    [one] вы названы { $count } раз
    [few] вы названы { $count } раза
   *[many] вы названы { $count } раз
}
project-too-large = Это больше 500 МБ, которые может занимать пример проекта.
project-not-small = Это немало: { $count ->
    [one] { $count } файл, { $size }.
    [few] { $count } файла, { $size }.
   *[many] { $count } файлов, { $size }.
}
project-small-hint = Снимите отметки с того, что для проблемы не нужно: проект из нескольких файлов посмотрят скорее.
project-add = { $count ->
    [one] Добавить архивом { $count } файл, { $size }
    [few] Добавить архивом { $count } файла, { $size }
   *[many] Добавить архивом { $count } файлов, { $size }
}
project-changed = { $count ->
    [one] Файл { $first } менялся во время упаковки. В архиве он такой, каким был в тот момент.
    [few] { $count } файла менялись во время упаковки, среди них { $first }. В архиве они такие, какими были в тот момент.
   *[many] { $count } файлов менялись во время упаковки, среди них { $first }. В архиве они такие, какими были в тот момент.
}
project-missing = { $count ->
    [one] Файл { $first } исчез или не читается. В архиве его нет.
    [few] { $count } файла исчезли или не читаются, среди них { $first }. В архиве их нет.
   *[many] { $count } файлов исчезли или не читаются, среди них { $first }. В архиве их нет.
}
by-path = Путь к файлу
by-path-hint = вставьте путь и нажмите Enter
kind-picture = Снимок
kind-video = Видео
kind-log = Журнал
kind-crash-report = Отчёт о сбое
kind-system-report = Отчёт о системе
kind-archive = Архив
kind-document = Документ
kind-bundle = Пакет
kind-unknown = Файл
file-symbolicated = символизирован
file-symbolicated-partly = символизирован частично
file-not-symbolicated = не символизирован
file-whole = Весь файл, { $size }
file-part = { $lines ->
        [one] { $shown } строка
        [few] { $shown } строки
       *[many] { $shown } строк
    }, { $size }
file-not-searched = Этот файл нельзя проверить на личные данные. Он попадёт в пакет как есть.
file-send = Как отправить
file-send-redacted = Без личных данных
file-send-as-it-is = Как есть
file-send-left-out = Не отправлять
file-send-unpacked = Файл распакуется, личные данные в нём скроются, и он попадёт в пакет текстом.
file-send-archive = { $count ->
    [one] Личные данные скроются в { $count } файле архива, и он упакуется заново.
    [few] Личные данные скроются в { $count } файлах архива, и он упакуется заново.
   *[many] Личные данные скроются в { $count } файлах архива, и он упакуется заново.
}
file-send-archive-without = Не войдёт, потому что проверить это нельзя: { $files }.
file-send-left-out-means = Файл останется в списке, но в пакет не попадёт.
file-send-memory = В нём память программы, а значит, всё, с чем она работала, в том числе пароли. Проверить его нельзя.
log-from = С какого времени
log-to = По какое
log-tail = Последние строки
log-all = все
log-level = Записи
log-level-all = Все
log-level-warn = Предупреждения и ошибки
log-level-error = Ошибки
log-errors = { $count ->
        [one] { $shown } ошибка
        [few] { $shown } ошибки
       *[many] { $shown } ошибок
    }
log-over-time = Когда писался { $name }; выделите мышью или стрелками, что отправить
log-window = С { $from } по { $to }
log-window-about = С { $from } по { $to }, около { $lines ->
        [one] { $shown } строки
        [few] { $shown } строк
       *[many] { $shown } строк
    }, { $size }
log-window-lines = Строки с { $from } по { $to }
log-window-lines-about = Строки с { $from } по { $to }, около { $size }
log-line-number = Строка { $line }
log-part = Что отправить
log-part-all = Всё
log-part-happened = Когда это случилось, с { $from } по { $to }
log-part-crash = Вокруг сбоя из { $name }
log-part-lines = По { $count ->
        [one] { $count } строке
        [few] { $count } строки
       *[many] { $count } строк
    } до и после строки { $line }
log-part-minutes = По { $count ->
        [one] { $count } минуте
        [few] { $count } минуты
       *[many] { $count } минут
    } до и после строки { $line }
log-part-first = { $count ->
        [one] Первая { $shown } строка
        [few] Первые { $shown } строки
       *[many] Первые { $shown } строк
    }
log-part-last = { $count ->
        [one] Последняя { $shown } строка
        [few] Последние { $shown } строки
       *[many] Последние { $shown } строк
    }
log-sent-all = Уйдёт весь файл, { $size }.
log-sent = { $lines ->
        [one] Уйдёт { $shown } строка
        [few] Уйдут { $shown } строки
       *[many] Уйдёт { $shown } строк
    }, { $size } из { $all }.
log-left-out = Не войдут: { $parts }.
log-left-before = { $lines ->
        [one] { $shown } строка выше
        [few] { $shown } строки выше
       *[many] { $shown } строк выше
    }
log-left-between = { $lines ->
        [one] { $shown } строка между ними
        [few] { $shown } строки между ними
       *[many] { $shown } строк между ними
    }
log-left-after = { $lines ->
        [one] { $shown } строка ниже
        [few] { $shown } строки ниже
       *[many] { $shown } строк ниже
    }
log-lines = Строки файла { $name }
log-line-cut = Показано только начало этой строки, дальше ещё { $size }.
log-no-errors = Ни одна строка журнала не говорит об ошибке.
log-follow = Следить
log-follow-hint = Показывать новые строки по мере появления
log-stays = Файл { $name } велик и читается там, где лежит. Не удаляйте его, пока не готов пакет.
log-reading = Журнал читается: { $done } из { $all }
log-unread = Файл { $name } не читается: { $reason }. Закройте программу, которая его держит, или проверьте права на чтение.
log-changed = Файл { $name } стал короче во время чтения.
log-stopped = Чтение файла { $name } остановлено: то, что дальше, не показано.
log-replaced = Файл { $name } заменили, пока он был на экране, поэтому он прочитан заново.
log-read-again = Прочитать снова
log-find = Найти
log-find-words = Найти в этом журнале
log-find-pattern = Регулярное выражение
log-find-back = Назад
log-find-next = Дальше
log-find-none = Ничего не найдено
log-find-count = { $at } из { $count }
log-find-going = { $at } из { $count }, поиск идёт…
log-find-many = { $at } из более чем { $count }
log-find-wrong = Это не регулярное выражение: { $reason }
errors-only = Только ошибки

# Просмотр
review-heading = Это всё, что они увидят
review-sentence = С компьютера ничего не ушло. Скрытые значения заменены везде одинаково.
review-preparing = Ищем личные данные…
values-hidden = { $count ->
    [0] Ничего не скрыто
    [one] Скрыто { $count } значение
    [few] Скрыто { $count } значения
   *[many] Скрыто { $count } значений
}
nothing-hidden = В тексте и в тех файлах, где можно искать, личных данных не найдено.
show-values = Показать
hide-values = Скрыть
save-zip = Сохранить zip
email-draft = Черновик письма
copy-text = Копировать текст
saved-to = Куда сохранить zip
choose-target = Выбрать другое место…
made = Готово:
show-in-folder = Показать в папке
what-next = Что дальше
field-by-field = Поле за полем
copy-field = Копировать: { $field }
copied-field = Скопировано: { $field }
letters-made = { $count ->
    [one] Письмо, пакет уже в нём
    [few] Письма, пакет уже в них
   *[many] Письма, пакет уже в них
}
files-to-attach = { $count ->
    [one] Файл, который нужно приложить
   *[other] Файлы, которые нужно приложить
}
copy-file = Скопировать файл
copy-file-name = Скопировать файл: { $file }
copy-file-hint = Вставьте его в письмо, чат или папку.
copy-path = Скопировать путь
copy-path-name = Скопировать путь: { $file }
done-file-copied = Файл в буфере обмена. Вставьте его туда, где он нужен.
ticket-number = Номер обращения
ticket-hint = когда отправите
i-have-sent-it = Уже отправлено
again-too-early = До { $day } спрашивать снова рано.
again-now = Можно спросить снова
again-how = Если спросить, как дела
again-unknown = Срок ответа служба не называет. Сначала подождите несколько дней.
again-copy = Скопировать вопрос
again-about = Спросить снова: { $title }
they-answered = Они ответили

# Готовность
ready = Можно отправлять
ready-after = { $count ->
    [one] Остался { $count } ответ
    [few] Осталось { $count } ответа
   *[many] Осталось { $count } ответов
}
blocks = { $count ->
    [one] Отправке мешает { $count } пункт
    [few] Отправке мешают { $count } пункта
   *[many] Отправке мешают { $count } пунктов
}
must-fix = Нужно исправить
please-confirm = Уточните
good-to-know = Полезно знать
your-decision = Ваше решение
after-you-send = После отправки
note-ticket = Запишите номер обращения
wait-for-answer = Дождитесь ответа
again-now-why = Время, после которого это имеет смысл, прошло.
note-ticket-why = Casefile покажет, когда ждать ответа.
reconsider = Передумать
fix-split = Отделить
fix-attach = Добавить файл
fix-fill = Заполнить
fix-shorten = Сократить
fix-show = Показать
why = Почему
why-name = Почему: { $title }
same-issue = Одна проблема…
leave-it = Оставить так…
bundle-size = Размер пакета
bundle-size-mail = Размер пакета в письме
size-of = { $used } из { $limit }
export-bundle = Собрать пакет
export-blocked = Ответьте на открытые пункты списка, тогда пакет можно собрать.
more-ways = Другие способы
drawer-open = Показать список
drawer-close = Скрыть список

# Решения
reason-own = Ваша причина
reason-hint = её увидит поддержка
reason-keep = Оставить так
reason-symptoms = Это признаки одной неисправности
reason-one-request = Это одна просьба
reason-same-steps = Одни и те же шаги приводят к обоим сбоям
reason-unknown = Не знаю
reason-not-here = Здесь это не подходит
reason-told-elsewhere = В тексте это уже сказано

# Диалоги и сообщения
choose-attach = Выберите файлы
choose-open = Выберите файл инцидента или пакет
done-copied = Скопировано
done-removed = Инцидент убран.
done-detached = Файл убран из инцидента.
done-attached = { $count ->
    [one] В «Журналы и файлы» добавлен { $count } файл.
    [few] В «Журналы и файлы» добавлено { $count } файла.
   *[many] В «Журналы и файлы» добавлено { $count } файлов.
}
done-steps-of-markers = { $count ->
    [0] Все номера уже стали шагами.
    [one] Из номера сделан { $count } шаг.
    [few] Из номеров сделано { $count } шага.
   *[other] Из номеров сделано { $count } шагов.
}
done-attached-pictures = { $count ->
    [one] В «Снимки экрана» добавлен { $count } снимок.
    [few] В «Снимки экрана» добавлено { $count } снимка.
   *[many] В «Снимки экрана» добавлено { $count } снимков.
}
done-game-noted = { $count ->
    [0] Игра записана.
    [one] Игра записана, на { $count } вопрос формы ответил её журнал. Проверьте ответ.
    [few] Игра записана, на { $count } вопроса формы ответили её журналы. Проверьте ответы.
   *[many] Игра записана, на { $count } вопросов формы ответили её журналы. Проверьте ответы.
}
done-split = { $count ->
    [one] Другая проблема ждёт в разделе «Отложено».
    [few] { $count } другие проблемы ждут в разделе «Отложено».
   *[many] { $count } других проблем ждут в разделе «Отложено».
}
done-joined = Отложенная проблема снова часть этого инцидента.
done-retargeted = Теперь инцидент для: { $name }.
done-own-copy = Ваша копия: { $path }. Сохранённое в ней сразу начнёт действовать.
done-destination-read = Адресат прочитан заново.
done-exported = Пакет записан, прочитан и проверен.
bundle-whole = { $entries ->
    [one] Пакет цел: { $entries } файл совпадает с описью, личных данных не найдено.
    [few] Пакет цел: { $entries } файла совпадают с описью, личных данных не найдено.
   *[many] Пакет цел: { $entries } файлов совпадают с описью, личных данных не найдено.
}
bundle-not-whole = { $count ->
    [one] С пакетом не всё в порядке: { $entry }. Подробности: «casefile verify».
    [few] С пакетом не всё в порядке, { $count } замечания, первое: { $entry }. Все: «casefile verify».
   *[many] С пакетом не всё в порядке, { $count } замечаний, первое: { $entry }. Все: «casefile verify».
}

# Справка
help = Клавиатура
redo = Вернуть
help-paste = Вставить снимок или файлы в любом месте
help-sections = Перейти к разделу
help-point = К следующему открытому пункту проверки
help-enter = В шаге: добавить следующий
help-move = В шаге: передвинуть его
help-kept = Черновики и файлы хранятся в { $path }.

# Когда что-то мешает
not-saved = Не сохранено
busy-leave = С файлами этого инцидента ещё идёт работа. Дождитесь её конца или нажмите «Остановить».
files-wait = { $count ->
    [one] { $count } файл ждёт. Выберите, кто это прочитает, и он добавится.
    [few] { $count } файла ждут. Выберите, кто это прочитает, и они добавятся.
   *[many] { $count } файлов ждут. Выберите, кто это прочитает, и они добавятся.
}
drop-needs-incident = Сначала выберите, кто это прочитает, потом перетащите файлы.
undo-too-late = С тех пор изменилось другое. Ctrl+Z возвращает по одному шагу.
join-again = Тем временем текст изменился. Ничего не возвращено, попробуйте ещё раз.
split-again = Пока текст разделялся, он изменился. Ничего не разделено; попробуйте ещё раз.
picture-not-shown = Этот снимок не открывается: он обрезан, повреждён или не помещается в память. Снимите ещё раз или сохраните заново как PNG и добавьте его.

# Форма проекта
issue-form-heading = Проект на GitHub
issue-form-sentence = Многие проекты задают вопросы в форме: это файл в .github/ISSUE_TEMPLATE. Загрузите его или бросьте сюда, и проект станет получателем.
issue-form-repository = Репозиторий
load-issue-form = Загрузить форму проекта…
choose-form = Выберите форму (.yml) или шаблон (.md)
repository-unclear = Укажите репозиторий как OWNER/NAME или оставьте поле пустым.
done-imported = { $count ->
    [0] «{ $name }» теперь получатель.
    [one] «{ $name }» теперь получатель. В форме есть { $count } странность, о ней скажет «casefile destinations import».
    [few] «{ $name }» теперь получатель. В форме есть { $count } странности, о них скажет «casefile destinations import».
   *[other] «{ $name }» теперь получатель. В форме есть { $count } странностей, о них скажет «casefile destinations import».
}
open-filled-form = Открыть их форму с ответами
open-letter = Написать письмо в почтовой программе
open-letter-hint = Если почтовая программа не открывает черновик; архив приложите сами.
open-letter-empty = Если почтовая программа не открывает черновик. Текст для этого слишком длинный: вставьте его и приложите архив сами.
