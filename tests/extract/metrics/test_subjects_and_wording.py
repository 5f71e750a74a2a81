"""Whose a figure is and how it is worded: value, bound and subject, one construction of English a line."""

import re

import pytest

from kg.extract.metrics import read_metrics
from kg.extract.stance.claims import qualify_metrics
from kg.model import BlockKind, Comparator, EntityClass, Modality, Polarity
from tests.extract.marked import parse_marked
from tests.extract.metrics.reading import Figure, article, figures, figures_of

CLASSES = {
    "Norvik": "Organization",
    "Halden": "Organization",
    "Quillon": "Organization",
    "Assembly": "Organization",
    "Pavo": "AISystem",
    "Corvus": "AISystem",
    "Beacon Act": "Policy",
    "Harbour Act": "Policy",
    "Outlook": "Document",
    "Ilse Brandt": "Person",
}


def mark(text: str) -> str:
    """The text with the class of each <name> beside it."""
    return re.sub(r"<([\w ]+)>", lambda match: f"[{match[1]}|{CLASSES[match[1]]}]", text)


def assert_reads(text: str, value: str, words: str, about: str) -> None:
    found = {figure.value: figure for figure in figures(mark(text))}
    assert value in found
    assert found[value].about[0] == about
    measured = found[value].metric.measures.lower()
    assert all(word in measured for word in words.split()), measured


