"""Numbers and addresses that lead to one person or a few doors: NHS numbers, postcodes, phones, e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.privacy.finding import Finding
from briefings.privacy.known import Known
from briefings.privacy.word_lists import OFFICES, POSTAL_AREAS

NHS = re.compile(r"(?<![\w./-])\d{3}([ -]?)\d{3}\1\d{4}(?![\w/-])")
NHS_CUE = re.compile(r"\b(?:NHS|CHI|H&C)\b", re.IGNORECASE)
NHS_REACH = 40
POSTCODE = re.compile(
    r"(?<![\w#-])(?:(?P<upper>[A-Z]{1,2})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}"
    r"|(?P<lower>[A-Za-z]{1,2})\d[A-Za-z\d]?[ -]\d(?!st|nd|rd|th)[abd-hjlnp-uw-zABD-HJLNP-UW-Z]{2})(?![\w-])"
)
PHONE = re.compile(
    r"(?<![\w.,/=-])(?:(?:\+|00)44[ -]?(?:\(0\)[ -]?)?|\((?=0\d{2,5}\))0|0)([127](?:[ ()-]{0,2}\d){8,9})(?!\w)"
    r"|(?<!\w)\+(?!44)[1-9]\d{0,2}(?:[ ()-]{0,2}\d){7,11}(?!\w)"
)
"""Landlines and mobiles of the United Kingdom, and any number of another country. 03 and 08 belong to no household."""

EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}(?:@| ?[\[(]at[\])] ?)[\w-]+(?:\.[\w-]+)+")


def nhs_numbers(text: str, _: Known) -> Iterator[Finding]:
    """Ten digits whose checksum is right, and that are spaced as NHS numbers are or stand near the word."""
    for found in NHS.finditer(text):
        near = text[max(0, found.start() - NHS_REACH) : found.end() + NHS_REACH // 2]
        if (found.group(1) or NHS_CUE.search(near)) and is_nhs_number(re.sub(r"\D", "", found.group())):
            yield Finding("privacy-nhs-number", *found.span())


def is_nhs_number(digits: str) -> bool:
    """Whether the tenth of ten digits is the check digit of the nine before it, as the NHS works it out (mod 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def postcodes(text: str, _: Known) -> Iterator[Finding]:
    """Each whole postcode of a postal area that there is."""
    for found in POSTCODE.finditer(text):
        if (found["upper"] or found["lower"]).upper() in POSTAL_AREAS:
            yield Finding("privacy-postcode", *found.span())


def phones(text: str, known: Known) -> Iterator[Finding]:
    """Each phone number that may be a person's, unless the site knows it as public."""
    for found in PHONE.finditer(text):
        digits = national(found.group())
        grouped = not found.group().isdigit()
        if digits not in known.phones and (len(digits) != 10 or (grouped and digits[1] == "1")):
            yield Finding("privacy-phone", *found.span())


def national(number: str) -> str:
    """The digits of a phone number, as they are dialled at home."""
    plain = re.sub(r"\D", "", number.replace("(0)", ""))
    return re.sub(r"^(?:00)?44", "0", plain) if number.lstrip()[:1] == "+" or plain.startswith("0044") else plain


def public_phones(text: str) -> Iterator[str]:
    """The phone numbers in a text that is public by its nature, as :class:`Known` holds them."""
    return (national(found.group()) for found in PHONE.finditer(text))


def emails(text: str, known: Known) -> Iterator[Finding]:
    """Each e-mail address, unless it is known or begins as those of offices do."""
    if "@" not in text and "at)" not in text and "at]" not in text:
        return
    for found in EMAIL.finditer(text):
        name = re.split(r"[@\[( ]", found.group().lower())[0]
        if found.group().lower() not in known.emails and OFFICES.isdisjoint(re.split(r"[._+-]", name)):
            yield Finding("privacy-email", *found.span())
