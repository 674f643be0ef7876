"""Bounds on what is read: where one is met, the text up to it counts, and a warning says so."""

from __future__ import annotations

import pytest

from earnsum import pipeline
from earnsum.model import Summary
from earnsum.pipeline import Options, summarize
from earnsum.sentences import LONGEST

BEAT = "Acme Corp said it earned $1.58 a share. Analysts had expected $1.49 a share.\n"
CHANGES = "Revenue rose 5% to $3 million in the first store, to $4 million in the second and to $5 million in the third.\n"


def truncated(summary: Summary) -> list[str]:
    return [caveat.message for caveat in summary.warnings if caveat.code == "truncated-input"]


def test_what_is_not_read_in_time_is_said_to_be_unread() -> None:
    [summary] = summarize(BEAT, Options(timeout=-1))
    [warning] = [caveat for caveat in summary.warnings if caveat.code == "truncated-input"]
    assert "too long" in warning.message
    assert warning.span == (0, len(BEAT) - 1)
    assert not summary.results


def test_time_enough_leaves_nothing_out() -> None:
    assert summarize(BEAT, Options(timeout=3600)) == summarize(BEAT)


def test_more_facts_than_an_article_has_are_left_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MOST_FACTS", 10)
    [summary] = summarize(BEAT + CHANGES * 20)
    [message] = truncated(summary)
    assert "10 facts" in message
    assert summary.results[0].verdict == "beat"


def test_a_text_without_stops_is_read_in_pieces() -> None:
    text = BEAT + "profit and loss " * LONGEST + "revenue was $5 million."
    [summary] = summarize(text)
    [message] = truncated(summary)
    assert "in pieces" in message
    assert {row.metric for row in summary.results} == {"eps", "revenue"}


def test_an_ordinary_article_meets_no_bound() -> None:
    [summary] = summarize(BEAT + CHANGES)
    assert not truncated(summary)
