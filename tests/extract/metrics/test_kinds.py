"""Figures in the many forms of reporting: one sentence a kind, with what must be measured and of what."""

import re

import pytest

from tests.extract.metrics.reading import figures

CLASSES = {
    "Tarn": "Organization",
    "Oakhill": "Organization",
    "Brenner": "Organization",
    "Velo": "AISystem",
    "Kestrel": "Policy",
    "Lantern": "Document",
    "Mirek": "Person",
}

# sentence with its <names>, value and unit, words that must be in what is measured, one of what it is about
KINDS = [
    # money: planned, agreed, claimed, asked back
    ("<Tarn> will invest up to $4 billion in <Oakhill>.", "4000000000 USD", "invest", "Tarn"),
    ("<Tarn> has agreed to pay $310 million to settle the claims.", "310000000 USD", "pay", "Tarn"),
    ("<Tarn> says that <Velo> cost $3.1 million.", "3100000 USD", "cost", "Velo"),
    ("<Tarn> hopes to raise $2.5 billion over five years.", "2500000000 USD", "raise", "Tarn"),
    ("<Oakhill> bought <Tarn> for $90 million.", "90000000 USD", "bought", "Tarn"),
    ("<Oakhill> led a $60 million round in <Tarn>.", "60000000 USD", "round", "Tarn"),
    ("<Tarn> is worth about €700 million.", "700000000 EUR", "worth", "Tarn"),
    ("Access to <Velo> costs $20 a month.", "20 USD", "access", "Velo"),
    ("Street value: up to $190 million. <Tarn> denies it.", "190000000 USD", "street value", "Tarn"),
    ("<Brenner>, the regulator, fined <Tarn> €15 million on Friday.", "15000000 EUR", "fine", "Tarn"),
    # limits, duties and penalties
    ("Under <Kestrel>, firms must report an accident within 72 hours.", "72 HR", "report accident", "Kestrel"),
    ("<Kestrel> would fine developers $10,000 for every alert they miss.", "10000 USD", "fine", "Kestrel"),
    ("<Kestrel> lets <Brenner> fine a company as much as 10% of its revenue.", "10 PERCENT", "revenue", "Kestrel"),
    ("<Kestrel> applies to models trained with more than 10^26 operations.", f"1{'0' * 26} UNITLESS", "", "Kestrel"),
    ("<Kestrel> was passed. Fines may reach €35 million.", "35000000 EUR", "fines", "Kestrel"),
    ("<Brenner> gave <Tarn> 15 days to delete the data.", "15 DAY", "delete data", "Tarn"),
    ("<Tarn> asked for a delay of two years.", "2 YR", "delay", "Tarn"),
    ("<Tarn> agreed to stop the sale of <Velo> for six months.", "6 MO", "stop", "Tarn"),
    # votes
    ("The council adopted <Kestrel> by 12 votes to 3.", "12 UNITLESS", "votes", "Kestrel"),
    ("By 318 to 287 the plenary sent <Kestrel> back to committee.", "287 UNITLESS", "votes against", "Kestrel"),
    # shares and scores
    ("<Velo> answered 78% of the questions correctly.", "78 PERCENT", "questions", "Velo"),
    ("<Velo> scored 91% on the bar exam.", "91 PERCENT", "bar exam", "Velo"),
    ("A quarter of <Tarn>'s staff signed the letter.", "25 PERCENT", "staff", "Tarn"),
    ("<Oakhill> owns 14% of <Tarn>.", "14 PERCENT", "stake", "Tarn"),
    ("The error rate of <Velo> fell from 9% to 4%.", "4 PERCENT", "error rate", "Velo"),
    ("The error rate of <Velo> fell from 9% to 4%.", "9 PERCENT", "error rate", "Velo"),
    ("Only 3% of users turn <Velo> off.", "3 PERCENT", "users", "Velo"),
    ("<Tarn>'s shares closed 4.8% lower.", "4.8 PERCENT", "shares", "Tarn"),
    # counts
    ("<Tarn> has 64 engineers in Oslo.", "64 UNITLESS", "engineers", "Tarn"),
    ("<Tarn> laid off 1,200 workers in May.", "1200 UNITLESS", "workers laid off", "Tarn"),
    ("<Velo> was trained on 2.1 million images.", "2100000 UNITLESS", "images", "Velo"),
    ("More than 900 scientists have signed <Lantern>.", "900 UNITLESS", "scientists signed", "Lantern"),
    ("<Tarn> sued over 45 articles that <Velo> had copied.", "45 UNITLESS", "articles", "Tarn"),
    ("<Velo> has 7 billion parameters.", "7000000000 UNITLESS", "parameters", "Velo"),
    ("<Lantern> lists 23 recommendations.", "23 UNITLESS", "recommendations", "Lantern"),
    ("<Kestrel> covers about 6,200 employers.", "6200 UNITLESS", "employers", "Kestrel"),
    # multiples
    ("<Velo> is four times faster than its predecessor.", "4 Times", "faster", "Velo"),
    ("<Tarn>'s revenue doubled last year.", "2 Times", "revenue", "Tarn"),
    ("Demand for <Velo> has grown fivefold.", "5 Times", "demand", "Velo"),
    # time, power, ranges, rhythm
    ("<Velo> was trained in 71 days.", "71 DAY", "trained", "Velo"),
    ("<Velo> can work for up to seven hours.", "7 HR", "work", "Velo"),
    ("The use of <Velo> doubles every five months.", "5 MO", "use", "Velo"),
    ("<Tarn>'s campus draws 130 megawatts.", "130 MegaW", "draws", "Tarn"),
    ("<Tarn> expects between 40 and 60 layoffs.", "40 UNITLESS", "layoffs", "Tarn"),
    ("<Tarn> expects between 40 and 60 layoffs.", "60 UNITLESS", "layoffs", "Tarn"),
    # whose it is, when the sentence does not say
    ("<Tarn> makes <Velo>. Revenue, meanwhile, quadrupled to £22m.", "22000000 GBP", "revenue", "Tarn"),
    ("<Velo> is popular in Asia. Some 3 million users have signed up.", "3000000 UNITLESS", "users", "Velo"),
    ("<Oakhill>, the fund that put $22 million into <Tarn>, is silent.", "22000000 USD", "put", "Oakhill"),
    ("<Tarn>, a lab whose <Velo> app has been downloaded 5 million times, is small.", "5000000 UNITLESS", "", "Velo"),
    ("According to <Brenner>, <Tarn> holds 30 billion images.", "30000000000 UNITLESS", "images", "Tarn"),
]


@pytest.mark.parametrize(("marked", "value", "words", "about"), KINDS)
def test_a_figure_of_each_kind(marked: str, value: str, words: str, about: str) -> None:
    text = re.sub(r"<(\w+)>", lambda match: f"[{match[1]}|{CLASSES[match[1]]}]", marked)
    found = {figure.value: figure for figure in figures(text)}
    assert value in found
    assert about in found[value].about
    measured = found[value].metric.measures.lower()
    assert all(word in measured for word in words.split()), measured


NO_FIGURES = [
    "[Tarn|Organization] will publish it in the first half of 2025.",
    "[Tarn|Organization] asked for time in early July 2024.",
    "[Velo|AISystem] 4 was released on May 3.",
    "Section 12 of [Kestrel|Policy] covers [Tarn|Organization].",
    "[Tarn|Organization] was founded five years ago.",
    "[Tarn|Organization] gave three reasons.",
    "[Mirek|Person], 42, joined [Tarn|Organization].",
    "The score was 3.2.1 for [Velo|AISystem].",
]


@pytest.mark.parametrize("marked", NO_FIGURES)
def test_no_figure(marked: str) -> None:
    assert figures(marked) == []
