"""
E-mail and saved pages (MHTML): the part that holds the article.

Both are MIME; a browser's "single file" page is a mail whose body is the page.
The standard library undoes the transfer encodings; which part counts is ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from earnsum.intake.dates import iso_date
from earnsum.patterns import regex

if TYPE_CHECKING:
    from email.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPart:
    """The body of a message: its bytes, what it says they are, and what the headers say of it."""

    data: bytes
    charset: str | None
    is_html: bool
    title: str | None
    published: str | None
    url: str | None


_HEADER = regex.compile(rb"(?:From [^\n]{1,200}+\r?\n)?[A-Za-z][A-Za-z0-9-]{1,60}+:[ \t]*+[^\n]*+\r?\n")
_KNOWN = regex.compile(
    rb"(?mi)^(?:mime-version|content-type|received|message-id|delivered-to|return-path|snapshot-content-location):"
)
_FROM = regex.compile(rb"(?mi)^from:[^\n@]++@")
_TO = regex.compile(rb"(?mi)^(?:to|subject|date):")
_HEAD = 16_384
_REPLY = regex.compile(r"(?i)^(?:(?:re|fwd?|aw|wg|tr)\s*+:\s*+|\[[^\]]{1,30}\]\s*+)++")


def is_mail(data: bytes) -> bool:
    r"""
    Tell whether bytes begin with the headers of a message.

    >>> is_mail(b"From: desk@globex.example\nSubject: Results\n\nProfit rose."), is_mail(b"Update: profit rose.\n\nMore.")
    (True, False)
    """
    if not _HEADER.match(data):
        return False
    head = regex.split(rb"\r?\n\r?\n", data[:_HEAD], maxsplit=1)[0]
    return bool(_KNOWN.search(head) or (_FROM.search(head) and _TO.search(head)))


def read_mail(data: bytes) -> MailPart | None:
    """Return the part that holds the article: HTML before plain text, the first of its kind; None where there is none."""
    import email  # noqa: PLC0415  # only this kind of input needs it
    from email import policy  # noqa: PLC0415

    try:
        message = email.message_from_bytes(data, policy=policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart() and not _is_attached(part)]
    except RecursionError:  # messages in messages, deeper than any that was ever sent
        return None
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in parts:
            body = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(body, bytes) and body.strip():
                return MailPart(
                    data=body,
                    charset=part.get_content_charset(),
                    is_html=kind != "text/plain",
                    title=_REPLY.sub("", _header(message, "Subject") or "") or None,
                    published=iso_date(_header(message, "Date")),
                    url=_header(message, "Snapshot-Content-Location"),
                )
    return None


def _is_attached(part: Message) -> bool:
    return "attachment" in str(part.get("Content-Disposition", "")).lower()


_LONGEST = 2000


def _header(message: Message, name: str) -> str | None:
    """Return a header's text with encoded words undone, which takes the square of its length: so of its beginning only."""
    from email.errors import MessageError  # noqa: PLC0415
    from email.header import decode_header, make_header  # noqa: PLC0415

    raw = message.get(name)
    if raw is None:
        return None
    try:
        text = str(make_header(decode_header(str(raw)[:_LONGEST])))
    except (LookupError, ValueError, MessageError):
        text = str(raw)[:_LONGEST]
    return " ".join(text.split()) or None
