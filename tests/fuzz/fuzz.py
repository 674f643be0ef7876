"""
The coverage-guided fuzzer: bytes in, every format out, all of `truths` asserted.

    pip install -e '.[dev,fuzz]' && PYTHONPATH=tests python tests/fuzz/fuzz.py -max_total_time=3600

Options are libFuzzer's.  What it learns stays in `.fuzz/` at the top of the checkout, so that the next run goes on from there; what
fails is written to `tests/fuzz/found/` as `crash-…`, `timeout-…` or `oom-…`, to be given a name that says what was wrong once that
is mended.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["earnsum"]):
    import earnsum

    for module in pkgutil.walk_packages(earnsum.__path__, "earnsum."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):  # an extra that is not installed
                importlib.import_module(module.name)
    import truths
    from seeds import FOUND, fragments, seeds, sentences

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / ".fuzz"
LONGEST = 8192
DEFAULTS = {"-max_len": LONGEST, "-timeout": 20, "-rss_limit_mb": 2048, "-artifact_prefix": f"{FOUND}/", "-print_final_stats": 1}


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """Return data with something changed: bytes as libFuzzer would, or words, sentences and hostile fragments thrown in."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    at = dice.randint(0, len(data))
    end = min(len(data), at + dice.choice((0, 0, 1, 4, 20, 100)))
    match dice.randrange(8):
        case 0 | 1 | 2:
            return bytes(atheris.Mutate(data, max_size))
        case 3 | 4:
            new = dice.choice(fragments())
        case 5:
            new = b" ".join(dice.choice(fragments()) for _ in range(dice.randint(2, 6)))
        case 6:
            new = dice.choice(sentences()).encode()
        case _:
            new = data[at:end] * dice.randint(2, 40)
    return (data[:at] + new + data[end:])[:max_size]


def test_one_input(data: bytes) -> None:
    truths.check(data)


def main() -> None:
    """Run in the folders that are given, or in the usual one with the seeds written there first."""
    arguments = list(sys.argv)
    if not any(Path(argument).is_dir() for argument in arguments[1:]):
        CORPUS.mkdir(exist_ok=True)
        for seed in seeds():
            (CORPUS / sha256(seed).hexdigest()).write_bytes(seed)
        arguments.append(str(CORPUS))
    given = {argument.partition("=")[0] for argument in arguments}
    options = [f"{name}={value}" for name, value in DEFAULTS.items() if name not in given]
    atheris.Setup([*arguments, *options], test_one_input, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
