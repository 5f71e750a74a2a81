"""What a figure is about when there is more than one candidate, and how sure that is."""

from kg.extract.metrics import read_metrics
from kg.model import BlockKind, EntityClass
from tests.extract.marked import parse_marked
from tests.extract.metrics.reading import article, figures, figures_of

NAMES = {"Tarn": EntityClass.ORGANIZATION, "Kestrel Act": EntityClass.POLICY, "Velo": EntityClass.SYSTEM}


def test_a_tally_is_of_the_bill_and_of_who_voted() -> None:
    found = figures("The [Senate|Organization] passed the [Kestrel Act|Policy] by 36 votes to 31.")
    assert all(set(f.about) == {"Kestrel Act", "Senate"} for f in found)


def test_a_limit_is_of_one_law_only() -> None:
    (figure,) = figures("The [Kestrel Act|Policy], unlike the [Heron Act|Policy], caps fines at $400,000.")
    assert len(figure.about) == 1


def test_what_is_named_is_surer_than_what_is_guessed() -> None:
    text = "[Tarn|Organization] employs 310 people, [Ostfold|Organization] says. Revenue rose to $5 million."
    resolved = parse_marked(text).resolved
    _, (named, *guessed) = read_metrics(resolved)
    assert named.confidence > guessed[-1].confidence


def test_items_under_a_duty_are_the_rule_s() -> None:
    resolved = article(
        [
            (BlockKind.PARAGRAPH, "Tarn must obey the Kestrel Act.", None),
            (BlockKind.PARAGRAPH, "A company must register if one of these is met:", None),
            (BlockKind.ITEM, "total revenue of at least $5 million;", 1),
        ],
        NAMES,
    )
    assert [f.about[0] for f in figures_of(resolved)] == ["Kestrel Act"]


def test_a_short_heading_is_completed_by_the_caption() -> None:
    resolved = article(
        [
            (BlockKind.ROW, "Model | English", None),
            (BlockKind.CAPTION, "Share of prompts refused", 0),
            (BlockKind.ROW, "Velo | 94%", 0),
        ],
        NAMES,
    )
    (figure,) = figures_of(resolved)
    assert figure.metric.measures == "Share of prompts refused English"
