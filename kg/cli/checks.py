"""Whether the graph may say what it says: `kg validate`, `kg verify`."""

import click

from kg.cli.options import Run, pass_run, store_option


@click.command()
@store_option
@pass_run
def validate(run: Run) -> None:
    """Hold the graph against its SHACL shapes."""
    from kg import pipeline

    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("validating"):
        count = pipeline.validate_graph(store)
    run.terminal.tell(f"valid: {count} triples")


@click.command()
@store_option
@pass_run
def verify(run: Run) -> None:
    """Cut every quoted passage from its article again."""
    from kg import pipeline

    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("verifying"):
        count = pipeline.verify_evidence(store)
    run.terminal.tell(f"verified: {count} passages")
