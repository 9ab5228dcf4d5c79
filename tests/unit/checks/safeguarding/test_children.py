"""Children who could be recognised, and those who could not: sentences, and what they earn."""

import pytest

from tests.unit.checks.manuscripts import CHECKS, manuscript

NAME, STREET, SCHOOL = "a name", "the name of a street", "the name of a school"


def told(text: str, **fields: object) -> list[tuple[int, str]]:
    """The column of each finding, and what stands beside the age."""
    found = CHECKS["safeguarding/age"].find(manuscript(text, **fields))
    return [(one.place.column, str(one.message).partition("beside ")[2]) for one in found]


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        # Names, by where they stand.
        ("Police found Amira (14) in a flat.", [(21, NAME)]),
        ("Police found Xenia Qorri, 14, in a flat.", [(27, NAME)]),
        ("The 14-year-old Xenia was found in a flat.", [(5, NAME)]),
        ("Xenia Qorri, aged 15, was found.", [(14, NAME)]),
        ("They found Xenia, 14 years old, alone.", [(19, NAME)]),
        ("Amira H. (14) and her sister were found.", [(11, NAME)]),
        ("Policija je pronašla Amiru (14) u stanu.", [(29, NAME)]),
        ("Полиција је пронашла Амиру (14) у стану.", [(29, NAME)]),
        # Names that are known to be some.
        ("The fourteen-year-old, whom neighbours know as Lejla, is safe.", [(5, NAME)]),
        ("Četrnaestogodišnja Lejla je na sigurnom.", [(1, NAME)]),
        ("14-godišnjakinja, koju susjedi zovu Lejlom, na sigurnom je.", [(1, NAME)]),
        ("Lejla ima 14 godina.", [(7, NAME)]),
        ("Majka 14.-godišnje Lejle traži pomoć.", [(7, NAME)]),
        ("Лејла, стара 14 година, на сигурном је.", [(8, NAME)]),
        # Streets and schools.
        ("A 12-year-old was taken from a house in Maple Street.", [(3, STREET)]),
        ("Djevojčica, u dobi od 12 godina, stanuje u ulici Lipa.", [(13, STREET)]),
        ("Девојчица стара 12 година станује у улици Липа.", [(11, STREET)]),
        ("A girl aged 13 did not come to Hillside School that day.", [(8, SCHOOL)]),
        ("Trinaestogodišnji učenik ide u OŠ „Prva“.", [(1, SCHOOL)]),
        ("A boy of Oak primary school, at the age of 13, was asked.", [(33, SCHOOL)]),
        # Children whom nobody can recognise.
        ("A 14-year-old girl was found in a flat in Glasgow.", []),
        ("Police freed a 14-year-old Romanian girl.", []),
        ("A 9-year-old from Romania was forced to beg.", []),
        ("Djevojčica stara 14 godina pronađena je u Sarajevu.", []),
        ("Europol helped to free a girl aged 14.", []),
        ("She was 14. Amira Hodžić heads the centre.", []),
        ("Judge Ivana Horvat heard the 14-year-old.", []),
        ("Sutkinja Ivana Horvat saslušala je 14-godišnju djevojčicu.", []),
        # Adults.
        ("Amira (24) was found, and so was Lejla, aged 18.", []),
        ("A man of 29 was arrested in Maple Street.", []),
        # No age of a person.
        ("The 15-year-old Palermo Protocol is about trafficking.", []),
        ("The 10-year-old law of Amira Hodžić is about trafficking.", []),
        ("Desetogodišnji plan predstavila je Amira Hodžić.", []),
        ("Sud je osudio Damira Lipu na 10-godišnju kaznu zatvora.", []),
        ("Children aged 5 to 14 work there, says Amira Hodžić.", []),
        ("Nobody under the age of 16 may work there, says Amira Hodžić.", []),
        ("Most came from Spain (14), Romania (9) and Italy (3).", []),
        ("See Article 7 and Chapter 3 (12), of UNICEF (9).", []),
        ("On 9 February, 14, 15 and 16 March the office is closed.", []),
        ("In May, 14, or in June, 15, it was open.", []),
        ("Pupils of the 5th to 9th grade of Oak Primary School took part.", []),
        ("Amira Hodžić has worked here for 14 years.", []),
        ("Amira ovdje radi 14 godina, i ima 3 kolege.", []),
        ("The shelters in Mostar (5), Zenica (4) and Tuzla (3) are full.", []),
        ("Most of them live in Mostar (5).", []),
        ("Najviše ih je u Mostaru (5).", []),
        ("Policija je oslobodila 14-godišnju Rumunku.", []),
        ("They found Amira (14), Lejla (12) and Selma (9).", [(19, NAME), (31, NAME), (46, NAME)]),
        ("See the report of Europol, 12, and that of INTERPOL, 14.", []),
        ("Pronađeno je dijete uzrasta do 12 godina, kaže Amira Hodžić.", []),
        # What others have said.
        ("The paper wrote: “Amira (14) was found.”", []),
        ("> Amira (14) was found.\n\nThat is what the paper wrote.", []),
        ("`Amira (14)`", []),
    ],
)
def test_an_age_beside_what_tells_who_it_is_is_told(
    text: str, earned: list[tuple[int, str]]
) -> None:
    """In English and in the South Slavic languages, in both scripts."""
    assert told(text) == earned


def test_every_text_of_an_item_is_looked_at_where_it_stands() -> None:
    """A standfirst has a place in the front matter."""
    made = manuscript("", standfirst="Amira (14) is safe.", places={"standfirst": (2, 4)})

    (found,) = CHECKS["safeguarding/age"].find(made)

    assert (found.place.line, found.place.column) == (2, 4)


def test_one_child_is_told_once() -> None:
    """However many ways of telling its age fit."""
    assert told("Lejla, 14 years old, aged 14, is safe.") == [(8, NAME), (22, NAME)]
    assert told("Lejla (14) je stara 14 godina.") == [(8, NAME), (15, NAME)]
