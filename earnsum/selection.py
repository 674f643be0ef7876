"""Selection: the rows of a summary that were asked for."""

from enum import StrEnum

from earnsum.model import Row, Summary


class Only(StrEnum):
    """A part of the rows to keep."""

    RESULTS = "results"
    GUIDANCE = "guidance"
    HEADLINE = "headline"
    COMPARED = "compared"


def select(summary: Summary, only: Only | None) -> Summary:
    """Return the summary with the rows that were asked for."""
    if only is None:
        return summary
    results, guidance = summary.results, summary.guidance
    match only:
        case Only.RESULTS:
            guidance = ()
        case Only.GUIDANCE:
            results = ()
        case Only.HEADLINE:
            results, guidance = tuple(row for row in results if is_headline(row)), ()
        case Only.COMPARED:
            results = tuple(row for row in results if row.estimate)
            guidance = tuple(row for row in guidance if row.estimate)
    return summary._replace(results=results, guidance=guidance)


def is_headline(row: Row) -> bool:
    """Tell whether a row is earnings per share or revenue of the whole company."""
    return row.scope is None and row.metric in ("eps", "revenue")
