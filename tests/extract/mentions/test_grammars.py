"""Each grammar by examples: what it finds in a sentence, and what it must leave alone."""

import pytest

from kg.extract.mentions.documents import find_documents
from kg.extract.mentions.events import find_events
from kg.extract.mentions.organizations import find_organizations
from kg.extract.mentions.persons import find_persons
from kg.extract.mentions.policies import find_policies
from kg.extract.mentions.systems import find_systems
from tests.extract.mentions.reading import cuts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Under SB 24-205 and others", "SB 24-205"),
        ("signed H.R. 5388 into law", "H.R. 5388"),
        ("signed HB 3773 into law", "HB 3773"),
        ("as Regulation (EU) 2024/1689 says", "Regulation (EU) 2024/1689"),
        ("as Directive 2009/24/EC says", "Directive 2009/24/EC"),
        ("rescinded Executive Order 14110 at once", "Executive Order 14110"),
        ("certified to ISO/IEC 42001:2023.", "ISO/IEC 42001:2023"),
        ("enforces Local Law 144 of 2021", "Local Law 144 of 2021"),
        ("passed the Fair Hiring Act on May 6", "Fair Hiring Act"),
        ("the Fair Lending and Scoring Act applies", "Fair Lending and Scoring Act"),
        ("the Data (Use and Access) Act 2025 applies", "Data (Use and Access) Act 2025"),
        ("But the Kid Safety Bill stalled", "Kid Safety Bill"),
        ("the Convention on Machine Conduct is open", "Convention on Machine Conduct"),
        ("the Code of Practice on Synthetic Media", "Code of Practice on Synthetic Media"),
        ("Baroness Orr's Chatbots (Children) Bill", "Chatbots (Children) Bill"),
        ("the Elder Fraud Act of 2026 passed", "Elder Fraud Act of 2026"),
        ("rules known as Part 1480 apply", "Part 1480"),
        ("signed Lei 15.211 in May", "Lei 15.211"),
        ("suspended Decreto 418/2026 at once", "Decreto 418/2026"),
        ("the Ley de Voces Sintéticas was passed", "Ley de Voces Sintéticas"),
        ("the Algorithmengesetz binds them", "Algorithmengesetz"),
    ],
)
def test_policies(text: str, name: str) -> None:
    assert name in cuts(text, list(find_policies(text)))


@pytest.mark.parametrize(
    "text",
    ["The Act applies", "This Policy was changed", "the European Center for Not-for-Profit Law", "He paid the bill"],
)
def test_no_policies(text: str) -> None:
    assert cuts(text, list(find_policies(text))) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Minnesota Department of Labor and Industry said", "Minnesota Department of Labor and Industry"),
        ("the Ministry of Trade, Industry and Energy said", "Ministry of Trade, Industry and Energy"),
        ("The University of Turin and Ofcom said", "University of Turin"),
        ("Harlan Oak Partners bought it", "Harlan Oak Partners"),
        ("the Science and Technology Council met", "Science and Technology Council"),
        ("Lonely Hill and Bridge Associates met", "Bridge Associates"),
        ("sued Veritone Labs, Inc. in May", "Veritone Labs, Inc."),
        ("advised by Hargrove Stone LLP", "Hargrove Stone LLP"),
        ("Ruritania's commerce ministry said", "commerce ministry"),
        ("the Lincoln administration said", "Lincoln administration"),
        ("the Cedar Falls school board voted", "Cedar Falls school board"),
        ("the Estonian government said", "Estonian government"),
        ("the New South Wales government said", "New South Wales government"),
        ("the labour ministry said", "labour ministry"),
        ("the Commission for EU-wide rules and the Halden Commission", "Halden Commission"),
        ("the Employment and Labour Relations Court ruled", "Employment and Labour Relations Court"),
        ("of the Leiden Compute Registry, who", "Leiden Compute Registry"),
        ("Halden, Inc. said", "Halden, Inc."),
        ("the Society for Machine Ethics met", "Society for Machine Ethics"),
        ("a reseller, Okuribe Trading, was charged", "Okuribe Trading"),
        ("nurses of St. Orla's Hospital said", "St. Orla's Hospital"),
        ("with Saint Orla’s Hospital Group, which", "Saint Orla’s Hospital Group"),
        ("the Captioners' Assembly wrote", "Captioners' Assembly"),
        ("Larkmoor Children's Hospital said", "Larkmoor Children's Hospital"),
        ("told Tenants with Teeth, a group", "Tenants with Teeth"),
        ("the Larkmoor Fire Service came", "Larkmoor Fire Service"),
    ],
)
def test_organizations(text: str, name: str) -> None:
    assert name in cuts(text, list(find_organizations(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Parents with children came",
        "Orla's University",
        "The Council met",
        "Big Data is big",
        "The Board of the firm",
        "the ministry said",
        "the Halden government",
    ],
)
def test_no_organizations(text: str) -> None:
    assert cuts(text, list(find_organizations(text))) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr. Wietske van Hasselt left", "Wietske van Hasselt"),
        ("Prime Minister Okafor said", "Okafor"),
        ("its chief executive Zyra Quell said", "Zyra Quell"),
        ("Zyra Quell, 45, said", "Zyra Quell"),
        ("with Maria Quellborn there", "Maria Quellborn"),
        ("Judge J. P. Quell ruled", "J. P. Quell"),
        ("says Associate Professor Zyra Quell", "Zyra Quell"),
        ("said junior Zyra Quell", "Zyra Quell"),
    ],
)
def test_persons(text: str, name: str) -> None:
    assert name in cuts(text, list(find_persons(text)))


