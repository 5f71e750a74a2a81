"""Writes small PDF files: lines of text in Helvetica at given places."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """A line at a place, in points from the page's lower left."""

    text: str
    x: float
    y: float
    size: float = 11
    is_bold: bool = False


def to_pdf(pages: Sequence[Sequence[Printed]], **told: str) -> bytes:
    """A PDF file of the pages; `told` is its document information (Title, Author, CreationDate)."""
    info = " ".join(f"/{key} ({value})" for key, value in told.items())
    fonts = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> " + (
        "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    )
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< {info} >>".encode("cp1252"),
    ]
    for number, page in enumerate(pages):
        stream = b"\n".join(map(_draw, page))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << {fonts} >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _bind(objects)


def _draw(line: Printed) -> bytes:
    text = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    at = f"{line.x} {line.y}".encode()
    return b"BT /F%d %d Tf 1 0 0 1 %s Tm (%s) Tj ET" % (1 + line.is_bold, line.size, at, text)


def _bind(objects: Sequence[bytes]) -> bytes:
    """The file of the objects, with the table that says where each begins."""
    content = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer << /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(content)
