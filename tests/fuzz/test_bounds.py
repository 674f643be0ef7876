"""Bounds on what is read: where one is met, the text up to it counts, and a warning says so."""

from __future__ import annotations

import json
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import regex
from test_cli import run

from earnsum.commandline.batch import Reading
from earnsum.commandline.timelimit import time_limit
from earnsum.intake.article import Article
from earnsum.model import Summary
from earnsum.pipeline import summarize
from earnsum.reading import sentences
from earnsum.reading.options import Options
from earnsum.render import Format, View
from earnsum.text.sentences import LONGEST

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
    monkeypatch.setattr(sentences, "MOST_FACTS", 10)
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


SLOW = r"^(a|aa)+$"
"""A pattern that takes the exponential of a text's length."""


def hang(*_: object, **__: object) -> Article:
    regex.search(SLOW, "a" * 60 + "!")
    message = "the pattern is not slow"
    raise AssertionError(message)


def test_an_input_that_hangs_is_given_up_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hangs").write_text(BEAT)
    work = Reading(Options(timeout=0.05), Format.JSONL, View(), 1000)
    with monkeypatch.context() as patched:
        patched.setattr("earnsum.intake.article.read_article", hang)
        done = work(str(tmp_path / "hangs"))
    assert done.failure
    assert done.failure.code == "timeout"
    assert "--timeout" in done.failure.message
    assert json.loads(done.piece.text)["error"]["code"] == "timeout"
    assert Reading(Options(timeout=60), Format.JSONL, View(), 1000)(str(tmp_path / "hangs")).found


def test_a_limit_leaves_no_alarm_behind() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with time_limit("x", 60):
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_outside_the_main_thread_there_is_no_alarm_and_no_fault() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: Reading(Options(timeout=60), Format.CSV, View(), 1000)("nowhere")).result().failure


def test_the_command_stops_in_time(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(BEAT * 20_000)
    ran = run("-f", "jsonl", "--timeout", "0.2", "long.txt", cwd=tmp_path)
    record = json.loads(ran.out)
    assert "error" in record or any(warning["code"] == "truncated-input" for warning in record["warnings"])
