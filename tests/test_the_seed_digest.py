"""Every case of the digest that this library started from is in the library, and none beside them says it is.

The tables are copied from the digest itself: issue 4 of the Lessons Learned Research Digest of Darlington Safeguarding
Partnership, October 2021. Month, place and name stand as printed there, misprints and all; behind them is our review.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from briefings.bulletins import Bulletin, bulletin_of
from briefings.dates import PartialDate
from briefings.library import Library
from briefings.loading import load
from briefings.model import Review

VIA = "Darlington Safeguarding Partnership, Lessons Learned Research Digest"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct")

REGIONAL = """\
March 2021 | Hartlepool & Stockton on Tees Safeguarding Children Partnership | Child T | hartlepool-and-stockton-child-t
March 2021 | Hartlepool & Stockton on Tees Safeguarding Children Partnership | Emma | hartlepool-and-stockton-emma
April 2021 | South Tees Safeguarding Children Partnership | Liam | south-tees-liam
May 2021 | South Tees Safeguarding Children Partnership | Daniel | south-tees-daniel
May 2021 | South Tees Safeguarding Children Partnership | Fred | south-tees-fred
May 2021 | South Tees Safeguarding Children Partnership | Kingfisher | south-tees-kingfisher
May 2021 | Newcastle Safeguarding Children Partnership | Laura | newcastle-laura
February 2021 | North Yorkshire Safeguarding Adults Board | Anne | north-yorkshire-anne
August 2021 | Sunderland Safeguarding Adults Board | Alan | sunderland-alan
"""
NATIONAL_PANEL = """\
 | Child Safeguarding Practice Review Panel | under one | national-panel-under-ones
"""
PHYSICAL_AND_EMOTIONAL_ABUSE = """\
Feb 2021  | Hull City Council                     | Baby B       | hull-baby-b
Feb 2021  | Sutton Council                        | Child O      | sutton-child-o
Mar 2021  | Birmingham City Council               |              | birmingham-baby
Apr 2021  | City & Hackney London Borough Council | Child A      | city-and-hackney-child-a
May 2021  | Plymouth City Council                 | Baby F       | plymouth-baby-f
Jun 2021  | Sefton Council                        | Beatrice     | sefton-beatrice
Jun 2021  | Warwickshire County Council           | Child K      | warwickshire-child-k
Jul 2021  | Bradford City Council                 | Emily        | bradford-emily
Jul 2021  | Nottingham City Council               | Child R      | nottingham-child-r
Jul 2021  | Unnamed LA                            | PS           | unnamed-ps
Jul 2021  | Sandwell Metropolitan Borough Council | JS           | sandwell-js
Aug 2021  | Dudley Metropolitan Borough Council   | Children Q&R | dudley-children-q-and-r
June 2021 | London Borough of Merton Council      | Jason        | merton-jason
"""
NEGLECT = """\
May 2021 | City & Hackney London Borough Council | Child B | city-and-hackney-child-b
Jun 2021 | London Borough of Bexley Council      | Child O | bexley-child-o
Aug 2021 | Wandsworth Borough Council            | Child A | wandsworth-child-a
"""
DEATHS = """\
Feb 2021 | Metropolitan Borough of Dudley           | Child A      | dudley-child-a
Mar 2021 | Thurrock Council                         | Sam and Kyle | thurrock-sam-and-kyle
Mar 2021 | Metropolitan Borough of Dudley           | Child L      | dudley-child-l
Mar 2021 | Nottinghamshire County Council           | RN19         | nottinghamshire-rn19
Apr 2021 | Medway Council                           | Baby Harris  | medway-baby-harris
Apr 2021 | Oxfordshire County Council               | Jacob        | oxfordshire-jacob
Apr 2021 | Unnamed LA                               | Child E      | unnamed-child-e
Apr 2021 | Portsmouth City Council                  | Child H      | portsmouth-child-h
Apr 2021 | Wandsworth Borough Council               | Frankie      | wandsworth-frankie
May 2021 | Blackburn with Darwen Borough Council    | Child CD     | blackburn-with-darwen-child-cd
May 2021 | Sandwell Metropolitan Borough Council    | Child NS     | sandwell-child-ns
Jun 2021 | Rochdale Borough Council                 | Child A1     | rochdale-child-a1
Jun 2021 | Surrey County Council                    | Baby KK      | surrey-baby-kk
Jun 2021 | Surrey County Council                    | Baby LL      | surrey-baby-ll
Jul 2021 | Wakefield Council                        | Jason        | wakefield-jason
Jul 2021 | Surrey County Council                    | Child A      | surrey-child-a
Aug 2021 | City & Hackney London Borough Council    | Child I      | city-and-hackney-child-i
Aug 2021 | Thurrock Council                         | Leo          | thurrock-leo
Aug 2021 | Cornwall and Isle of Scilly Councils     | Child C      | cornwall-child-c
Aug 2021 | London Borough of Waltham Forest Council | Khalsa       | waltham-forest-khalsa
May 2021 | Borough A and Borough B                  | Child E      | boroughs-a-and-b-child-e
"""
SEXUAL_ABUSE = """\
Mar 2021 | Dudley | Child D | dudley-child-d
Mar 2021 | St Helens Borough Council | Child B | st-helens-child-b
Apr 2021 | Unnamed LA | Anonymous Family | unnamed-anonymous-family
May 2021 | Medway Council | Faith | medway-faith
Jun 2021 | Unnamed LA | Anonymous Victims | unnamed-anonymous-victims
Jul 2021 | Surrey County Council | Child G | surrey-child-g
Aug 2021 | Richmond upon Thames Council | Keeping Children Safe in Schools | richmond-keeping-children-safe-in-schools
Aug 2021 | Surrey County Council | HH, II and JJ | surrey-hh-ii-and-jj
May 2021 | Wiltshire Children's Safeguarding Board | Family N | wiltshire-family-n
"""
HOMICIDE = """\
Feb 2021 | City & Hackney London Borough Council         | Child C             | city-and-hackney-child-c
Feb 2021 | Thurrock Council                              | Frankie             | thurrock-frankie
Apr 2021 | Medway Council                                | George              | medway-george
May 2021 | London Borough of Merton Council              | Child D             | merton-child-d
May 2021 | Plymouth City Council                         | Baby G              | plymouth-baby-g
Jun 2021 | London Borough of Ealing Council              | James               | ealing-james
Jul 2021 | London Borough of Richard upon Thames         | Maria, Luis, Carlos | richmond-maria-luis-and-carlos
2021     | Southampton Safeguarding Children Partnership | Liam                | southampton-liam
"""
ADULTS = """\
Sept 2021 | Norfolk Safeguarding Adults Board | Joanna, Jon & Ben | norfolk-joanna-jon-and-ben
Sept 2021 | Salford Safeguarding Adults Board | Matthew           | salford-matthew
July 2021 | Salford Safeguarding Adults Board | Kannu             | salford-kannu
"""
TABLES = {
    "Regional Learning": REGIONAL,
    "National Reviews": NATIONAL_PANEL,
    "National Learning - Children, Physical and Emotional Abuse": PHYSICAL_AND_EMOTIONAL_ABUSE,
    "National Learning - Children, Neglect": NEGLECT,
    "National Learning - Children, deaths (the table has no heading)": DEATHS,
    "National Learning - Children, sexual abuse (the table has no heading)": SEXUAL_ABUSE,
    "National Learning - Children, Homicide": HOMICIDE,
    "National Learning - Adults": ADULTS,
}
"""Its tables, in its order. A table on behavioural and mental health concerns of children holds no case.

