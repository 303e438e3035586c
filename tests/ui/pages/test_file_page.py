"""The page "The file": where the file lies, and what keeps it."""

from ui.keeping.page import FilePage


def test_it_names_the_one_file_and_its_folder(show, book):
    page = show(FilePage())
    assert page.place.name.text() == "Harbour.coalmeet"
    assert str(book.path.parent) in page.place.folder.text()
    assert page.place.amount.text().endswith("kB")
