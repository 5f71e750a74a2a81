"""Bytes become the text that their writer saw, whatever their label says."""

import codecs

import pytest

from kg.errors import SourceError
from kg.ingest.decoding import decode

TEXT = "Das Maß ist voll, sagte Bäuerin Ødegård – “never again”, für €20."
GREEK = "Η επιτροπή αποφάσισε την Τρίτη ότι οι θυρίδες θα ανοίγουν από μηχανή, χωρίς άνθρωπο τη νύχτα."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "windows-1252"]
)
def test_encodings_without_a_label(encoding: str) -> None:
    text = f"{TEXT} {'The council voted on Tuesday to let a system decide. ' * 5}"
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "klingon-7", "utf-16", ""])
def test_a_label_is_checked_and_not_believed(label: str) -> None:
    assert decode(TEXT.encode(), label) == TEXT


def test_latin_1_on_the_web_is_windows_1252() -> None:
    assert decode(f"<meta charset=iso-8859-1>{TEXT}".encode("cp1252")).endswith(TEXT)


def test_a_declared_encoding_decides_where_utf_8_fails() -> None:
    assert decode(f'<meta charset="iso-8859-7">{GREEK}'.encode("iso-8859-7")).endswith(GREEK)
    assert decode(GREEK.encode("iso-8859-7"), "iso-8859-7") == GREEK


def test_one_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    content = (TEXT * 50).encode()
    assert decode(content + b"\xe2\x80").startswith(TEXT)


@pytest.mark.parametrize("content", [b"", b"  \n", bytes(100), codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_is_empty(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"empty|binary"):
        decode(content)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.4 text", b"PK\x03\x04zip", b"\x00\x01\x02\x03" * 50, b"\x7fELF" + bytes(99)]
)
def test_binary_is_no_text(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"binary"):
        decode(content)
