"""What figures measure and what they are about, one construction a line."""

import re

import pytest

from tests.extract.metrics.reading import figures

CLASSES = {"Tarn": "Organization", "Oakhill": "Organization", "Velo": "AISystem", "Lantern": "Document"}

# sentence with its <names>, value and unit, words that must be in what is measured, what it is about
READ = [
    ("<Tarn> employs 310 people.", "310 UNITLESS", "people employ", "Tarn"),
    ("<Tarn> raised $480 million in a Series B round.", "480000000 USD", "raised Series round", "Tarn"),
    ("The financing valued <Tarn> at $5.2 billion.", "5200000000 USD", "valuation", "Tarn"),
    ("The watchdog fined <Tarn> 92 million euros.", "92000000 EUR", "fine", "Tarn"),
    ("<Velo> writes more than 80% of the merged code.", "80 PERCENT", "merged code", "Velo"),
    ("The share of <Velo>'s users in Asia fell from 41% to 17%.", "17 PERCENT", "share users", "Velo"),
    ("<Tarn>'s revenue grew to $1.2bn.", "1200000000 USD", "revenue", "Tarn"),
    ("The number of firms that <Tarn> serves has doubled.", "2 Times", "number firms", "Tarn"),
    ("<Velo> had 4.3 million monthly users in March.", "4300000 UNITLESS", "monthly users", "Velo"),
    ("<Velo> has been downloaded more than 50 million times.", "50000000 UNITLESS", "times downloaded", "Velo"),
    ("Shares in <Tarn> fell 7.4%.", "7.4 PERCENT", "shares", "Tarn"),
    ("The judge ordered <Tarn> to pay €11.8 million in damages.", "11800000 EUR", "damages", "Tarn"),
    ("The price of a single <Velo> licence rose to $900.", "900 USD", "price licence", "Velo"),
    ("<Velo> reached a 52x speedup on training code.", "52 Times", "speedup", "Velo"),
    ("<Tarn> is 62% owned by the buyout house <Oakhill>.", "62 PERCENT", "owned", "Tarn"),
    (
        "The letter drew <Lantern> signatures from 1,140 engineers and academics.",
        "1140 UNITLESS",
        "engineers academics",
        "Lantern",
    ),
    ("A typical <Velo> test took nine days.", "9 DAY", "test took", "Velo"),
    (
        "<Velo> was trained with 10^25 floating-point operations.",
        "10000000000000000000000000 UNITLESS",
        "operations",
        "Velo",
    ),
    ("<Tarn> runs 1.4 gigawatts of capacity.", "1.4 GigaW", "capacity", "Tarn"),
]


@pytest.mark.parametrize(("marked", "value", "words", "about"), READ)
def test_a_figure_is_read(marked: str, value: str, words: str, about: str) -> None:
    text = re.sub(r"<(\w+)>", lambda match: f"[{match[1]}|{CLASSES[match[1]]}]", marked)
    found = {figure.value: figure for figure in figures(text)}
    assert value in found
    assert about in found[value].about
    measured = found[value].metric.measures.lower()
    assert all(word.lower() in measured for word in words.split()), measured


LAW = [
    "[Kestrel Act|Policy] lets regulators fine a firm up to 7% of turnover.",
    "Under the [Kestrel Act|Policy], providers must report incidents within 72 hours.",
    "Under the [Kestrel Act|Policy], penalties are capped at $400,000.",
    "The [Kestrel Act|Policy] covers any firm with at least 50 workers.",
    "The [Kestrel Act|Policy] took effect. Firms must keep records for four years.",
]


@pytest.mark.parametrize("marked", LAW)
def test_what_a_rule_sets_is_the_rule_s(marked: str) -> None:
    (figure,) = figures(marked)
    assert figure.about[0] == "Kestrel Act"


def test_coordinated_verbs_share_their_subject() -> None:
    found = figures(
        "[Tarn|Organization] employs 310 people and serves more than 140 hospitals and courts in 17 countries."
    )
    assert [(f.value, f.about[0]) for f in found] == [
        ("310 UNITLESS", "Tarn"),
        ("140 UNITLESS", "Tarn"),
        ("17 UNITLESS", "Tarn"),
    ]


def test_what_is_compared_measures_the_same_of_its_own_subject() -> None:
    now, before = figures("[Velo 3|AISystem] solves 63% of the tasks, up from 22% for [Velo 2|AISystem].")
    assert (now.about, before.about) == (("Velo 3",), ("Velo 2",))
    assert before.metric.measures == now.metric.measures


def test_votes_belong_to_the_bill() -> None:
    found = figures("The Senate passed the [Kestrel Act|Policy] by 36 votes to 31.")
    assert [f.value for f in found] == ["36 UNITLESS", "31 UNITLESS"]
    assert all(f.about == ("Kestrel Act",) for f in found)
    assert "votes" in found[0].metric.measures
    assert "against" in found[1].metric.measures


def test_a_pronoun_falls_back_on_the_sentence_before() -> None:
    found = figures("[Velo|AISystem] is popular. It had some 640,000 active users by then.")
    assert found[0].about == ("Velo",)


def test_period_and_baseline() -> None:
    (spent,) = figures("[Velo|AISystem] cost $40 million in 2024, compared with the older model.")
    assert (spent.metric.period, spent.metric.baseline) == ("in 2024", "the older model")
    (ratio,) = figures("[Velo|AISystem] is 3.5x faster than a control group.")
    assert ratio.metric.baseline == "a control group"