# sentence with its <names>, value and unit, words that must be in what is measured, what it is about first of all
SUBJECTS = [
    # the subject of an active clause
    ("<Norvik> employs 840 engineers.", "840 UNITLESS", "engineers", "Norvik"),
    ("<Norvik> spent $70 million on chips.", "70000000 USD", "chips", "Norvik"),
    ("<Norvik> operates 26 data centres.", "26 UNITLESS", "data centres", "Norvik"),
    ("<Norvik> lost $3.4 billion last year.", "3400000000 USD", "lost", "Norvik"),
    ("<Norvik> serves 900 hospitals.", "900 UNITLESS", "hospitals", "Norvik"),
    ("<Norvik> hired 75 researchers in June.", "75 UNITLESS", "researchers", "Norvik"),
    ("<Norvik> bought 12,000 graphics chips.", "12000 UNITLESS", "chips", "Norvik"),
    ("<Pavo> answered 64% of the questions.", "64 PERCENT", "questions", "Pavo"),
    ("<Pavo> supports 38 languages.", "38 UNITLESS", "languages", "Pavo"),
    ("<Pavo> refused 97% of the harmful requests.", "97 PERCENT", "requests", "Pavo"),
    ("<Outlook> names 115 incidents.", "115 UNITLESS", "incidents", "Outlook"),
    # the subject of a passive clause
    ("<Pavo> was trained on 40,000 hours of speech.", "40000 HR", "speech", "Pavo"),
    ("<Pavo> has been installed 2.5 million times.", "2500000 UNITLESS", "installed", "Pavo"),
    ("<Pavo> is used by 350 schools.", "350 UNITLESS", "schools", "Pavo"),
    ("<Outlook> was signed by 420 academics.", "420 UNITLESS", "academics", "Outlook"),
    ("<Norvik> was bought for $640 million.", "640000000 USD", "bought", "Norvik"),
    ("<Norvik> is valued at $18 billion.", "18000000000 USD", "valuation", "Norvik"),
    ("<Norvik> was fined £7 million.", "7000000 GBP", "fine", "Norvik"),
    # a relative clause is about what it stands beside
    ("<Norvik>, which employs 840 people, praised <Halden>.", "840 UNITLESS", "people", "Norvik"),
    ("<Halden> praised <Norvik>, which employs 840 people.", "840 UNITLESS", "people", "Norvik"),
    ("<Norvik>, whose revenue reached $55 million, is growing.", "55000000 USD", "revenue", "Norvik"),
    ("<Halden> sued <Norvik>, which had copied 5,300 songs.", "5300 UNITLESS", "songs", "Norvik"),
    ("<Pavo>, which has 8 million users, is made by <Norvik>.", "8000000 UNITLESS", "users", "Pavo"),
    # possessors
    ("<Norvik>'s revenue reached $55 million.", "55000000 USD", "revenue", "Norvik"),
    ("<Norvik>'s losses widened to $130 million.", "130000000 USD", "losses", "Norvik"),
    ("<Norvik>'s headcount fell to 460.", "460 UNITLESS", "headcount", "Norvik"),
    ("<Norvik>'s workforce shrank by 12%.", "12 PERCENT", "workforce", "Norvik"),
    ("<Norvik>'s valuation rose to $18 billion.", "18000000000 USD", "valuation", "Norvik"),
    ("<Norvik>'s market share is 31%.", "31 PERCENT", "market share", "Norvik"),
    ("<Pavo>'s error rate is 6%.", "6 PERCENT", "error rate", "Pavo"),
    ("<Pavo>'s accuracy rose to 88%.", "88 PERCENT", "accuracy", "Pavo"),
    ("<Pavo>'s price is $30 a month.", "30 USD", "price", "Pavo"),
    # of-phrases
    ("The revenue of <Norvik> reached $55 million.", "55000000 USD", "revenue", "Norvik"),
    ("The accuracy of <Pavo> rose to 88%.", "88 PERCENT", "accuracy", "Pavo"),
    ("The cost of <Pavo> was $9 million.", "9000000 USD", "cost", "Pavo"),
    ("The market value of <Norvik> fell by $2 billion.", "2000000000 USD", "value", "Norvik"),
    ("The number of <Pavo> users reached 15 million.", "15000000 UNITLESS", "users", "Pavo"),
    ("Sales of <Pavo> rose 23%.", "23 PERCENT", "sales", "Pavo"),
    ("Half of <Norvik>'s employees work abroad.", "50 PERCENT", "employees", "Norvik"),
    # fines are of whoever is fined
    ("<Halden> fined <Norvik> £7 million.", "7000000 GBP", "fine", "Norvik"),
    ("<Norvik> was fined £7 million by <Halden>.", "7000000 GBP", "fine", "Norvik"),
    ("<Norvik> must pay a fine of €9 million.", "9000000 EUR", "fine", "Norvik"),
    ("<Norvik> faces a penalty of $45 million.", "45000000 USD", "penalty", "Norvik"),
    ("A court ordered <Norvik> to pay $6 million in damages.", "6000000 USD", "damages", "Norvik"),
    # raises and valuations are of whoever gets the money
    ("<Norvik> raised $260 million.", "260000000 USD", "raised", "Norvik"),
    ("<Norvik> raised $260 million from <Halden>.", "260000000 USD", "raised", "Norvik"),
    ("<Norvik> closed a $90 million Series A round led by <Halden>.", "90000000 USD", "series a round", "Norvik"),
    ("The round values <Norvik> at $18 billion.", "18000000000 USD", "valuation", "Norvik"),
    ("The deal valued <Norvik> at more than $18 billion.", "18000000000 USD", "valuation", "Norvik"),
    ("<Halden> valued <Norvik> at $18 billion.", "18000000000 USD", "valuation", "Norvik"),
    ("<Norvik> secured $33 million in funding.", "33000000 USD", "funding", "Norvik"),
    ("<Halden> invested $50 million in <Norvik>.", "50000000 USD", "invested", "Halden"),
    ("<Halden> acquired <Norvik> for $640 million.", "640000000 USD", "acquired", "Norvik"),
    ("<Halden> owns 22% of <Norvik>.", "22 PERCENT", "stake", "Halden"),
    # users of a system, staff of an organization
    ("<Pavo> has 8 million users.", "8000000 UNITLESS", "users", "Pavo"),
    ("<Pavo> has 600,000 paying subscribers.", "600000 UNITLESS", "paying subscribers", "Pavo"),
    ("<Pavo> reached 100 million weekly users in May.", "100000000 UNITLESS", "weekly users", "Pavo"),
    ("Some 70,000 teachers use <Pavo>.", "70000 UNITLESS", "teachers", "Pavo"),
    ("More than 2 million people use <Pavo> every day.", "2000000 UNITLESS", "people", "Pavo"),
    ("<Norvik> has 1,900 employees.", "1900 UNITLESS", "employees", "Norvik"),
    ("<Norvik> cut 300 jobs.", "300 UNITLESS", "jobs", "Norvik"),
    ("<Norvik> dismissed 8% of its staff.", "8 PERCENT", "staff", "Norvik"),
    ("Nearly 200 employees left <Norvik>.", "200 UNITLESS", "employees", "Norvik"),
    # votes
    ("The <Assembly> passed the <Beacon Act> by 44 votes to 19.", "44 UNITLESS", "votes", "Beacon Act"),
    ("The <Assembly> passed the <Beacon Act> by 44 votes to 19.", "19 UNITLESS", "against", "Beacon Act"),
    ("The <Beacon Act> passed by 44 votes to 19.", "44 UNITLESS", "votes", "Beacon Act"),
    ("The <Assembly> rejected the <Beacon Act> by 51 votes to 48.", "51 UNITLESS", "votes", "Beacon Act"),
    ("The <Beacon Act> was adopted by 44 votes to 19.", "19 UNITLESS", "against", "Beacon Act"),
    # what a law sets
    ("The <Beacon Act> limits fines to $250,000.", "250000 USD", "fines", "Beacon Act"),
    ("The <Beacon Act> caps penalties at $250,000.", "250000 USD", "penalties", "Beacon Act"),
    ("The <Beacon Act> sets fines of up to 5% of turnover.", "5 PERCENT", "turnover", "Beacon Act"),
    ("The <Beacon Act> applies to firms with more than 250 employees.", "250 UNITLESS", "employees", "Beacon Act"),
    ("The <Beacon Act> gives firms 30 days to reply.", "30 DAY", "reply", "Beacon Act"),
    ("The <Beacon Act> requires firms to keep logs for six years.", "6 YR", "keep logs", "Beacon Act"),
    ("Under the <Beacon Act>, firms must report breaches within 48 hours.", "48 HR", "report breaches", "Beacon Act"),
    ("Under the <Beacon Act>, <Norvik> must report breaches within 48 hours.", "48 HR", "breaches", "Beacon Act"),
    ("Breaches of the <Beacon Act> carry fines of up to €20 million.", "20000000 EUR", "fines", "Beacon Act"),
    ("Violations of the <Beacon Act> can cost firms $15,000 each.", "15000 USD", "", "Beacon Act"),
    # the subject is in the sentence before
    ("<Norvik> is growing. It employs 840 people.", "840 UNITLESS", "people", "Norvik"),
    ("<Norvik> is growing. The company employs 840 people.", "840 UNITLESS", "people", "Norvik"),
    ("<Norvik> is growing. Its revenue reached $55 million.", "55000000 USD", "revenue", "Norvik"),
    ("<Norvik> is growing. Revenue reached $55 million.", "55000000 USD", "revenue", "Norvik"),
    ("<Pavo> is popular. The app has 8 million users.", "8000000 UNITLESS", "users", "Pavo"),
    ("<Pavo> was tested. Accuracy was 88%.", "88 PERCENT", "accuracy", "Pavo"),
    ("The <Beacon Act> was signed. Penalties can reach $2 million.", "2000000 USD", "penalties", "Beacon Act"),
    # who says it is not whose it is
    ("<Norvik> said that <Pavo> has 8 million users.", "8000000 UNITLESS", "users", "Pavo"),
    ("According to <Halden>, <Norvik> employs 840 people.", "840 UNITLESS", "people", "Norvik"),
    ("<Halden> estimates that <Norvik> lost $3.4 billion.", "3400000000 USD", "lost", "Norvik"),
    ("<Outlook> found that <Pavo> answered 64% of the questions.", "64 PERCENT", "questions", "Pavo"),
    ("<Ilse Brandt> said <Norvik> would hire 75 researchers.", "75 UNITLESS", "researchers", "Norvik"),
]


