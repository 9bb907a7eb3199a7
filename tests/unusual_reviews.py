"""Reviews of a length or shape that nobody should write, and that must still print on one side."""

from collections.abc import Mapping

from tests.builders import review

LONG = "Ask who has not been asked yet, and write down what each of them said and what you did about it."
GIANT = "Ask again, and write down what was said. " * 150
ONE = "## If you do one thing\n\nAsk the child.\n"
HAPPENED = "## What happened\n\nA child was harmed.\n\n"


def listed(heading: str, items: list[str], prefix: str = "") -> str:
    """A section with a list; items that are records get ids."""
    ends = [f" {{#{prefix}{number} .early-help}}" if prefix else "" for number in range(1, len(items) + 1)]
    return f"## {heading}\n\n" + "".join(f"- {item}{end}\n" for item, end in zip(items, ends, strict=True)) + "\n"


def learning(*items: str) -> str:
    return listed("Learning for practitioners", list(items), "p")


SIXTY = "".join(
    listed(f"Learning for {whom}", [LONG] * 20, prefix)
    for whom, prefix in (("practitioners", "p"), ("managers", "m"), ("the safeguarding system", "y"))
)
TABLE = "| Day | What was known |\n| --- | --- |\n" + "| Monday | That nobody had asked. |\n" * 12
MANY = [f"{LONG} ({number})" for number in range(1, 31)]

OTHER_FONTS = "letters-of-other-fonts"
"""What is printed of these depends on the fonts of the machine."""

REVIEWS: Mapping[str, str] = {
    "sixty-points": review(HAPPENED + SIXTY + ONE, summary=" ".join(["A word."] * 30)),
    "thirty-of-everything": review(
        HAPPENED
        + learning(*MANY)
        + listed("What worked well", MANY, "s")
        + listed("Questions for your team", MANY)
        + ONE
        + "\n"
        + "".join(f"- {check}\n" for check in MANY)
    ),
    "a-giant-point": review(HAPPENED + learning(LONG, GIANT, LONG) + ONE),
    "a-giant-first-point": review(HAPPENED + learning(GIANT, LONG) + ONE),
    "a-giant-story": review(f"## What happened\n\n{GIANT}\n\n{GIANT}\n\n" + learning(LONG) + ONE),
    "a-table-in-the-story": review(f"## What happened\n\nThis was known.\n\n{TABLE}\n" + learning(LONG) + ONE),
    "words-too-long-for-a-line": review(
        HAPPENED + learning(*["un" * 90, "x" * 400, f"https://{'a' * 300}.example/"]) + ONE
    ),
    OTHER_FONTS: review(HAPPENED + learning(*["Gofyn i’r plentyn: ŵyr ŷ. " * 8, "漢字" * 90, "🙂 " * 90] * 3) + ONE),
    "a-long-title": review(HAPPENED + learning(*MANY) + ONE, title="A child whose name is long " * 9),
    "three-one-things": review(
        HAPPENED
        + learning(*MANY)
        + ONE
        + "".join(f"\n## If you do one thing: {whom}\n\n{LONG}\n\n- {LONG}\n" for whom in ("managers", "leaders"))
    ),
    "next-to-nothing": review(HAPPENED + learning("Ask.") + ONE),
}
