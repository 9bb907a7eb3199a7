"""Five reports for tests, laid out as the five real ones are and written in our own words; as Word files and as PDFs.

Each is a list of pieces. A point says of itself what it is and in which paragraph it is taught, so that what an import
finds can be held against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import count

from tests import word_files as word

PARTNERSHIP = "Northmoor Safeguarding Children Partnership"
STORY = (
    (
        "The family moved between two towns in that year, and each service kept a record of its own that the "
        "others could not see."
    ),
    (
        "A nurse noticed that the baby was not gaining weight, and she wrote to the practice, which had no "
        "appointment for a month."
    ),
    (
        "The school spoke with the grandmother at the gate, and what she said about the nights at home went "
        "no further than the office."
    ),
    (
        "Two assessments were finished in the same spring, and neither of them mentions the man who had lived "
        "in the house since winter."
    ),
    (
        "Workers told the review that they had liked the mother, and that this had made some questions harder "
        "to ask than others."
    ),
    (
        "A police officer came to the house on a Sunday, saw three children asleep, and sent a notification "
        "that arrived a week later."
    ),
    (
        "When the plan ended nobody wrote down what would have to happen for it to start again, and two "
        "months later it should have."
    ),
    (
        "The housing officer knew about the damp and about the debts, and was not asked to any of the "
        "meetings about the children."
    ),
)


@dataclass(frozen=True)
class Piece:
    """A part of a report: what it is, its text, and the items or rows in it.

    ``kind`` is the section that it should be found in, if it is a point; ``para`` where it is taught.
    """

    look: str
    text: str = ""
    level: int = 0
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Expected:
    """A point that should be found: in which kind of section, by how it begins, and in which paragraph (if in one)."""

    kind: str
    begins: str
    paragraph: str = ""


@dataclass(frozen=True)
class Report:
    """A whole report, and the points that are in it."""

    name: str
    pieces: tuple[Piece, ...]
    expected: tuple[Expected, ...]


def title(text: str) -> Piece:
    return Piece("title", text)


def h(text: str, level: int = 1) -> Piece:
    return Piece("heading", text, level)


def para(text: str) -> Piece:
    """A paragraph that has a number."""
    return Piece("numbered", text)


def text(words: str, label: str = "") -> Piece:
    """A paragraph without a number; ``label`` stands before it in bold."""
    return Piece("text", words, label=label)


def bullets(*items: str) -> Piece:
    return Piece("bullets", items=items)


def table(*rows: Sequence[str]) -> Piece:
    """A table; a cell with several lines holds paragraphs, and items where they start with a bullet."""
    return Piece("table", rows=tuple(tuple(row) for row in rows))


def story(start: int, many: int) -> Iterator[Piece]:
    """Numbered paragraphs of what happened."""
    return (
        para(f"{STORY[number % len(STORY)]} {STORY[(number + 3) % len(STORY)]}")
        for number in range(start, start + many)
    )


# ── one: a summary of a page or two, all headings and bullets ────────────────────────────────────────────────────────

SUMMARY_POINTS = {
    "Key findings:": (
        "findings",
        "Keeping children safe at home with their families is still hard, and neglect is seen late",
        "Finding the right home for a child in care needs choice, clear roles and people who ask questions",
        "A child in care who may harm herself needs a written plan for suicide prevention",
    ),
    "Strengths in practice with Child T:": (
        "strengths",
        "A whole package of care gave her some happy years with foster carers",
        "Staff knew her well, and it shows in how they write about her",
    ),
    "Key learning points for practitioners:": (
        "learning-practitioners",
        "Act on the first worries, with an Early Help Assessment, and write down what you decide",
        "Use the neglect tools that there are, and bring them to the meeting",
        "See every child of the family on their own, and ask what a day is like",
        "Think who has not been asked yet, and share what you know",
        "Look at the risk again when something changes, and escalate if it does not fall",
    ),
    "Key learning points for managers:": (
        "learning-managers",
        "Promote chronologies and genograms, and read them in supervision",
        "Back a worker who takes a case to the panel for complex children",
    ),
    "Key learning points for the safeguarding system:": (
        "learning-system",
        "Every agency should bring its part to an assessment before there is a court case",
        "Work with schools and nurseries is needed so that Early Help is used early",
        "Homes outside the county should be checked against a written standard, by day and by night",
        "Health and social care should agree on words for what a child in care needs",
    ),
}

ONE = Report(
    "a one-page summary",
    (
        title("Learning from the Serious Case Review for Child T"),
        text(f"{PARTNERSHIP}"),
        h("Background to review"),
        text(f"This summary holds what was learned from a review that began after the death of Child T. {STORY[0]}"),
        text(f"{STORY[4]} {STORY[5]}"),
        *(piece for head, (_, *points) in SUMMARY_POINTS.items() for piece in (h(head), bullets(*points))),
        h("Themes in common with other Northmoor reviews:"),
        bullets("Neglect that is seen early", "Working with children who live with trauma"),
        h("If you do one thing....."),
        text("Make each plan about the whole child, at home, at school and with friends:"),
        bullets("Have all the children been heard?", "Does everybody know the risk?"),
        h("National Learning from this Review"),
        text("There are too few homes for children with complex needs in all of the country."),
        h("Did you know? The following links offer useful further information:"),
        bullets("The toolkit of all agencies"),
    ),
    tuple(Expected(kind, point[:40]) for kind, *points in SUMMARY_POINTS.values() for point in points),
)

# ── two: forty pages, "Learning:" in the running text, all of it again in plain lines at the end ─────────────────────

LESSONS = (
    "That workers should be clear about their part in making a child's legal rights count in every decision.",
    "Being told that all is well can put an end to professional curiosity. Seek out the daily life of the child.",
    "A view over several years helps workers to see that a child is in decline, and not only in crisis.",
    "A refusal of help should not be taken at face value: explore with the family what stands in the way.",
    "In any setting that a child attends, workers may talk with grandparents: “Who is this child to you?”",
    "It is hard for a relative to say a worry aloud about a child they love; be curious about what holds them back.",
    "Practitioners should think across a family's history for patterns, with chronologies and with genograms.",
    "Check what you see against what others have seen, and write down where the two do not agree.",
    "For those who manage people in hard posts, it is vital to talk about what the work does to decisions.",
    "A child who has a safety plan should be asked whether it works, and what would make it better.",
)
PROPOSALS = (
    "The Business Team to make a short film about emotional abuse, and each agency to show who has watched it.",
    "The Partnership to consider how a pattern of refusals can be seen and acted on by all agencies together.",
    "Referrals and assessments of risk must say what the online world does to the children of the family.",
    "As part of its work with charities, the Partnership should reach private counsellors who see children.",
    "The reviewer to write to the national Panel about reviews that double each other after a death.",
)


def _two() -> Report:
    pieces: list[Piece] = [
        title("Local Child Safeguarding Practice Review"),
        text("“Iris and Fern”"),
        text(PARTNERSHIP),
        h("Contents"),
        *(
            Piece("contents", f"{line}\t{page}")
            for line, page in (
                ("A letter to Iris's friends", 2),
                ("Terms of reference", 3),
                ("The Learning Themes", 5),
                ("Summary of learning points", 21),
                ("Recommendations", 23),
            )
        ),
        h("A letter to Iris's friends and family from the independent reviewer."),
        text(
            "The organisations that wrote this report are sorry for what happened. Iris was funny, and she was loved."
        ),
        text("This review has many learning points to help workers to listen. They stand at the end of the report."),
        h("Introduction"),
        para("This Local Child Safeguarding Practice Review was commissioned after Iris died."),
        *story(0, 3),
        h("Terms of Reference: Methodology, Agency and Family Participation in this review."),
        *story(2, 3),
        h("Background and Summary of Interventions."),
        *story(1, 6),
        h("The Learning Themes."),
    ]
    expected: list[Expected] = []
    number = 13
    for theme in range(5):
        pieces.append(h(f"Theme {theme + 1}: How was the life of the two sisters understood?", 2))
        for lesson in LESSONS[theme * 2 : theme * 2 + 2]:
            pieces += [*story(number, 2), text(lesson, "Learning: ")]
            number += 2
            expected.append(Expected("learning", lesson[:40], str(number)))
        pieces += [*story(number, 1), text(PROPOSALS[theme], "Recommendation: ")]
        number += 1
        expected.append(Expected("recommendations", PROPOSALS[theme][:40], str(number)))
    pieces += [
        h("Summary of learning points"),
        *(text(lesson) for lesson in LESSONS),
        text("Parents should be told what a safety plan is for, and what it cannot do."),
        h("Conclusions and recommendations"),
        text(f"Learning about these two lives has been hard for all who took part. {STORY[3]}"),
        h("Recommendations", 2),
        *(text(proposal, f"Recommendation {place}: ") for place, proposal in enumerate(PROPOSALS, 1)),
    ]
    expected.append(Expected("learning", "Parents should be told what a safety plan"))
    return Report("a long report with “Learning:” in its text", tuple(pieces), tuple(expected))


TWO = _two()

# ── three: a letter to the child, lettered points, recommendations in words ──────────────────────────────────────────

LETTERED = (
    "Good practice grows in a culture in which people take responsibility and look for help for families.",
    "To understand the history of domestic abuse, and what it did to the survivor, is key to any plan.",
    "It is vital that workers check again and again what a parent has understood of what was offered.",
    "Watching how carers and small children are together shows what the life of a child is like.",
    "One clear goal for what should change helps workers to see when their help does not work.",
    "The need to ask about fathers and other men in the family is well known, and still it is not met.",
    "Some workers may see a child badly hurt once in a working life; they should have support.",
    "Challenge and escalation should be part of everyday practice, and people should know the policy.",
)
IN_WORDS = (
    ("One", "All agencies should look through the records of a family when a referral is made and a worker is named."),
    ("Two", "That the Partnership considers how best to bring GPs back into real relations with other workers."),
    (
        "Three",
        "That guidance on planning together is given to all who work with families. Plans are read again, and should :",
    ),
    ("Four", "The statutory partners should review how people who are a risk to children are flagged by each agency."),
)
SHOULD = ("agree what should be different;", "say what the help is for;", "follow how it goes.")


def _three() -> Report:
    pieces: list[Piece] = [
        title("Local Safeguarding Practice Review 'Rowan' for Northmoor Safeguarding Children Partnership"),
        h("Introduction for Rowan: why has this report been written?"),
        para("Dear Rowan, I hope that you will read this one day. It is about you and about Ash, who is your brother."),
        para("I write reports for my work, and I did not know the people who came to your house, or your nursery."),
        h("Summary of the report for Rowan"),
        *story(2, 3),
        h("Terms of reference, methodology and timescales for this LCSPR"),
        para("The incident which caused the injuries to Rowan took place in March 2022. A Rapid Review was held."),
        para("This is a multi-agency Local Child Safeguarding Practice Review of what agencies did."),
        h("Summary of the case and professional intervention."),
        *story(0, 4),
        h("Local Learning Themes and their relevance for this case."),
    ]
    expected: list[Expected] = []
    number = 11
    looks = ("Learning point ({}) : ", "Learning point ({}): ", "Learning Point ({}) ")
    for place, (letter, lesson) in enumerate(zip("abcdefgh", LETTERED, strict=True)):
        if place % 3 == 0:
            pieces.append(
                h(f"How was {('history', 'risk', 'help')[place // 3]} in the family understood by professionals", 2)
            )
        pieces += [*story(number, 3), text(lesson, looks[place % 3].format(letter))]
        number += 3
        expected.append(Expected("learning", lesson[:40], f"{number} ({letter})"))
        if place % 2:
            word_, proposal = IN_WORDS[place // 2]
            pieces += [*story(number, 1), text(proposal, f"Recommendation {word_}: ")]
            number += 1
            expected.append(Expected("recommendations", proposal[:40], str(number)))
            pieces += [bullets(*SHOULD)] if proposal.endswith(":") else []
    pieces += [
        h("Conclusions and additional learning arising from the review process."),
        *story(3, 3),
        h("Recommendations"),
        *(
            piece
            for word_, proposal in IN_WORDS
            for piece in (
                text(proposal, f"Recommendation {word_}: "),
                *([bullets(*SHOULD)] if proposal.endswith(":") else []),
            )
        ),
        h("Thanks"),
        text("This is to thank all those who took part."),
    ]
    return Report("a report with lettered points", tuple(pieces), tuple(expected))


THREE = _three()

# ── four: how the impact of learning was measured: bullets, key messages of the family, two action plans ─────────────

POINTS = (
    "How can the voice of a child be heard and understood, when the child does not speak?",
    "When a disabled child has injuries that are said to be self-inflicted, more needs to be asked.",
    "Child abuse is hard to think of, even for people with years of practice. They must ask again.",
)
IMPROVEMENTS = (
    "The Business Team will tell all agencies again about the policy on escalation and challenge.",
    "Change the forms of the minor injury units so that they ask for consent to share.",
    "Seek assurance that worries in emergency departments reach people who are senior enough.",
)
MESSAGES = (
    "Don't let a disability be a reason not to look further.",
    "You cannot close a case for something that people say they are going to do.",
    "It is better to tell too many people than not enough.",
    "Ask the right questions, and not only questions.",
)
ACTIONS = (
    (
        "Each service manager will read the last 30 cases that were stepped down.",
        "• Know whether the protocols are used.",
        "March 2020",
    ),
    (
        "The hospital trust will look again at how head injuries are assessed.",
        "• Staff think the unthinkable.",
        "March 2020",
    ),
    (
        "The ambulance service will go over its pathway for referrals.",
        "• Crimes are thought of.\n• Referrals are in time.",
        "April 2020",
    ),
    ("The council will write to all nurseries about the front door.", "• Nurseries know their duties.", "May 2020"),
)
LATER_ACTIONS = (
    (
        "The Partnership to hold an event for practitioners about this case.",
        "• See how practice has changed.",
        "February 2022",
    ),
    ("The Partnership to make a webinar out of what was learned.", "• Reach people in all agencies.", "July 2022"),
)
PLAN = ("No.", "Action", "Expected outcome(s)", "Target date", "Progress")


def _plan(actions: Sequence[tuple[str, str, str]]) -> Piece:
    return table(PLAN, *((f"{place}.", *action, "COMPLETE") for place, action in enumerate(actions, 1)))


FOUR = Report(
    "a report on impact, with action plans",
    (
        title("Local Child Safeguarding Practice Review ‘Out of View’"),
        text("“Be prepared to believe it.” (Family member)"),
        h("1. Context"),
        text(f"The child was of pre-school age and died in 2019. {STORY[1]}"),
        text(STORY[2]),
        h("2. Rapid Review"),
        text(f"A Rapid Review meeting was held in the next spring. {STORY[3]}"),
        h("3. Measuring Impact: Methodology"),
        text(f"In November the Partnership devised a method. {STORY[4]}"),
        h("3.1 Engagement with Family (February 2022)", 2),
        text(f"Three members of the family were invited. {STORY[5]}"),
        h("Key messages for professionals", 3),
        text("The family were asked for the key messages that they would like to share. They were:"),
        *(text(f"{place}) {message}") for place, message in enumerate(MESSAGES, 1)),
        h("3.2 Practice Event (February 2022)", 2),
        text(f"The groups were asked to think about what they would do now. {STORY[6]}"),
        table(("Agency/Service", "No. attended"), ("Police", "5"), ("Portage", "3")),
        h("4. Conclusions and Recommendations"),
        text(f"The review shows what has changed. {STORY[7]}"),
        h("Additional learning points", 2),
        text("Through this work, a number of learning points have been identified that partners should be mindful of:"),
        bullets(*POINTS),
        h("Suggested improvements", 2),
        text("From what was gathered, it is suggested that consideration be given to the following:"),
        bullets(*IMPROVEMENTS),
        h("Appendix 1 – Action Plan 1"),
        _plan(ACTIONS),
        h("Appendix 2 – Action Plan 2 (December 2021)"),
        _plan(LATER_ACTIONS),
    ),
    (
        *(Expected("family", message[:40]) for message in MESSAGES),
        *(Expected("learning", point[:40]) for point in POINTS),
        *(Expected("recommendations", point[:40]) for point in IMPROVEMENTS),
        *(Expected("recommendations", action[0][:40]) for action in (*ACTIONS, *LATER_ACTIONS)),
    ),
)

# ── five: a digest: tables of cases, with learning and recommendations in one column ─────────────────────────────────

CASES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Feb 2021 – Eastvale – Baby N",
        (
            ("learning", "see the needs of a new baby apart from those of the family"),
            ("learning", "a mark on a baby who cannot move is always a question"),
            ("recommendations", "review how new birth visits are carried out"),
        ),
    ),
    (
        "May 2021 – Westbrook – Child M",
        (
            ("learning", "ask where the father is, each time that a plan is made"),
            ("learning", "a missed appointment tells something about neglect"),
            ("recommendations", "make sure that all services have the policy on children not brought"),
            ("recommendations", "look at how consent is asked for in schools"),
        ),
    ),
    (
        "Jun 2021 – Southfield – Jo",
        (
            ("learning", "a young person who goes missing is running from something"),
            ("recommendations", "offer supervision to staff of children's homes"),
        ),
    ),
)


def _lessons(points: Sequence[tuple[str, str]]) -> str:
    lines = []
    for kind, label in (("learning", "Learning:"), ("recommendations", "Recommendations:")):
        lines += [label, *(f"• {point}" for found, point in points if found == kind)]
    return "\n".join(lines)


FIVE = Report(
    "a digest of tables",
    (
        title("Lessons Learned Research Digest"),
        text("Issue 4 – October 2021"),
        text("This bulletin shares messages from reviews that were published of late, and from what was learned here."),
        h("Regional Learning"),
        table(("CASE", "REPORT"), ("March 2021\nNorthmoor – Child P", "Practice Review;\nA child was hurt at home.")),
        h("National Learning - Children"),
        table(
            ("CASE", "KEY ISSUES", "LEARNING & RECOMMENDATIONS"),
            *((name, STORY[place], _lessons(points)) for place, (name, points) in enumerate(CASES)),
        ),
    ),
    tuple(Expected(kind, point[:40]) for _, points in CASES for kind, point in points),
)

REPORTS = (ONE, TWO, THREE, FOUR, FIVE)


# ── as files ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def as_docx(report: Report, *, typed: bool) -> bytes:
    """A Word file. ``typed``: its numbers stand in the text, else Word counts them."""
    numbers = count(1)
    return word.docx("".join(_word(piece, numbers, typed=typed) for piece in report.pieces))


def _word(piece: Piece, numbers: Iterator[int], *, typed: bool) -> str:
    if piece.look == "table":
        return word.table(*piece.rows)
    if piece.look == "bullets":
        return "".join(word.p(f"·\t{item}") for item in piece.items) if typed else word.bullets(*piece.items)
    if piece.look == "numbered":
        return word.p(f"{next(numbers)}. {piece.text}") if typed else word.numbered(piece.text)
    style = {"title": "Title", "heading": f"Heading{piece.level}", "contents": "TOC1"}.get(piece.look, "")
    return word.p(piece.text, style, label=piece.label)


def as_pdf(report: Report) -> bytes:
    """A PDF with a header, a footer with page numbers, and columns in one part."""
    from weasyprint import HTML  # noqa: PLC0415 - it is there only where PDFs are made

    numbers = count(1)
    pages = BytesIO()
    HTML(string=LOOK + "".join(_html(piece, numbers) for piece in report.pieces)).write_pdf(pages)
    return pages.getvalue()


LOOK = """<style>
@page { size: A4; margin: 2.4cm; @top-center { content: "Northmoor, report to the Partnership" }
  @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
body { font: 11pt/1.35 sans-serif } h1 { font-size: 22pt } h2 { font-size: 16pt } h3 { font-size: 13pt }
h4 { font-size: 11pt }
p.numbered { margin-left: 1cm; text-indent: -1cm } p.contents { white-space: pre }
td { border: 1px solid; padding: 4pt }
table { border-collapse: collapse; width: 100% }
</style>"""


def _html(piece: Piece, numbers: Iterator[int]) -> str:
    said = escape(piece.text)
    if piece.look == "table":
        return f"<table>{''.join(_html_row(row) for row in piece.rows)}</table>"
    if piece.look == "bullets":
        return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in piece.items)}</ul>"
    if piece.look in ("title", "heading"):
        return f"<h{piece.level + 1}>{said}</h{piece.level + 1}>"
    if piece.look == "numbered":
        return f'<p class="numbered">{next(numbers)}. {said}</p>'
    if piece.look == "contents":
        return f'<p class="contents">{said.replace(chr(9), " ........ ")}</p>'
    return f"<p><b>{escape(piece.label)}</b>{said}</p>"


def _html_row(row: Sequence[str]) -> str:
    cells = (escape(cell).replace("\n", "<br>") for cell in row)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
