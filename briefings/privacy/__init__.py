"""Private details in what an author wrote, found and never shown.

Somebody who knows a family can tell who a child is from a date, a place or a name. This package finds such details by
their look: the text of a file (:func:`details`), its name (:func:`details_of_name`), and what a photo or a document
says of itself (:func:`given_away`). It knows no review and no site: :class:`Known` says what is public.
"""

from briefings.privacy.attachments import ATTACHMENTS, LARGEST, given_away
from briefings.privacy.documents import UnreadableError
from briefings.privacy.finding import TOLD, Finding
from briefings.privacy.known import Known, words
from briefings.privacy.masking import Mask, masked
from briefings.privacy.numbers import public_phones
from briefings.privacy.searching import details, details_of_name

__all__ = [
    "ATTACHMENTS",
    "LARGEST",
    "TOLD",
    "Finding",
    "Known",
    "Mask",
    "UnreadableError",
    "details",
    "details_of_name",
    "given_away",
    "masked",
    "public_phones",
    "words",
]
