"""
Filings: the press release inside a submission to the SEC.

A submission is one text of several ``<DOCUMENT>`` parts, each HTML or plain
text; the results stand in exhibit 99.1, and the header names company and day.
"""

from __future__ import annotations

from dataclasses import dataclass

from earnsum.intake.dates import iso_date
from earnsum.patterns import regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """The part of a submission that holds the release, and what the header states."""

    body: str
    company: str | None
    published: str | None


_START = regex.compile(
    r"\s*+(?:-----BEGIN PRIVACY-ENHANCED MESSAGE|<(?:SEC-DOCUMENT|IMS-DOCUMENT|SEC-HEADER|DOCUMENT|SUBMISSION)>)", regex.IGNORECASE
)
_PART = regex.compile(r"<DOCUMENT>((?:[^<]++|<(?!/?DOCUMENT>))*+)(?:</DOCUMENT>)?", regex.IGNORECASE)
_TYPE = regex.compile(r"<TYPE>[ ]*+([^\s<]++)", regex.IGNORECASE)
_TEXT = regex.compile(r"<TEXT>\s*+", regex.IGNORECASE)
_TEXT_END = regex.compile(r"\s*+</TEXT>\s*+\Z", regex.IGNORECASE)
_WRAPPER = regex.compile(r"\A\s*+<(XBRL|XML|PDF)>\s*+|\s*+</(?:XBRL|XML|PDF)>\s*+\Z", regex.IGNORECASE)
_PAGE_MARK = regex.compile(r"<(?:PAGE|CAPTION|S|C|FN|F[0-9])>|</?TABLE>", regex.IGNORECASE)
_COLUMN_MARKS = regex.compile(r"(?m)^[ \t]*+(?:<(?:CAPTION|S|C|FN)>[ \t]*+)++\n", regex.IGNORECASE)
_COMPANY = regex.compile(r"COMPANY CONFORMED NAME:[ \t]*+([^\n]++)")
_FILED = regex.compile(r"(?:FILED AS OF DATE|<ACCEPTANCE-DATETIME>):?[ \t]*+([0-9]{8})")
_HEAD = 20_000

# The release is exhibit 99.1; older filings number it 99 or "99.01", and some put the news into the form itself.
_ORDER = (r"EX-99\.0?1", r"EX-99(?:\.\w+)?", r"8-K.*|6-K.*|10-[QK].*", r"(?!GRAPHIC|XML|ZIP|EXCEL|PDF|JSON|EX-101).*")


def is_filing(text: str) -> bool:
    """Tell whether a text is a submission, or one of its documents."""
    return bool(_START.match(text))


def read_filing(text: str) -> Filing:
    r"""
    Return the release of a submission.

    >>> read_filing("<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nProfit rose.\n</TEXT>\n</DOCUMENT>").body
    'Profit rose.'
    """
    head = text[:_HEAD]
    company, filed = _COMPANY.search(head), _FILED.search(head)
    return Filing(
        body=_choose([found[1] for found in _PART.finditer(text)]),
        company=" ".join(company[1].split()) if company else None,
        published=iso_date(filed[1]) if filed else None,
    )


def without_page_marks(text: str) -> str:
    """Drop the marks of old plain-text filings: ``<PAGE>``, ``<CAPTION>``, ``<S>``, ``<C>``."""
    return _PAGE_MARK.sub("", _COLUMN_MARKS.sub("", text))


def _choose(parts: list[str]) -> str:
    for wanted in _ORDER:
        for part in parts:
            kind = _TYPE.search(part, 0, 2000)
            body = _body(part)
            if body and regex.fullmatch(wanted, kind[1].upper() if kind else ""):
                return body
    return ""


def _body(part: str) -> str:
    start = _TEXT.search(part)
    return _WRAPPER.sub("", _TEXT_END.sub("", part[start.end() :] if start else part)).strip()
