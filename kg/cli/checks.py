"""Whether the graph may say what it says: `kg validate`, `kg verify`."""

import click

from kg.cli.options import Run, pass_run, store_option


@click.command()
@store_option
@pass_run
def validate(run: Run) -> None:
    """Hold the graph against its SHACL shapes."""
    from kg import pipeline
    from kg.graph import validate as hold_against_shapes

    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("validating"):
        count = hold_against_shapes(store.triples(), store.base)
    run.terminal.tell(f"valid: {count} triples")


@click.command()
@store_option
@pass_run
def verify(run: Run) -> None:
    """Cut every quoted passage from its article again."""
    from kg import pipeline
    from kg.graph import verify as cut_again

    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("verifying"):
        count = cut_again(store.oxigraph)
    run.terminal.tell(f"verified: {count} passages")
