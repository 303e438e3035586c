"""The house sizes hold, and the measure would notice if they did not."""

from pathlib import Path

import house


def test_the_house_sizes_hold(root: Path) -> None:
    assert house.findings(root) == []


def planted(folder: Path, source: str, name: str = "ui/planted.py") -> list[str]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return house.findings(folder)


def test_a_long_file_is_noticed(tmp_path: Path) -> None:
    assert "401 lines" in planted(tmp_path, '"""Long."""\n' + "x = 1\n" * 400)[0]


def test_a_long_function_is_noticed(tmp_path: Path) -> None:
    found = planted(tmp_path, '"""Long."""\ndef f():\n' + "    x = 1\n" * 50, "coalmeet/planted.py")
    assert any("51 lines" in sentence for sentence in found)


def test_a_window_with_many_methods_is_noticed(tmp_path: Path) -> None:
    methods = "".join(f"    def do_{number}(self): ...\n" for number in range(13))
    overrides = "".join(f"    def {name}Event(self, event): ...\n" for name in ("paint", "close", "resize"))
    assert "13 methods" in planted(tmp_path, f'"""Wide."""\nclass Window(QWidget):\n{methods}{overrides}')[0]


def test_a_module_without_its_sentence_is_noticed(tmp_path: Path) -> None:
    assert "does not begin with a sentence" in planted(tmp_path, "x = 1\n")[0]


def test_a_camel_case_name_of_our_own_is_noticed(tmp_path: Path) -> None:
    source = (
        '"""Names."""\nclass Window:\n    def paintEvent(self, event): ...\n    def showAgenda(self): ...\n'
    )
    assert [sentence for sentence in planted(tmp_path, source) if "showAgenda" in sentence]
    assert not [sentence for sentence in planted(tmp_path, source) if "paintEvent" in sentence]


def test_medians_are_measured(tmp_path: Path) -> None:
    found = planted(tmp_path, '"""Long."""\n' + "x = 1\n" * 200)
    assert any("half of all files" in sentence for sentence in found)
