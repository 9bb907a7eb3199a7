"""A report, as Word or PDF -> a draft review: read into neutral blocks, recognised, then written as Markdown."""

from briefings.reports.drafts import Imported, import_report
from briefings.reports.refusals import NotImportedError

__all__ = ["Imported", "NotImportedError", "import_report"]
