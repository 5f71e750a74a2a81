"""The graph in a browser: `kg view`, `kg serve`."""

from pathlib import Path

import click

from kg.cli.options import Run, pass_run, store_option


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE.html")
@store_option
@pass_run
def view(run: Run, output: Path) -> None:
    """Draw the network as one HTML file that needs no connection."""
    from kg import pipeline
    from kg.files import open_whole

    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("drawing"):
        page = pipeline.draw_store(store)
    with open_whole(output) as stream:
        stream.write(page)
    run.terminal.note(f"{output} written")


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="N", help="TCP port on this machine; 0 takes a free one."
)
@store_option
@pass_run
def serve(run: Run, port: int | None) -> None:
    """Serve SPARQL and the network to this machine.

    SPARQL 1.1 Protocol at /sparql, read-only; the network and a query page at /."""
    from kg import pipeline

    with pipeline.open_store(run.config, read_only=True) as store:
        with run.terminal.busy("drawing"):
            server = pipeline.make_server(store, run.config.port if port is None else port)
        with server:
            run.terminal.tell(f"http://127.0.0.1:{server.server_port}/ - stop it with Ctrl-C")
            server.serve_forever()