@pytest.mark.parametrize(
    "text", ["the Justice Department said", "President of the firm", "its founder said", "the Judge Advocate said"]
)
def test_no_persons(text: str) -> None:
    assert cuts(text, list(find_persons(text))) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("released Orbel-3 Mini today", "Orbel-3 Mini"),
        ("released Orbel 2.5 Turbo today", "Orbel 2.5 Turbo"),
        ("the Orbel chatbot lied", "Orbel"),
        ("a chatbot called Orbel lied", "Orbel"),
        ("its newest model, Orbel, lied", "Orbel"),
        ("Orbel-70B is open", "Orbel-70B"),
    ],
)
def test_systems(text: str, name: str) -> None:
    assert name in cuts(text, list(find_systems(text)))


@pytest.mark.parametrize(
    "text",
    [
        "fined Orbel 92 million crowns",
        "In May 4 people left",
        "Article 5 bans it",
        "Tier 2 models",
        "AI models lie",
        "High-risk models",
        "under the Apache 2.0 licence",
    ],
)
def test_no_systems(text: str) -> None:
    assert cuts(text, list(find_systems(text))) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a position paper, “Before We Build”, says", "Before We Build"),
        ("with the Orbel 3 System Card today", "Orbel 3 System Card"),
        ("read the Halden Interim Report first", "Halden Interim Report"),
        ('an open letter titled "Slow Is Smooth" says', "Slow Is Smooth"),
        ("won a prize for “Borrowed Voices of Others”.", "Borrowed Voices of Others"),
        ("the Statement on AI Harm was signed", "Statement on AI Harm"),
        ("the International Safety Report says", "International Safety Report"),
    ],
)
def test_documents(text: str, name: str) -> None:
    assert name in cuts(text, list(find_documents(text)))


@pytest.mark.parametrize(
    "text",
    ['the report said "nothing new" today', "a blog post says", "The Report says", "“We Told You So.”", "a “Wise” man"],
)
def test_no_documents(text: str) -> None:
    assert cuts(text, list(find_documents(text))) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("in Orr v. Halden Labs, a judge", "Orr v. Halden Labs"),
        ("in In re Halden the judge", "In re Halden"),
        ("At the Tartu Safety Summit in May", "Tartu Safety Summit"),
        ("The Seoul Conference on Chips opened", "Seoul Conference"),
    ],
)
def test_events(text: str, name: str) -> None:
    assert name in cuts(text, list(find_events(text)))


@pytest.mark.parametrize("text", ["The Summit opened", "at the summit in May", "a vs. b"])
def test_no_events(text: str) -> None:
    assert cuts(text, list(find_events(text))) == set()
