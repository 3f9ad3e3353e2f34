privacy-title = Личные данные скрыты ({ $count })
privacy-message = { $count ->
    [0] Личных данных не найдено.
    [one] { $count } значение заменено везде одинаково.
    [few] { $count } значения заменены везде одинаково.
   *[many] { $count } значений заменено везде одинаково.
}
privacy-unsearched = { $count ->
    [one] В { $count } файле нельзя было искать личные данные: { $files }.
    [few] В { $count } файлах нельзя было искать личные данные: { $files }.
   *[many] В { $count } файлах нельзя было искать личные данные: { $files }.
}
privacy-memory = { $count ->
    [one] В нём память программы, а значит, всё, с чем она работала: { $files }.
    [few] В них память программы, а значит, всё, с чем она работала: { $files }.
   *[many] В них память программы, а значит, всё, с чем она работала: { $files }.
}
privacy-choice = Такой файл можно не отправлять.
privacy-archive = { $name } уйдёт без того, что нельзя проверить: { $files }.
privacy-why = То, что ушло с компьютера, назад не вернуть.

stage-starting = Начинаем
stage-asking = Спрашиваем компьютер: { $fact }
stage-reading = Читаем { $name }
stage-searching = Ищем личные данные в { $name }
stage-packing = Упаковываем { $name }
stage-verifying = Проверяем готовый пакет
stage-waiting = { $secs ->
    [0] Снимаем экран
   *[other] Снимок экрана через { $secs } с
}
