"""
Subjects: whose figures a sentence gives.

An article on one company names others: rivals beside it, brands inside it.  A
figure belongs to the nearest company named before it; one that reports by
itself ("Globex posted …") is a rival, one that merely stands before a metric
("Globex Cloud revenue") is a part of the company.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from earnsum.companies import NameMark
from earnsum.facts import Fact
from earnsum.mentions import NAME_TAG, Token
from earnsum.model import Company, Span

_DROP = frozenset("inc corp co ltd plc ag se sa nv group holdings holding company the limited corporation com technologies of and & s".split())
_WORD = regex.compile(r"[^\W_]++")
_REPORTS = regex.compile(r"(?:\([KH_]{1,3}\))?[,_(]{0,3}(?:o|[UDbmiqw]|H)")
"""What follows the name of a company that reports: a verb of reporting, of change or of comparison, or its shares."""
_PART = regex.compile(r"(?i)[\s'\w&]{0,12}?\b(?:segment|division|unit|business|arm|brand|banner|region|category)\b")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose figures a sentence gives where it names nobody: the company's (None) or another's."""

    other: str | None = None


def words_of(name: str | None) -> frozenset[str]:
    """Return the words by which a company is known."""
    found = [w.lower() for w in _WORD.findall(name or "")]
    return frozenset(w for w in found if w not in _DROP) or frozenset(found)


def is_same(name: str, company: Company) -> bool:
    """Tell whether a name is the company's: it shares a word with it, or is its ticker or initials."""
    mine, its = words_of(company.name), words_of(name)
    initials = "".join(word[0] for word in _WORD.findall(company.name or "")).lower()
    return bool(mine & its) or name.upper() == (company.ticker or "") or (len(initials) > 1 and name.lower() == initials)


def assign_subjects(
    folded: str, facts: Sequence[Fact], tokens: Sequence[Token], company: Company, before: Speaker
) -> tuple[list[Fact], Speaker]:
    """Return the sentence's facts that are the company's, with the scope that a part's name gives, and who speaks now."""
    if company.name is None:
        return list(facts), Speaker()
    own = words_of(company.name)
    facts = [replace(f, scope=None) if f.scope and words_of(f.scope) <= own else f for f in facts]
    tags = "".join(token.tag for token in tokens)
    names = [(at, token.mark) for at, token in enumerate(tokens) if token.tag == NAME_TAG and isinstance(token.mark, NameMark)]
    speaker = before
    first = next(((at, mark) for at, mark in names), None)
    if any(is_same(mark.name, company) for _, mark in names):
        speaker = Speaker()
    elif first is not None and _REPORTS.match(tags, first[0] + 1) and not _PART.match(folded, first[1].span.end):
        speaker = Speaker(first[1].name)
    kept = []
    for fact in facts:
        near = [(at, mark) for at, mark in names if at < fact.at]
        if not near:
            if speaker.other is None or (names and is_same(names[0][1].name, company)):
                kept.append(fact)
            continue
        at, mark = near[-1]
        if is_same(mark.name, company):
            kept.append(fact)
        elif speaker.other is not None:
            continue
        elif at + 1 < len(tags) and tags[at + 1] == "M" and not fact.scope:
            kept.append(replace(fact, scope=mark.name.lower()))
        elif at > 0 and tags[at - 1] in ",&/;" and _REPORTS.match(tags, at + 1) and not _PART.match(folded, mark.span.end):
            continue
        else:
            kept.append(fact)
    return kept, speaker


def is_new_paragraph(text: str, before: Span | None, sentence: Span) -> bool:
    """Tell whether a sentence begins a paragraph: there nobody speaks but the company."""
    return before is None or "\n" in text[before.end : sentence.start]
