"""The measures of scripts/measure-gum, on cases whose outcome is known by hand, and its reader on a text of our own."""

import importlib.util
import sys
from importlib.machinery import SourceFileLoader
from types import ModuleType

import pytest

from tests.extract.coreference.reading import SCRIPT


@pytest.fixture(scope="module")
def gum() -> ModuleType:
    loader = SourceFileLoader("measure_gum", str(SCRIPT.with_name("measure-gum")))
    spec = importlib.util.spec_from_loader("measure_gum", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure_gum"] = module
    loader.exec_module(module)
    return module


def clusters(*groups: str) -> list[frozenset[str]]:
    """One cluster for each word, of its letters."""
    return [frozenset(group) for group in groups]


def test_the_same_is_perfect(gum: ModuleType) -> None:
    gold = clusters("abc", "de", "f")
    assert gum.conll(gold, gold) == pytest.approx([1, 1, 1, 1])


def test_muc_counts_links(gum: ModuleType) -> None:
    # Vilain et al. 1995: the key {a, b, c, d} parted into {a, b} and {c, d} lacks one of three links.
    assert gum.muc(clusters("abcd"), clusters("ab", "cd")) == pytest.approx((1, 2 / 3))


def test_b_cubed_counts_mentions(gum: ModuleType) -> None:
    # Bagga and Baldwin 1998, their figure: 1-5, 6-7, 8-C; the response joins the last two.
    gold, found = clusters("12345", "67", "89ABC"), clusters("12345", "6789ABC")
    precision, recall = gum.b_cubed(gold, found)
    assert (precision, recall) == pytest.approx(((5 + 2 * 2 / 7 + 5 * 5 / 7) / 12, 1))


def test_ceaf_aligns_each_chain_once(gum: ModuleType) -> None:
    gold, found = clusters("abc", "de"), clusters("abcde")
    similar = 2 * 3 / 8  # the longer chain takes the one that was found
    assert gum.ceaf_e(gold, found) == pytest.approx((similar, similar / 2))


def test_what_nobody_joined_scores_no_links(gum: ModuleType) -> None:
    assert gum.muc(clusters("ab"), clusters("a", "b")) == (0, 0)


CONLLU = """# newpar
# newpar_block = head (1 s)
1\tHalden\tHalden\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-organization-new)
2\tleaves\tleave\tVERB\tVBZ\t_\t0\troot\t_\t_

# newpar
# newpar_block = p (1 s)
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-organization-giv
2\tlab\tlab\tNOUN\tNN\t_\t3\tnsubj\t_\tEntity=1)
3\tsold\tsell\tVERB\tVBD\t_\t0\troot\t_\t_
4\tits\tits\tPRON\tPRP$\t_\t5\tnmod:poss\t_\tEntity=(2-object-new(1-organization-giv)
5\tchips\tchip\tNOUN\tNNS\t_\t3\tobj\t_\tEntity=2)|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""


def test_a_document_is_read_with_its_mentions_and_their_heads(gum: ModuleType) -> None:
    document = gum.parse_document("d", CONLLU)
    assert document.text == "Halden leaves\n\nThe lab sold its chips."
    assert [block.span.cut(document.text) for block in document.blocks] == ["Halden leaves", "The lab sold its chips."]
    found = [(m.entity, m.text, m.head_text) for m in document.mentions]
    assert found == [
        ("d:1", "Halden", "Halden"),
        ("d:1", "The lab", "lab"),
        ("d:1", "its", "its"),
        ("d:2", "its chips", "chips"),
    ]


def test_our_mentions_are_matched_by_head(gum: ModuleType) -> None:
    document = gum.parse_document("d", CONLLU)
    lab = next(m for m in document.mentions if m.text == "The lab")
    assert gum.match(lab.head, document.mentions, set()) == lab.id
    assert gum.match(lab.head, document.mentions, {lab.id}) is None


def test_baselines_group_by_words_and_heads(gum: ModuleType) -> None:
    document = gum.parse_document("d", CONLLU)
    assert len(gum.alone([document])) == 4
    assert len(gum.same_head([document])) == len(gum.same_string([document])) == 4
