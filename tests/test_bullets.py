"""The telegraphic summaries of ECTSum: nearly every bullet on earnings a share, revenue or an outlook gives its row."""

from __future__ import annotations

import pytest
import tool_bullets

SHARES = {"eps": 0.99, "revenue": 0.99, "outlook": 0.94}
"""Of the bullets of each kind; 666 of 668, 322 of 322 and 411 of 437 are read, 98 % of all (tool_bullets prints the others)."""


@pytest.mark.skipif(not tool_bullets.BULLETS.exists(), reason="the summaries are not beside the checkout")
def test_bullets_give_rows() -> None:
    found, wanted, _ = tool_bullets.count()
    assert {kind: found[kind] / wanted[kind] >= share for kind, share in SHARES.items()} == dict.fromkeys(SHARES, True)
