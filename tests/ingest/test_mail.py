"""Newsletters: one message or a mailbox of them, in whatever parts and encodings."""

import io
import tracemalloc
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import mail
from kg.ingest.mail import find_header, parse_mail, read_mail, split_mbox
from kg.ingest.opening import open_bytes
from kg.model import Article, BlockKind, Failure, Skipped
from tests.ingest.holding import read
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page, texts

TITLE = "Sluices: what the vote means"
TEXT = "The lake council voted on Tuesday to hand its sluices to a machine that nobody will watch at night.\n"


def letter(html: str = "", text: str = TEXT, **headers: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    told = {
        "From": "Ana Reed from Shore Courier <news@shore.example>",
        "To": "reader@lake.example",
        "Subject": TITLE,
        "Date": "Fri, 02 May 2025 08:00:00 +0200",
        "Message-ID": "<abc.1@shore.example>",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in told.items():
        if value:
            message[name] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def mbox(*letters: bytes) -> bytes:
    return b"".join(b"From ana@shore.example Fri May  2 08:00:00 2025\n" + one + b"\n\n" for one in letters)


def one(content: bytes) -> Article:
    (article,) = read("-", stdin=content)
    assert isinstance(article, Article), article
    return article


def test_the_html_part_is_read_and_the_headers_are_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter(page(OPENING + MIDDLE + CLOSING, title=TITLE).decode()))
    (article,) = read(tmp_path / "a.eml")
    assert isinstance(article, Article)
    assert article.headline == TITLE
    assert article.cut(article.blocks[0]) == TITLE
    assert (article.authors, article.publisher) == (("Ana Reed",), "Shore Courier")
    assert article.published == "2025-05-02T08:00:00+02:00"
    assert len(texts(article, BlockKind.PARAGRAPH)) == 3
    assert article.url is None
    assert dict(article.origins)["publisher"] == "mail header"


def test_without_html_the_text_is_read_below_the_subject() -> None:
    article = one(letter())
    assert article.text.split("\n\n") == [TITLE, TEXT.strip()]
    assert article.blocks[0].kind is BlockKind.TITLE


def test_a_message_is_told_by_its_id_and_not_by_its_text_or_place(tmp_path: Path) -> None:
    other = letter(text=TEXT + "One more line.", Message_ID="<abc.1@shore.example>")
    assert one(letter()).id == one(other).id != one(letter(Message_ID="<2@shore.example>")).id
    assert one(letter(Message_ID="")).id == one(letter(Message_ID="", Date="")).id
    (tmp_path / "a.mbox").write_bytes(mbox(letter(), letter(Message_ID="<2/x@shore.example>")))
    first, second = read(tmp_path / "a.mbox")
    assert first.location == f"{tmp_path / 'a.mbox'}#abc.1@shore.example"
    assert second.location.endswith("#2%2Fx@shore.example")
    assert isinstance(first, Article)
    assert first.id == one(letter()).id


def test_an_archived_copy_is_its_address() -> None:
    assert one(letter(Archived_At="<https://shore.example/n/1?utm_source=x>")).url == "https://shore.example/n/1"
    assert one(letter(Archived_At="<javascript:alert(1)>")).url is None


@pytest.mark.parametrize(
    ("sender", "list_id", "authors", "publisher"),
    [
        ("Shore Courier <a@b.example>", "<news.b.example>", (), "Shore Courier"),
        ("Ana Reed <a@b.example>", "", ("Ana Reed",), None),
        ("Ana Reed at Shore Courier <a@b.example>", "", ("Ana Reed",), "Shore Courier"),
        ("=?utf-8?q?Jos=C3=A9_R?= <a@b.example>", "", ("José R",), None),
        ("news@b.example", "<x>", (), "b.example"),
        ("", "", (), None),
    ],
)
def test_who_sends_it(sender: str, list_id: str, authors: tuple[str, ...], publisher: str | None) -> None:
    raw = letter(List_Id=list_id, From="x@y.example").replace(b"From: x@y.example", f"From: {sender}".encode())
    article = read_mail(raw, "a.eml")
    assert isinstance(article, Article)
    assert (article.authors, article.publisher) == (authors, publisher)


def test_files_sent_along_are_no_text() -> None:
    message = EmailMessage()
    message["Message-ID"], message["From"], message["Subject"] = "<1@b.example>", "a@b.example", "Minutes"
    message.set_content(TEXT)
    message.add_attachment("<p>" + "Not the letter. " * 50 + "</p>", subtype="html", filename="a.html")
    message.add_attachment(bytes(5000), maintype="image", subtype="png", filename="a.png")
    assert "Not the letter" not in one(message.as_bytes()).text


@pytest.mark.parametrize("charset", ["cp1252", "klingon", ""])
def test_a_wrong_charset_does_no_harm(charset: str) -> None:
    head = f'MIME-Version: 1.0\nFrom: a@b.example\nSubject: x\nContent-Type: text/plain; charset="{charset}"\n\n'
    assert "“never”" in one(head.encode() + (TEXT + "She said: “never”.").encode("cp1252")).text


def test_a_message_of_a_thousand_nested_parts_is_one_failure() -> None:
    head = b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nMessage-ID: <1@x>\n"
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(1000))
    forwarded = b"Content-Type: message/rfc822\n\n" * 1000
    for content in (head + nested, head + forwarded, head + nested[:4000] + TEXT.encode()):
        (result,) = read("-", stdin=content)
        assert isinstance(result, Failure)
        assert result.advice


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400), st.integers(0, 600))
def test_any_damage_to_a_letter_is_a_value(damage: bytes, at: int) -> None:
    raw = letter("<p>One.</p><p>Two.</p>")
    result = read_mail(raw[:at] + damage + raw[at + len(damage) // 2 :], "a.eml")
    assert isinstance(result, Article | Failure)
    assert isinstance(result, Failure) or not result.url or result.url.startswith(("http://", "https://"))


@pytest.mark.parametrize("raw", ["=?utf-8?q?=ED=A0=80?=", "=?x-none?b?////?=", "=?utf-8?b?a?=", "\udcff\udcfe"])
def test_broken_headers_are_text(raw: str) -> None:
    found = find_header(parse_mail(f"Subject: {raw}\n\nx".encode("utf-8", "surrogateescape")), "Subject")
    found.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert "\n" not in found


def test_a_mailbox_gives_each_letter_and_unquotes_lines() -> None:
    quoted = letter(text="A line of the letter is quoted.\n>From here on it is as usual, and so the council voted.\n")
    messages = list(split_mbox(open_bytes(mbox(letter(), quoted, letter()), "a.mbox").stream))
    assert len(messages) == 3
    assert b"\nFrom here on" in messages[1].replace(b"\r", b"")
    german = letter(text="Der Rat hat am Dienstag beschlossen, dass die Schleusen von einer Maschine bedient werden.")
    results = read("-", stdin=mbox(letter(), german.replace(b"abc.1", b"abc.2")))
    assert [type(result) for result in results] == [Article, Skipped]


def test_a_truncated_mailbox_gives_what_is_there() -> None:
    box = mbox(*(letter(Message_ID=f"<{n}@x>") for n in range(5)))
    assert len(read("-", stdin=box[: len(box) // 2])) in (2, 3)


class Endless(io.RawIOBase):
    """A mailbox of so many letters that is made while it is read."""

    def __init__(self, count: int) -> None:
        body = letter() + b"A line of prose that says what the council said of its sluices. %s\n" % (b"x" * 5_000) * 20
        self.letters = (mbox(body) for _ in range(count))
        self.rest = b""
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        self.rest = self.rest or next(self.letters, b"")
        given, self.rest = self.rest[: len(view)], self.rest[len(view) :]
        view[: len(given)] = given
        self.given += len(given)
        return len(given)


def test_a_mailbox_of_100_megabytes_takes_the_memory_of_a_letter() -> None:
    endless = Endless(1_050)
    tracemalloc.start()
    count = sum(1 for _ in split_mbox(io.BufferedReader(endless)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 1_050
    assert endless.given > 100_000_000
    assert peak < 5_000_000


def test_a_letter_that_is_far_too_large_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "MAX_MESSAGE_BYTES", 5_000)
    results = read("-", stdin=mbox(letter(text="A line that goes on.\n" * 5_000), letter()))
    assert [type(result) for result in results] == [Failure, Article]
