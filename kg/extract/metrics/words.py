"""The word lists of `ontology/quantities/metrics.toml`, each as a set or a mapping, read once."""

from functools import cache

from kg.extract.quantities.tables import load_table


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """One list of the table."""
    return frozenset(load_table("metrics")[section][key])


@cache
def verb_names() -> dict[str, str]:
    """What a quantity is called after each verb that has a name for it, by lemma."""
    return dict(load_table("metrics")["verbs"])


@cache
def kinds() -> dict[str, frozenset[str]]:
    """The nouns of what only things of one class have, by class."""
    return {cls: frozenset(nouns) for cls, nouns in load_table("metrics")["kinds"].items()}


@cache
def least_large_count() -> int:
    """The count from which on even what is seldom worth counting is a figure."""
    return int(load_table("metrics")["counts"]["large"])


@cache
def largest_small_count() -> int:
    """The largest count that is no figure when it stands alone."""
    return int(load_table("metrics")["counts"]["too_small"])