The digest has no case of Darlington's own: "There have been no Child Safeguarding Practice Reviews published in the
past 12 months."
"""
MISPRINTS = {"Isle of Scilly": "Isles of Scilly", "Richard upon Thames": "Richmond upon Thames"}
NOT_NAMED = ("Unnamed LA", "Borough A and Borough B")

Case = tuple[str, str, str, str, str]


def case(section: str, row: str) -> Case:
    """One line of a table."""
    month, place, name, id = (cell.strip() for cell in row.split("|"))
    return section, month, place, name, id


CASES = [case(section, row) for section, table in TABLES.items() for row in table.splitlines()]


@cache
def content() -> Library:
    return load(Path(__file__).parent.parent / "content").library


def test_the_digest_has_67_cases() -> None:
    counts = Counter(section for section, *_ in CASES)
    assert list(counts.values()) == [9, 1, 13, 3, 21, 9, 8, 3]
    assert len({id for *_, id in CASES}) == len(CASES) == 67


def test_every_case_is_a_review_and_every_review_that_came_through_the_digest_is_a_case() -> None:
    came = {review.id for review in content().reviews if review.report.via.startswith(VIA)}
    assert came == {id for *_, id in CASES}


@pytest.mark.parametrize(("section", "month", "place", "name", "id"), CASES, ids=[case[-1] for case in CASES])
def test_a_case_has_the_month_place_and_name_that_are_printed(
    section: str, month: str, place: str, name: str, id: str
) -> None:
    review = content().by_id[id]
    assert review.published == printed_date(month)
    assert review.report.place == section
    assert is_place(review, place)
    assert words(name) <= words(review.title)


def printed_date(month: str) -> PartialDate:
    """`Sept 2021` as a date. The Panel's review has none; the digest says that all are of 2021."""
    named, _, year = month.rpartition(" ")
    return PartialDate(int(year or 2021), MONTHS.index(named[:3]) + 1 if named else 0)


def is_place(review: Review, printed: str) -> bool:
    """Whether the review's partnership is the one that is printed: its place is part of the name there."""
    if printed in NOT_NAMED:
        return review.partnership.id == "unnamed"
    if review.partnership.id == "national-panel":
        return printed == review.partnership.name
    for wrong, right in MISPRINTS.items():
        printed = printed.replace(wrong, right)
    return words(review.partnership.place) <= words(printed)


def words(text: str) -> set[str]:
    return set(text.lower().replace("&", " and ").replace(",", " ").split())


def made_again() -> Bulletin:
    """The digest as the library makes it, from one small file."""
    (digest,) = (digest for digest in content().digests if digest.id == "2021-10")
    return bulletin_of(content(), digest)


def of(*sections: str) -> set[str]:
    return {id for section, *_, id in CASES if section in sections}


def test_the_digest_that_we_make_brings_its_cases_together_as_it_did() -> None:
    made = made_again()
    others = {review.id for review in made.reviews if not review.report.via.startswith(VIA)}
    assert {review.id for review in made.local} == set()
    assert {review.id for review in made.regional} == of("Regional Learning")
    assert {review.id for review in made.national} == of("National Reviews")
    assert {review.id for group in made.adults for review in group.reviews} - others == of("National Learning - Adults")
    children = [section for section in TABLES if section.startswith("National Learning - Children")]
    assert {review.id for group in made.children for review in group.reviews} - others == of(*children)
    assert others == {"oxfordshire-child-r"}
