"""Firms: the words by which a text calls a company, by its trade."""

from __future__ import annotations

FIRM = (
    r"(?:company|firm|group|giant|conglomerate|corporation|startup|bank|lender|insurer|broker(?:age)?|exchange"
    r"|retailer|grocer|supermarket|chain|airline|carrier|railroad|railway|utility|miner|explorer|driller|refiner|brewer|distiller"
    r"|(?:home)?builder|developer|contractor|operator|publisher|broadcaster|producer|manufacturer|supplier|distributor|provider"
    r"|[a-z]*maker)"
)
"""As in "the company said", "the chipmaker expects"."""
