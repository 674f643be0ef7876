"""
Identity: whose article it is, where the text leaves open what the page or filing around it states.

The text comes first.  Metadata fills in what it lacks: a name where it names nobody, a ticker where it names the same
company; a page that states another company than its text speaks of is not believed.
"""

from __future__ import annotations

from earnsum.intake.article import Article
from earnsum.model import Company
from earnsum.names.words import without_suffix


def identify(told: Company, article: Article) -> Company:
    """
    Return the company of an article's text, completed from what its source states.

    >>> page = Article(text="", company="ACME FOODS INC", ticker="ACM", exchange="NYSE")
    >>> identify(Company(), page), identify(Company(name="Acme"), page).ticker, identify(Company(name="Globex"), page).ticker
    (Company(name='Acme Foods', ticker='ACM', exchange='NYSE'), 'ACM', None)
    """
    stated = _written(article.company)
    if told.name is None and stated is not None:
        return Company(name=stated, ticker=article.ticker, exchange=article.exchange)
    if told.name is None or (stated is not None and not _is_one(told.name, stated)):
        return told
    if told.ticker is None:
        return Company(name=told.name, ticker=article.ticker, exchange=told.exchange or article.exchange)
    if told.ticker == article.ticker:
        return Company(name=told.name, ticker=told.ticker, exchange=told.exchange or article.exchange)
    return told


def _written(name: str | None) -> str | None:
    """Return a stated name as texts write it: without its legal form, and not in the capitals of a form."""
    if name is None:
        return None
    bare = without_suffix(name.title() if name.isupper() and " " in name else name)
    return bare or name


def _is_one(a: str, b: str) -> bool:
    """Tell whether two names may be of one company: all words of one are words of the other."""
    mine, other = (set(name.casefold().split()) for name in (a, b))
    return mine <= other or other <= mine
