# Скрытые значения: кем они были.
who-no-placeholder = «{ $text }» — не метка. Напишите её так, как она стоит в архиве: host-2.
who-no-incident = У обращения «{ $incident }» здесь нет сохранённых скрытых значений. Укажите его файл, заголовок или имя в хранилище.
who-unknown = Ни в одном архиве, собранном на этом компьютере, нет { $text }, либо это обращение удалено.
cli-class-stays-hidden = { $name }: класс { $class } здесь целиком не показывается. Отдельные значения можно оставить с --keep.
private-note-private-address = адрес локальной сети
private-note-public-address = адрес в интернете
private-note-link-local = адрес одного кабеля или одной радиосвязи
private-note-local-name = имя в локальной сети
private-note-internet-name = имя в интернете
private-note-short-name = имя компьютера без домена
private-note-same-subnet = в одной подсети с { $placeholder }

visible-here = Что из личных данных они увидят: { $classes }.
hidden-values = Что скрыто
hidden-values-hint = Этот список видите только вы. Нажмите на значение: покажем, где оно стоит, как есть и как уйдёт.
keep-class = Показать все: { $class }
class-stays-public = Здесь читают все, поэтому показать можно только отдельные значения.
keep-value = Показать { $placeholder }
places-count = { $count ->
    [one] { $count } место
    [few] { $count } места
   *[many] { $count } мест
}
places-more = { $count ->
    [one] и ещё { $count } место
    [few] и ещё { $count } места
   *[many] и ещё { $count } мест
}
place-member = { $name } (в архиве { $archive })
place-line = { $name }, строка { $line }
place-name = Имя файла { $name }
place-captions = Подписи
place-overrides = Ваши решения
all-of-class = Все: { $class }
your-word = ваше слово
left-visible = Что остаётся видимым
left-visible-none = Ничего похожего на личные данные не остаётся.
hide-again = Снова скрыть { $value }
word-to-hide = Скрыть и это слово
add-to-hide = Скрыть
word-to-keep = Не скрывать это слово
add-to-keep = Не скрывать
earlier-placeholders = { $count ->
    [one] { $count } метка из прежних архивов
    [few] { $count } метки из прежних архивов
   *[many] { $count } меток из прежних архивов
}
done-hidden = «{ $what }» скрыто.
done-kept = «{ $what }» остаётся видимым.
done-class-hidden = Скрыто: { $what }.
done-class-kept = Остаётся видимым: { $what }.
done-bundle-known = Это ваш архив: { $title }. Кем была каждая метка, сказано в разделе «{ $section }».
files-not-searched = Файлы, которые Casefile не может прочитать
files-not-searched-hint = Личных данных в них не найти. Скажите о каждом, как его отправить.
file-send-of = Как отправить { $name }
