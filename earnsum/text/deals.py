"""Deals: the words by which somebody buys or sells a company, a part of one, or a brand."""

from __future__ import annotations

BOUGHT = r"(?:buy(?:s|ing)?|bought|acquir(?:es?|ed|ing)|purchas(?:es?|ed|ing))"
SOLD = r"(?:sell(?:s|ing)?|sold|divest(?:s|ed|ing)?)"
DEALT = rf"(?:{BOUGHT}|{SOLD})"
DEAL_FOR = r"(?:(?:acquisition|purchase|takeover|sale|divestment|disposal) of)"
"""What is bought or sold stands behind it: "the acquisition of"."""
