"""Lists of organisations and people, as spreadsheets and other programs write them."""

from __future__ import annotations

from datetime import date

import pytest

from coalmeet.errors import FileProblem
from coalmeet.exchange.people_csv import read
from coalmeet.exchange.people_values import OrganisationDraft, PersonDraft


def test_one_table_of_both() -> None:
    found = read(
        "Organisation,Short,Size,Joined,Name,Role,E-mail,Access needs\n"
        'River Watch,RW,"1,200",2024-03-01,Amina Okafor,delegate,amina@example.org,large print\n'
        "River Watch,,,,José Ruiz,Deputy,,\n"
        "Café Solidarité,,12,14.5.2025,石川 さくら,interpreter,,\n",
        "people.csv",
    )
    assert found.organisations == (
        OrganisationDraft("River Watch", "RW", 1200, date(2024, 3, 1)),
        OrganisationDraft("Café Solidarité", size=12, joined=date(2025, 5, 14)),
    )
    assert found.people == (
        PersonDraft("Amina Okafor", "River Watch", email="amina@example.org", access_needs="large print"),
        PersonDraft("José Ruiz", "River Watch", "alternate"),
        PersonDraft("石川 さくら", "Café Solidarité", "interpreter"),
    )
    assert found.remarks == ()


def test_a_list_of_organisations_calls_them_by_name() -> None:
    found = read("Name;Number of members\nRiver Watch;40 people\nNeighbours;few\n", "members.csv")
    assert found.organisations == (OrganisationDraft("River Watch", size=40), OrganisationDraft("Neighbours"))
    assert found.people == ()
    assert found.remarks == ("Row 3: the size “few” is not a number and was left out.",)


def test_first_and_last_names_join() -> None:
    found = read("First name\tSurname\tPhone\nAmina\tOkafor\t0123\n", "contacts.tsv")
    assert found.people == (PersonDraft("Amina Okafor", phone="0123"),)


@pytest.mark.parametrize(
    "data",
    [
        "name,organization\nZoë Ł,Café\n".encode("utf-8-sig"),
        "name|organization\r\nZoë Ł|Café\r\n".encode(),
        "sep=;\nname;organization\nZoë Ł;Café\n".encode(),
        "\nname\torganization\nZoë Ł\tCafé\n".encode("utf-16"),
        "name,organization\nZoë Ł,Café\n".encode("utf-16-le"),
        "name;organization\r\nZoë Ł;Café\r\n".encode("utf-16-be"),
    ],
)
def test_any_separator_and_encoding(data: bytes) -> None:
    assert read(data, "x.csv").people == (PersonDraft("Zoë Ł", "Café"),)


def test_an_old_code_page_is_read() -> None:
    assert read("name;group\nZoë;Café\n".encode("cp1252"), "x.csv").people == (PersonDraft("Zoë", "Café"),)


def test_missing_columns_are_named_with_those_that_are_there() -> None:
    with pytest.raises(FileProblem) as told:
        read("Colour,Shape\nred,round\n", "toys.csv")
    assert str(told.value) == (
        "toys.csv: a list needs a column “organisation” or “name” in its first row, and has neither. "
        "Its columns are: Colour, Shape."
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"name,organisation\n", "no rows below"),
        (b"name,organisation\nA\0,B\n", "NUL characters"),
        (b"\x81\x8d\x8f\x90", "this is not text"),
        (b"\xff\xfe\x00\xd8", "this is not text"),
    ],
)
def test_what_is_no_list_is_refused_by_name(data: bytes, told: str) -> None:
    with pytest.raises(FileProblem, match=told) as problem:
        read(data, "x.csv")
    assert str(problem.value).startswith("x.csv: ")


def test_of_two_columns_with_one_name_none_is_chosen_in_silence() -> None:
    with pytest.raises(FileProblem) as told:
        read(
            "Name,Organisation,E-mail,Phone,e-mail\nAmina,River Watch,a@example.org,1,b@example.org\n",
            "x.csv",
        )
    assert str(told.value) == (
        "x.csv: columns 3 and 5 are both called “E-mail”. Rename or delete one of them, then bring the list in again."
    )
    assert read("Name,Notes,Notes\nAmina,a,b\n", "x.csv").remarks == (
        "These columns are not read: Notes, Notes.",
    )


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('"Amina,River Watch\nBo,Neighbours\n', 2),
        ('Amina,"River Watch\nBo,"Neighbours"\nCy,Farm\n', 2),
        ('"Amina\nOkafor",River Watch\n"Bo,Neighbours\r\nCy,"Farm"\n', 4),
        ('"Said ""so""\nBo,Neighbours\n', 2),
    ],
)
def test_a_quotation_mark_that_nobody_closed_swallows_no_lines(rows: str, line: int) -> None:
    with pytest.raises(
        FileProblem, match=f"^x.csv: a quotation mark that begins a cell on line {line} is not closed"
    ):
        read("Name,Organisation\n" + rows, "x.csv")
    with pytest.raises(FileProblem, match=f"line {line + 1} is not closed"):
        read("sep=,\nName,Organisation\n" + rows, "x.csv")


def test_a_stray_quotation_mark_within_a_line_is_text() -> None:
    found = read('name,group\nAmina "Mina" Okafor,River\n"Bo" Ek,"The ""Bees"""\n', "x.csv")
    assert [one.name for one in found.people] == ['Amina "Mina" Okafor', "Bo Ek"]
    assert found.organisations[1].name == 'The "Bees"'


def test_formulas_and_markup_stay_text() -> None:
    cells = ('=HYPERLINK("x")', "+1+1", "@sum", "-2", "<b>bold</b>", "＝1")
    rows = "".join('"' + cell.replace('"', '""') + '",Org\n' for cell in cells)
    assert tuple(person.name for person in read("name,organisation\n" + rows, "x.csv").people) == cells


def test_repeated_people_count_once_and_odd_rows_are_remarked() -> None:
    found = read(
        "name,organisation,joined,role,phone\n"
        "Amina,RW,yesterday,queen,1\n"
        "Amina,rw,,,2\n"
        ",,,,3\n"
        "Amina,Other,,,,more\n",
        "x.csv",
    )
    assert [(person.name, person.organisation, person.phone) for person in found.people] == [
        ("Amina", "RW", "1"),
        ("Amina", "Other", ""),
    ]
    assert found.remarks == (
        "Row 2: “yesterday” is not a date such as 2026-05-14 and was left out.",
        "Row 2: “queen” is no capacity that we know; it was taken as delegate.",
        "Row 3: Amina stands in the list twice and was taken once.",
        "Row 4 names neither an organisation nor a person, so it was left out.",
        "Row 5 has more cells than there are columns; the last ones were left out.",
    )


def test_five_hundred_rows_with_line_ends_in_cells() -> None:
    rows = "".join(f'Person {number},Org {number % 40},"step-free\naccess"\n' for number in range(500))
    found = read("name,organisation,access needs\n" + rows, "x.csv")
    assert (len(found.people), len(found.organisations)) == (500, 40)
    assert found.people[0].access_needs == "step-free\naccess"
