"""Sentences that say who is for or against what others propose, and what is meant to prevent what.

"Mara Lind supports: yearly audits" stands for a claim about the proposal of that label; "Data Act mitigates: fraud" for
one about a risk. A claim behind "~" must not be made.
"""

SIDES = {
    "the idea": """
        Mara Lind called for yearly audits. Kestrel rejected the idea; Acme welcomed it. => \
            Kestrel opposes: yearly audits; Acme supports: yearly audits
        Mara Lind called for yearly audits. Zenith sold the idea. =>
    """,
    "its own words": """
        Mara Lind called for a ban on cheap drones. Acme opposes such a ban. => Acme opposes: ban on cheap drones
        Mara Lind called for a ban on cheap drones. Acme backs a prohibition. => Acme supports: ban on cheap drones
        Mara Lind called for a ban on cheap drones. Acme opposes a tax. =>
        Mara Lind called for a ban on cheap drones. Acme supports the drones. =>
    """,
    "nothing said of it": """
        Mara Lind called for yearly audits. Kestrel was firmly opposed. => Kestrel opposes: yearly audits
        Mara Lind called for yearly audits. Kestrel is in favour. => Kestrel supports: yearly audits
    """,
    "the second demand": """
        Kestrel demanded yearly audits and a public ledger of failures. Acme has rejected the second demand. => \
            Acme opposes: public ledger of failures; ~ Acme opposes: yearly audits
    """,
    "so does, as do": """
        Mara Lind called for yearly audits. Kestrel is for them, and so is Acme. => \
            Kestrel supports: yearly audits; Acme supports: yearly audits
        Mara Lind called for a treaty on drones. Norland is against such a treaty, as is Acme. => \
            Norland opposes: treaty on drones
    """,
    "does not support": """
        Mara Lind called for a cap on fees. Acme does not support a cap. => Acme opposes: cap on fees
        Mara Lind called for a cap on fees. Acme has not supported a cap. =>
    """,
    "what it would be": """
        Mara Lind proposed a tax on idle chips. "The tax would be a mistake," said Tom Okafor. => \
            Tom Okafor opposes: tax on idle chips
    """,
    "the one who proposes it": """
        Mara Lind called for yearly audits. Mara Lind defended the idea. =>
    """,
    "a wish to do away with it": """
        Mara Lind urged Parliament to stop the trial. Acme supports the trial. =>
    """,
    "a law named since": """
        Mara Lind called for yearly audits. The Data Act passed. Kestrel rejected it. => \
            ~ Kestrel opposes: yearly audits
    """,
    "what somebody is asked to reject": """
        Mara Lind called for yearly audits. Tom Okafor urged lawmakers to reject the idea. =>
    """,
}

REMEDIES = {
    "meant to": """
        The Data Act is meant to prevent forged records. => Data Act mitigates: forged records
        The Data Act is designed to curb identity theft. => Data Act mitigates: identity theft
        The Data Act does not prevent forged records, Mara Lind warned. =>
    """,
    "to guard against it": """
        To guard against forged records, Mara Lind wants laboratories to keep the tapes. => \
            keep the tapes mitigates: forged records
        Mara Lind warned of forged records. To prevent this, Mara Lind urged laboratories to keep the tapes. => \
            keep the tapes mitigates: forged records
    """,
    "would reduce it": """
        Mara Lind warned of flash crashes. Mara Lind proposed an emergency brake on trading. The emergency brake would \
            reduce the risk of flash crashes. => emergency brake on trading mitigates: flash crashes
    """,
}