@pytest.mark.parametrize(("text", "value", "words", "about"), SUBJECTS)
def test_a_figure_is_first_of_all_its_subject_s(text: str, value: str, words: str, about: str) -> None:
    assert_reads(text, value, words, about)


# how the number is bounded in "<Norvik> employs ... 840 people"
BOUNDS = [
    ("840", Comparator.EXACTLY),
    ("exactly 840", Comparator.EXACTLY),
    ("more than 840", Comparator.MORE_THAN),
    ("over 840", Comparator.MORE_THAN),
    ("fewer than 840", Comparator.LESS_THAN),
    ("less than 840", Comparator.LESS_THAN),
    ("under 840", Comparator.LESS_THAN),
    ("up to 840", Comparator.UP_TO),
    ("as many as 840", Comparator.UP_TO),
    ("at most 840", Comparator.UP_TO),
    ("no more than 840", Comparator.UP_TO),
    ("at least 840", Comparator.AT_LEAST),
    ("no fewer than 840", Comparator.AT_LEAST),
    ("about 840", Comparator.ABOUT),
    ("around 840", Comparator.ABOUT),
    ("roughly 840", Comparator.ABOUT),
    ("approximately 840", Comparator.ABOUT),
    ("some 840", Comparator.ABOUT),
    ("nearly 840", Comparator.ABOUT),
    ("almost 840", Comparator.ABOUT),
]


