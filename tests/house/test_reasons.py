"""`kg explain`: the reasons that the store's articles and the judgements give."""

from pathlib import Path

from tests.house.stories import Command

ALIASES = """Ferrous Works joins the union

The Guild of Kantele Players (GKP) sued Ferrous Works on Monday. The GKP wants damages, and it wants them soon.
"""
SHORT = """GKP wins

The GKP won its case against Ferrous Works in Oslo. "We are glad," said Ingrid Solheim, president of the GKP.
"""


def test_every_mention_stands_above_its_sentence_with_layer_and_score(kg: Command, store: Path) -> None:
    said = kg("explain", "Osprey Labs", "--store", store)
    assert said.status == 0
    first, iri, *_ = said.out.splitlines()
    assert first == "Osprey Labs, Organization"
    assert iri.startswith("https://")
    assert "osprey" in iri
    head = next(line for line in said.out.splitlines() if line.startswith("mention"))
    assert head.split() == ["mention", "layer", "score"]
    assert "Osprey Labs warned of a loss of human control over advanced systems. - Osprey Labs opposes" in said.out
    assert said.out.splitlines()[-1].endswith(" rows")
    by_iri = kg("explain", iri, "--store", store)
    assert by_iri == said


def test_a_limit_shows_the_first_mentions(kg: Command, store: Path) -> None:
    said = kg("explain", "Osprey Labs", "--limit", 1, "--store", store)
    assert said.out.splitlines()[-1].startswith("1 of ")


def test_what_joined_two_names_is_said(kg: Command, here: Path) -> None:
    (here / "a.txt").write_text(ALIASES, encoding="utf-8")
    (here / "b.txt").write_text(SHORT, encoding="utf-8")
    kg("ingest", "a.txt", "b.txt")
    said = kg("explain", "GKP")
    assert "joined by name learnt in an article: " in said.out
    assert '"gkp" in ' in said.out


def test_judgements_are_named(kg: Command, here: Path) -> None:
    (here / "judgements.txt").write_text(
        "version 1\nsame Organization | Osprey Labs | Helde Robotics\n", encoding="utf-8"
    )
    kg("ingest", "news")
    said = kg("explain", "Helde Robotics")
    assert "judgement: same Organization | Osprey Labs | Helde Robotics" in said.out
    assert "joined by judgement" in said.out


def test_judgements_hold_for_what_was_read_before_them_and_can_be_taken_back(kg: Command, here: Path) -> None:
    kg("ingest", "news")
    before = kg("export", "-o", "-").out
    (here / "judgements.txt").write_text(
        "version 1\nsame Organization | Osprey Labs | Helde Robotics\nrename Person | Nobody | Somebody\n",
        encoding="utf-8",
    )
    said = kg("ingest", "news")
    assert said.out.startswith("0 new, 0 changed, 2 unchanged")
    assert said.err == (
        "judgements.txt line 3: rename Person | Nobody | Somebody: nothing in the store is meant by it\n"
    )
    assert kg("explain", "Helde Robotics").out.count("joined by judgement") == 1
    (here / "judgements.txt").unlink()
    kg("ingest", "news")
    assert kg("export", "-o", "-").out == before


def test_an_unknown_name_gets_the_nearest(kg: Command, store: Path) -> None:
    said = kg("explain", "Osprey Lab", "--store", store)
    assert said.status == 1
    assert said.err.startswith("kg: nothing in the store is named 'Osprey Lab': nearest: Osprey Labs; ")
    assert said.err.count("\n") == 1
