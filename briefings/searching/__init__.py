"""Library -> what a search can find: each place as a small page for Pagefind, and the files beside Pagefind's index."""

from briefings.searching.catalogue import Catalogue, catalogue_of
from briefings.searching.documents import document, document_uri, number_of
from briefings.searching.side_files import entries_json, words_json

__all__ = ["Catalogue", "catalogue_of", "document", "document_uri", "entries_json", "number_of", "words_json"]