@pytest.mark.parametrize(("amount", "comparator"), BOUNDS)
def test_words_before_a_number_bound_it(amount: str, comparator: Comparator) -> None:
    (figure,) = figures(mark(f"<Norvik> employs {amount} people."))
    assert (figure.value, figure.metric.comparator) == ("840 UNITLESS", comparator)


# how an amount is written in "<Norvik> spent ... on chips", and its value and unit
AMOUNTS = [
    ("$70", "70 USD"),
    ("$70,000", "70000 USD"),
    ("$70m", "70000000 USD"),
    ("$70 million", "70000000 USD"),
    ("$7.25 million", "7250000 USD"),
    ("$70bn", "70000000000 USD"),
    ("$70 billion", "70000000000 USD"),
    ("$1.5 trillion", "1500000000000 USD"),
    ("€70 million", "70000000 EUR"),
    ("£70 million", "70000000 GBP"),
    ("70 million euros", "70000000 EUR"),
    ("70 million pounds", "70000000 GBP"),
    ("70 million dollars", "70000000 USD"),
    ("¥70 million", "70000000 JPY"),
    ("70 percent of its budget", "70 PERCENT"),
    ("70 per cent of its budget", "70 PERCENT"),
    ("a third of its budget", "33.333333 PERCENT"),
    ("half of its budget", "50 PERCENT"),
    ("three quarters of its budget", "75 PERCENT"),
    ("seven million dollars", "7000000 USD"),
]


@pytest.mark.parametrize(("amount", "value"), AMOUNTS)
def test_an_amount_has_its_value_and_unit(amount: str, value: str) -> None:
    (figure,) = figures(mark(f"<Norvik> spent {amount} on chips."))
    assert figure.value == value
    assert figure.about == ("Norvik",)


# sentence, its values in order, words that every one of them measures
SHARED = [
    ("<Norvik>'s revenue rose from $40 million to $55 million.", ["55000000 USD", "40000000 USD"], "revenue"),
    ("<Norvik>'s headcount fell from 900 to 460.", ["460 UNITLESS", "900 UNITLESS"], "headcount"),
    ("<Pavo>'s accuracy rose from 71% to 88%.", ["88 PERCENT", "71 PERCENT"], "accuracy"),
    ("The accuracy of <Pavo> rose to 88% from 71%.", ["88 PERCENT", "71 PERCENT"], "accuracy"),
    ("<Norvik> expects between 40 and 60 departures.", ["40 UNITLESS", "60 UNITLESS"], "departures"),
    ("<Pavo> costs between $20 and $30 a month.", ["20 USD", "30 USD"], "cost"),
    ("<Norvik> plans to hire 50 to 80 engineers.", ["50 UNITLESS", "80 UNITLESS"], "engineers"),
    ("The <Beacon Act> passed by 44 votes to 19.", ["44 UNITLESS", "19 UNITLESS"], "votes"),
    ("<Pavo> solved 64% of the tasks, up from 51%.", ["64 PERCENT", "51 PERCENT"], "tasks"),
    ("<Norvik>'s revenue was $55 million, down from $60 million.", ["55000000 USD", "60000000 USD"], "revenue"),
    ("<Pavo>'s error rate dropped from 9% to 4%.", ["4 PERCENT", "9 PERCENT"], "error rate"),
]


@pytest.mark.parametrize(("text", "values", "words"), SHARED)
def test_ranges_and_changes_share_their_wording(text: str, values: list[str], words: str) -> None:
    found = figures(mark(text))
    assert sorted(f.value for f in found) == sorted(values)
    assert all(word in f.metric.measures.lower() for f in found for word in words.split())
    assert len({f.about for f in found}) == 1


