"""A real browser for the tests of the page: Chromium as the system has it, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync"
).split()
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def missing() -> str | None:
    """Return what is missing for these tests, and how to get it."""
    try:
        import playwright.sync_api  # noqa: F401, PLC0415 - an extra
    except ImportError:
        return "Playwright is not installed: pip install '.[browser]'"
    return None if CHROMIUM else "no Chromium is installed: apt-get install chromium"


@contextmanager
def launched() -> Iterator[Any]:
    """Start a browser, and stop it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()
