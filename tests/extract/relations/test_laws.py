"""Who backs, attacks, signs, makes and falls under laws, in the constructions that reporting on them is full of."""

import pytest

from tests.extract.cast import find_wrong

TABLES = {
    "companions": """
        Acme, joined by Zenith, attacked the Audit Bill. => Acme opposes Audit Bill; Zenith opposes Audit Bill
        Acme signed the Safety Charter, along with Zenith. => Acme signs Safety Charter; Zenith signs Safety Charter
        Acme joined Zenith in backing the Audit Bill. => Acme supports Audit Bill; Zenith supports Audit Bill
        Acme, like Zenith, backs the Audit Bill. => Acme supports Audit Bill; Zenith supports Audit Bill
        Acme signed the Safety Charter, as did Zenith. => Acme signs Safety Charter; Zenith signs Safety Charter
    """,
    "members": """
        Among the signatories to the Safety Charter is Acme. => Acme signs Safety Charter
        Opponents of the Audit Bill, led by Acme, met. => Acme opposes Audit Bill
        Acme is among those who signed the Safety Charter. => Acme signs Safety Charter
        The list of signers of the Safety Charter includes Acme. => Acme signs Safety Charter
    """,
    "fates": """
        Acme urged the governor to sign the Audit Bill. => Acme supports Audit Bill
        Acme asked the governor not to sign the Audit Bill. => Acme opposes Audit Bill
        Acme wants the Audit Bill scrapped. => Acme opposes Audit Bill
        Acme called for the repeal of the Data Act. => Acme opposes Data Act
    """,
    "verdicts": """
        Acme said the Audit Bill would stifle research. => Acme opposes Audit Bill
        Acme said the Audit Bill would not stifle research. => ~ Acme opposes Audit Bill
        For Acme, the Audit Bill is a disaster. => Acme opposes Audit Bill
        The Audit Bill does not go far enough, Acme said. => Acme opposes Audit Bill
        The Audit Bill goes far enough, Acme said. => ~ Acme opposes Audit Bill
    """,
    "left out": """
        The Audit Bill is long. Acme and Zenith have objected. => Acme opposes Audit Bill; Zenith opposes Audit Bill
        The Safety Charter is short. Acme signed with a grimace. => Acme signs Safety Charter
        The Audit Bill is long. Critics of the dam include Acme. => ~ Acme opposes Audit Bill
        Mara Lind sued Acme. The other plaintiff, Zenith, followed. => Zenith actsAgainst Acme
    """,
    "origins": """
        Opposition to the Audit Bill came from Acme. => Acme opposes Audit Bill
        Oversight of Acme falls to the Data Authority. => Data Authority regulates Acme
    """,
    "duties": """
        Acme must obey the Data Act. => Data Act regulates Acme
        The Data Act's rules apply to laboratories. => Data Act regulates laboratories
        Laboratories have no duties under the Data Act. => ~ Data Act regulates laboratories
    """,
    "open": """
        Had Acme signed the Safety Charter, Zenith would have followed. => ~ Acme signs Safety Charter
        Acme denied reports that the Data Authority had fined it. => ~ Data Authority actsAgainst Acme
    """,
}


@pytest.mark.parametrize("name", TABLES)
def test_reads_what_is_said_of_laws(name):
    assert not find_wrong(TABLES[name])