# sentence with several figures, and of each the value, a word that is measured, and whose it is
SEVERAL = [
    (
        "<Norvik> employs 840 people and has 26 offices.",
        [("840 UNITLESS", "people", "Norvik"), ("26 UNITLESS", "offices", "Norvik")],
    ),
    (
        "<Norvik> employs 840 people, while <Halden> employs 310 people.",
        [("840 UNITLESS", "people", "Norvik"), ("310 UNITLESS", "people", "Halden")],
    ),
    (
        "<Norvik> raised $260 million, and <Halden> raised $90 million.",
        [("260000000 USD", "raised", "Norvik"), ("90000000 USD", "raised", "Halden")],
    ),
    (
        "<Norvik> raised $260 million at a valuation of $18 billion.",
        [("260000000 USD", "raised", "Norvik"), ("18000000000 USD", "valuation", "Norvik")],
    ),
    (
        "<Pavo> scored 88% and <Corvus> scored 79%.",
        [("88 PERCENT", "score", "Pavo"), ("79 PERCENT", "score", "Corvus")],
    ),
    (
        "<Pavo> has 8 million users, but <Corvus> has 3 million users.",
        [("8000000 UNITLESS", "users", "Pavo"), ("3000000 UNITLESS", "users", "Corvus")],
    ),
    (
        "<Norvik>, which employs 840 people, paid $640 million for <Halden>.",
        [("840 UNITLESS", "people", "Norvik"), ("640000000 USD", "paid", "Norvik")],
    ),
    (
        "The <Beacon Act> covers 6,200 firms and caps fines at $250,000.",
        [("6200 UNITLESS", "firms", "Beacon Act"), ("250000 USD", "fines", "Beacon Act")],
    ),
    (
        "<Norvik>'s revenue reached $55 million and its losses reached $13 million.",
        [("55000000 USD", "revenue", "Norvik"), ("13000000 USD", "losses", "Norvik")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_each_of_several_figures_keeps_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = figures(mark(text))
    assert [(f.value, f.about[0]) for f in found] == [(value, about) for value, _, about in expected]
    assert all(word in f.metric.measures.lower() for f, (_, word, _) in zip(found, expected, strict=True))


PERIODS = [
    ("<Norvik> spent $70 million on chips in 2024.", "in 2024"),
    ("<Norvik> lost $3.4 billion last year.", "last year"),
    ("<Pavo> costs $30 a month.", "a month"),
    ("<Norvik> hired 75 researchers in June.", "in June"),
    ("<Norvik>'s revenue reached $55 million in the first quarter.", "in the first quarter"),
    ("<Norvik> paid <Halden> $5 million per year.", "per year"),
    ("<Norvik> employs 840 people.", ""),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_when_it_holds_is_its_period(text: str, period: str) -> None:
    assert figures(mark(text))[0].metric.period == period


BASELINES = [
    ("<Pavo> is four times faster than the older model.", "the older model"),
    ("<Pavo> cost $40 million, compared with the older model.", "the older model"),
    ("<Norvik> employs 840 people.", ""),
]


@pytest.mark.parametrize(("text", "baseline"), BASELINES)
def test_what_it_is_held_against_is_its_baseline(text: str, baseline: str) -> None:
    assert figures(mark(text))[0].metric.baseline == baseline


# sentence, and the polarity and modality of what it says
STANCES = [
    ("<Norvik> employs 840 people.", Polarity.AFFIRMED, Modality.ACTUAL),
    ("<Norvik> did not raise $260 million.", Polarity.DENIED, Modality.ACTUAL),
    ("<Norvik> never paid $5 million.", Polarity.DENIED, Modality.ACTUAL),
    ("<Norvik> denied that it paid $5 million.", Polarity.DENIED, Modality.ACTUAL),
    ("<Norvik> does not employ 840 people.", Polarity.DENIED, Modality.ACTUAL),
    ("<Pavo> did not answer 64% of the questions.", Polarity.DENIED, Modality.ACTUAL),
    ("Did <Norvik> raise $260 million?", Polarity.AFFIRMED, Modality.POSSIBLE),
    ("<Norvik> said that it had raised $260 million.", Polarity.AFFIRMED, Modality.ACTUAL),
]


@pytest.mark.parametrize(("text", "polarity", "modality"), STANCES)
def test_what_is_denied_or_supposed_is_a_claim_alone(text: str, polarity: Polarity, modality: Modality) -> None:
    resolved = parse_marked(mark(text)).resolved
    claims = list(qualify_metrics(resolved, *read_metrics(resolved)))
    assert {(claim.polarity, claim.modality) for claim in claims} == {(polarity, modality)}
    assert {claim.is_fact for claim in claims} == {polarity is Polarity.AFFIRMED and modality is Modality.ACTUAL}


ORGS = {"Norvik": EntityClass.ORGANIZATION, "Halden": EntityClass.ORGANIZATION}
SYSTEMS = {"Pavo": EntityClass.SYSTEM, "Corvus": EntityClass.SYSTEM}

# header, rows, names, and of each figure whose it is, what it measures, its value
TABLES = [
    ("Company | Revenue ($m)", ["Norvik | 55", "Halden | 12.5"], ORGS,
     [("Norvik", "Revenue", "55000000 USD"), ("Halden", "Revenue", "12500000 USD")]),
    ("Company | Revenue (€bn)", ["Norvik | 2"], ORGS, [("Norvik", "Revenue", "2000000000 EUR")]),
    ("Company | Staff", ["Norvik | 840", "Halden | 1,310"], ORGS,
     [("Norvik", "Staff", "840 UNITLESS"), ("Halden", "Staff", "1310 UNITLESS")]),
    ("Model | Accuracy", ["Pavo | 88%", "Corvus | 79%"], SYSTEMS,
     [("Pavo", "Accuracy", "88 PERCENT"), ("Corvus", "Accuracy", "79 PERCENT")]),
    ("Model | Accuracy (%)", ["Pavo | 88", "Corvus | 79.5"], SYSTEMS,
     [("Pavo", "Accuracy", "88 PERCENT"), ("Corvus", "Accuracy", "79.5 PERCENT")]),
    ("Test | Pavo | Corvus", ["Law exam | 71% | 64%"], SYSTEMS,
     [("Pavo", "Law exam", "71 PERCENT"), ("Corvus", "Law exam", "64 PERCENT")]),
    ("Company | Staff | Offices", ["Norvik | 840 | n/a"], ORGS, [("Norvik", "Staff", "840 UNITLESS")]),
    ("Company | City", ["Norvik | Oslo"], ORGS, []),
]  # fmt: skip


@pytest.mark.parametrize(("header", "rows", "names", "expected"), TABLES)
def test_a_cell_is_its_row_s_and_measures_its_column(header, rows, names, expected) -> None:  # type: ignore[no-untyped-def]
    blocks = [(BlockKind.ROW, header, None), *((BlockKind.ROW, row, 0) for row in rows)]
    assert [told(f) for f in figures_of(article(blocks, names))] == expected


def told(figure: Figure) -> tuple[str, str, str]:
    return figure.about[0], figure.metric.measures, figure.value


# lead-in, item, whose its one figure is, a word that is measured
ITEMS = [
    ("Norvik reported for the year:", "revenue of $55 million", "Norvik", "revenue"),
    ("Norvik reported for the year:", "840 employees", "Norvik", "employees"),
    ("Norvik said in its report:", "Halden employs 310 people.", "Halden", "people"),
    ("Norvik has announced:", "an investment of $70 million", "Norvik", "investment"),
    ("Norvik has announced:", "It will hire 75 researchers.", "Norvik", "researchers"),
    ("The figures of Norvik are these:", "Revenue rose by 23%.", "Norvik", "revenue"),
]


@pytest.mark.parametrize(("lead", "item", "about", "word"), ITEMS)
def test_an_item_is_of_its_own_subject_or_of_its_lead_s(lead: str, item: str, about: str, word: str) -> None:
    blocks = [(BlockKind.PARAGRAPH, lead, None), (BlockKind.ITEM, item, 0)]
    (figure,) = figures_of(article(blocks, ORGS))
    assert figure.about[0] == about
    assert word in figure.metric.measures.lower()
    assert figure.evidence == item


# what is no quantity that anybody has
NONE = [
    "<Norvik> was founded in 1998.",
    "<Norvik> opened on 14 March 2023.",
    "<Ilse Brandt>, 51, leads <Norvik>.",
    "Article 9 of the <Beacon Act> binds <Norvik>.",
    "<Pavo> 3 replaces <Pavo> 2.",
    "<Norvik> is one of the largest firms.",
    "<Norvik> moved three years ago.",
]


@pytest.mark.parametrize("text", NONE)
def test_years_ages_and_numbers_of_things_are_no_figures(text: str) -> None:
    assert figures(mark(text)) == []


@pytest.mark.parametrize("text", sorted({row[0] for row in SUBJECTS}))
def test_every_figure_points_at_its_number_in_its_passage(text: str) -> None:
    resolved = parse_marked(mark(text)).resolved
    metrics, claims = read_metrics(resolved)
    body = resolved.parsed.article.text
    passages = {claim.object: claim.evidence for claim in claims}
    assert set(passages) == {metric.id for metric in metrics}
    for metric in metrics:
        assert passages[metric.id].contains(metric.span)
        assert re.search(r"\d|half|six", metric.span.cut(body).lower())
        assert metric.label
