"""Read an earnings article: what was reported against what analysts expected."""
