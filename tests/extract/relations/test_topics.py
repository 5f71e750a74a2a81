"""A title that nothing says more of belongs to the organization that the text was speaking of."""

import pytest

from tests.extract.cast import claims


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Acme sells tools. Chief executive Mara Lind said no.", "Mara Lind worksFor Acme"),
        ("Acme sells tools. Its shares fell. Spokesman Tom Okafor said no.", "Tom Okafor worksFor Acme"),
        ("Acme sells tools to Zenith. Founder Mara Lind said no.", "Acme foundedBy Mara Lind"),
        ("Zenith was sold. Acme sells tools. General counsel Mara Lind said no.", "Mara Lind worksFor Acme"),
    ],
)
def test_a_title_before_a_name_is_of_the_subject_before(text, fact):
    assert fact in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme sells tools. President Mara Lind said no.",
        "Acme sells tools. Senator Mara Lind said no.",
        "Oslo is cold. Chief executive Mara Lind said no.",
        "Chief executive Mara Lind said no. Acme sells tools.",
    ],
)
def test_no_office_of_state_and_no_later_organization(text):
    assert not {claim for claim in claims(text) if "worksFor" in claim}


def test_a_title_with_an_owner_of_its_own_stays_there():
    found = claims("Acme sells tools. Zenith chief executive Mara Lind said no.")
    assert "Mara Lind worksFor Zenith" in found
    assert "Mara Lind worksFor Acme" not in found
