# Заголовки составленного текста и сведения о компьютере словами.
part-specs = Система
part-title = Заголовок
part-description = Что происходит
part-error-text = Точный текст ошибки
part-steps = Как повторить
part-expected = Ожидаемый результат
part-actual = Фактический результат
part-started = С какого времени
part-frequency = Как часто
part-conditions = Условия
part-tried = Что уже пробовали
part-fields = Подробности
part-evidence = Приложенные файлы
part-contact = Контакты
part-contact-name = Имя
part-contact-email = Почта для ответа
part-contact-phone = Номер телефона
part-text = Весь текст

compose-frequency-every-time = Каждый раз
compose-frequency-often = Часто
compose-frequency-sometimes = Иногда
compose-frequency-once = Один раз
compose-contact-name = Имя
compose-contact-email = Электронная почта
compose-contact-phone = Телефон
compose-confirmed = Да
compose-file-step = шаг { $n }
compose-help = { $done }: { $outcome }
compose-help-did-not-help = проблема осталась
compose-help-partly = помогло отчасти
compose-help-not-possible = сделать не удалось

specs-label-os = Операционная система
specs-label-cpu = Процессор
specs-label-gpu = Видеокарта
specs-label-memory = Память
specs-label-displays = Мониторы
specs-label-disks = Диски
specs-label-board = Компьютер
specs-label-uptime = Работает без перезагрузки
specs-label-locale = Язык системы
specs-label-api = Графические интерфейсы
specs-label-audio = Звук
specs-label-changes = Недавние изменения
specs-label-power = Питание
specs-label-overlays = Оверлеи и запись экрана
specs-label-tools = Инструменты разработки
specs-label-game = Игра
specs-64-bit = 64-разрядная
specs-32-bit = 32-разрядная
specs-cores = { $n ->
    [one] { $n } ядро
    [few] { $n } ядра
   *[many] { $n } ядер
}
specs-threads = { $n ->
    [one] { $n } поток
    [few] { $n } потока
   *[many] { $n } потоков
}
specs-ghz = { $n } ГГц
specs-driver = драйвер { $driver }
specs-free = свободно { $size }
specs-at-hz = { $size }, { $hz } Гц
specs-main = основной
specs-scale = масштаб { $percent } %
specs-game-build = сборка { $value }
specs-game-branch = ветка { $value }
specs-game-updated = обновлена { $value }
specs-game-update-waits = ждёт обновления
specs-game-updating = сейчас обновляется
specs-game-damaged = файлы повреждены или их не хватает
specs-game-drive = установлена на { $value }
specs-game-proton = Proton { $value }
specs-game-client = клиент Steam { $value }
specs-game-client-beta = бета клиента { $value }
specs-memory-speed = { $n } МТ/с
specs-driver-date = драйвер от { $date }
specs-active = используется
specs-hdr-on = HDR включён
specs-hdr-off = HDR выключен
specs-none = из известных ничего не запущено
specs-on-battery = от батареи
specs-plugged-in = от сети
specs-firmware = прошивка { $version }
specs-timed-out = { $n ->
    [one] нет ответа за { $n } секунду
    [few] нет ответа за { $n } секунды
   *[many] нет ответа за { $n } секунд
}
specs-failed = не удалось прочитать ({ $words })
specs-not-told = система этого не сообщает
