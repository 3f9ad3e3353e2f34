# Settings
settings = Настройки
settings-sentence = Изменения действуют сразу.
settings-look = Вид
settings-language = Язык
settings-theme = Тема
settings-scale = Размер интерфейса
settings-still = Меньше движения: ничего не скользит и не мигает
as-the-system = Как в системе
settings-contact = Ваши контакты
settings-contact-hint = С них начинается каждый новый инцидент. До отправки они не покидают этот компьютер.
settings-places = Файлы
settings-exports = Куда сохранять пакеты
choose-exports = Выбрать папку…
settings-removed = { $count ->
    [0] Удалённых инцидентов не хранится.
    [one] Ещё хранится { $count } удалённый инцидент, { $size }.
    [few] Ещё хранятся { $count } удалённых инцидента, { $size }.
   *[other] Ещё хранятся { $count } удалённых инцидентов, { $size }.
}
settings-empty = Удалить насовсем
back = Назад
menu-more = Настройки и справка

# About
about = О Casefile
about-version = Версия { $version }
about-what = Casefile помогает составить один инцидент и собирает один пакет, с которым поддержка сможет работать.
about-network = Программа не выходит в сеть. Отправляете вы сами.
about-licence = Лицензия
about-licence-text = MIT или Apache License 2.0, на ваш выбор.
about-fonts = Шрифты и значки
about-crates = Библиотеки
about-crates-count = { $count ->
    [one] { $count } библиотека на Rust
    [few] { $count } библиотеки на Rust
   *[other] { $count } библиотек на Rust
}
about-texts = Полный текст лицензии каждой библиотеки есть в её исходном коде на crates.io.

# First run
first-run = Здесь три шага: вы выбираете, кто это прочтёт, отвечаете на их вопросы и получаете один пакет для отправки. До отправки всё остаётся на этом компьютере.

# The last window
last-end-crashed = Casefile остановился из-за ошибки.
last-end-crashed-more = Всё, что вы ввели, снова здесь. Отчёт об ошибке остался на этом компьютере: { $path }
last-end-killed = Casefile был завершён раньше, чем закрылся.
last-end-killed-more = Всё, что вы ввели, снова здесь.
last-end-opening = В прошлый раз не удалось нарисовать окно.
last-end-opening-more = Теперь оно рисуется другим способом.

# Incidents
switch-heading = Найти инцидент
switch-search = Поиск по вашим инцидентам
switch-nothing = Инцидента с таким названием нет.
switch-enter = Enter открывает первое.

# Find
find = Найти в этом инциденте
find-count = { $at } из { $count }
find-nothing = Ничего не найдено
find-next = Следующее место
find-previous = Предыдущее место
