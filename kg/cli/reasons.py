"""Why a name is what it is in the graph: `kg explain`."""

import os
from typing import TYPE_CHECKING

import click

from kg.cli.options import Run, pass_run, store_option
from kg.cli.tables import Table, print_table
from kg.cli.terminal import to_plain

if TYPE_CHECKING:
    from kg.link import Explanation, Refusal


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Show the first N mentions of each only.")
@store_option
@pass_run
def explain(run: Run, name: str, limit: int | None) -> None:
    """Show why a name is what it is in the graph.

    For everything that bears NAME (or has that IRI): each mention with its sentence, the layer that found it and its
    score; which names were joined by which rule or judgement; what came close and was kept apart.
    """
    from kg import pipeline

    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("explaining"):
        explanations, headlines = pipeline.explain_name(store, os.fsencode(name).decode("utf-8", "replace"), run.config)
    for place, explanation in enumerate(explanations):
        if place:
            click.echo()
        click.echo("\n".join(map(to_plain, _describe(explanation))) + "\n")
        print_table(_to_table(explanation, headlines, limit))


def _describe(explanation: "Explanation") -> list[str]:
    """What stands above the mentions: which thing it is, and how it came to be one."""
    entity = explanation.entity
    lines = [f"{entity.label}, {entity.cls}", entity.iri]
    lines += [f"same as: {iri}" for iri in entity.same_as]
    if entity.alternatives:
        lines.append(f"other names: {'; '.join(entity.alternatives)}")
    found = "; ".join(f"{_describe_key(key)} in {_count(count)}" for key, count in explanation.keys)
    if explanation.rules:
        lines.append(f"joined by {', '.join(explanation.rules)}: {found}")
    else:
        lines.append(f"found as: {found}")
    lines += [f"judgement: {judgement}" for judgement in explanation.judgements]
    return lines + [f"kept apart: {_describe_refusal(refusal)}" for refusal in explanation.refusals]


def _describe_key(key: str) -> str:
    """A key of the linker for people: "=" leads the gazetteer's ids."""
    return f"the known name {key.removeprefix('=')}" if key.startswith("=") else f'"{key}"'


def _count(articles: int) -> str:
    return f"{articles} article{'' if articles == 1 else 's'}"


def _describe_refusal(refusal: "Refusal") -> str:
    (cls, one), (_, other) = refusal.one, refusal.other
    return f"{_describe_key(one)} and {_describe_key(other)} ({cls}), close by {refusal.rule}: {refusal.reason}"


def _to_table(explanation: "Explanation", headlines: dict[str, str], limit: int | None) -> Table:
    rows = [
        (seen.text, seen.mention.layer, f"{seen.mention.confidence:.2f}", seen.sentence, headlines[seen.article])
        for seen in explanation.mentions
    ]
    return Table(("mention", "layer", "score", "sentence", "article"), rows[:limit], len(rows))
