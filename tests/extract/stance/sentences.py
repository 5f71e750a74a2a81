"""Sentences that are so, that are not, and that somebody says, in the notation of cast.py."""

NOT_SO = {
    "supposed": """
        Suppose, the paper says, that Acme acquired Zenith tomorrow. => Conditional: Acme acquires Zenith
        "Imagine," said the judge, "that Acme had sued Zenith." => Conditional: Acme actsAgainst Zenith
        Let us assume that Acme acquired Zenith. => Conditional: Acme acquires Zenith
        Picture a world in which Acme acquired Zenith. => Conditional: Acme acquires Zenith
        In the film, Acme acquires Zenith. => Conditional: Acme acquires Zenith
        In Mara Lind's new novel, Acme acquires Zenith. => Conditional: Acme acquires Zenith
        For Acme to acquire Zenith would be a mistake. => Conditional: Acme acquires Zenith
        An acquisition of Zenith by Acme would be a mistake. => Conditional: Acme acquires Zenith
    """,
    "rumours": """
        Rumour has it that Acme acquired Zenith. => Possible: Acme acquires Zenith
        Word is that Acme acquired Zenith. => Possible: Acme acquires Zenith
        Acme is suing Zenith, one rumour went. => Possible: Acme actsAgainst Zenith
        According to a rumour, Acme acquired Zenith. => Possible: Acme acquires Zenith
        To hear Mara Lind tell it, Acme built Bolt. => Possible: Acme develops Bolt
        There was talk of a pact between Acme and Zenith. => Possible: Acme collaboratesWith Zenith
        A fake press release said that Acme had acquired Zenith. => Possible: Acme acquires Zenith
        There is no evidence that Acme acquired Zenith. => Possible: Acme acquires Zenith
        Mara Lind falsely said that Acme had acquired Zenith. => Possible: Acme acquires Zenith
    """,
    "denied by another": """
        Mara Lind says that Acme built Bolt, which Acme denies. => Possible: Acme develops Bolt
        Mara Lind says that Acme built Bolt, a claim that Acme disputes. => Possible: Acme develops Bolt
        Mara Lind said that Acme had acquired Zenith. Zenith denied it. => Possible: Acme acquires Zenith
        Mara Lind said that Acme had acquired Zenith. That is not true, said Zenith. => Possible: Acme acquires Zenith
        Mara Lind said that Acme works with Zenith. Zenith said there was no such work. => \
            Possible: Acme collaboratesWith Zenith
        A caller said that Acme had acquired Zenith. It had not. => Possible: Acme acquires Zenith
        Trainees were told that Acme had acquired Zenith. Neither thing has happened. => Possible: Acme acquires Zenith
    """,
    "what becomes of it": """
        The acquisition of Zenith by Acme fell through. => Denied: Acme acquires Zenith
        The acquisition of Zenith by Acme never happened. => Denied: Acme acquires Zenith
        Acme's acquisition of Zenith collapsed in May. => Denied: Acme acquires Zenith
        Acme's partnership with Zenith is off. => Denied: Acme collaboratesWith Zenith
        A partnership between Acme and Zenith is on the table. => Possible: Acme collaboratesWith Zenith
        A tie-up between Acme and Zenith was possible but far from certain. => Possible: Acme collaboratesWith Zenith
        An investigation of Acme by the Data Authority is possible. => Possible: Data Authority actsAgainst Acme
    """,
    "not signed, not cleared, come to nothing": """
        Acme's acquisition of Zenith is subject to approval by shareholders. => Planned: Acme acquires Zenith
        Subject to regulatory approval, Acme acquired Zenith. => Conditional: Acme acquires Zenith
        Under a draft contract, Acme acquires Zenith. => Conditional: Acme acquires Zenith
        Acme was going to acquire Zenith. => Planned: Acme acquires Zenith
        Critics recalled Acme's failed takeover of Zenith. => Denied: Acme acquires Zenith
        Acme aborted its takeover of Zenith. => ~ Acme acquires Zenith
        An unsigned contract between Acme and Zenith was found. => Planned: Acme collaboratesWith Zenith
    """,
    "whose it is to be": """
        Lawyers read Norland's proposed Data Act. => Planned: Norland enacts Data Act
        In the film, Acme's Bolt failed. => Conditional: Acme develops Bolt
    """,
    "instead of it": """
        Rather than buy Zenith outright, as it had intended, Acme signed a contract. => Denied: Acme acquires Zenith
        Acme talked to Zenith rather than sue it. => ~ Acme actsAgainst Zenith
        Contrary to reports that Acme had acquired Zenith, nothing was signed. => Possible: Acme acquires Zenith
        Let us say that Acme built Bolt. => Conditional: Acme develops Bolt
    """,
    "over": """
        Acme is no longer part of Zenith. => Denied: Acme partOf Zenith
        Acme, once part of Zenith, is independent. => Denied: Acme partOf Zenith
        Acme used to be part of Zenith. => Denied: Acme partOf Zenith
        Acme was part of Zenith until May. => Denied: Acme partOf Zenith
    """,
    "left out": """
        Everyone but Acme signed the Safety Charter. => ~ Acme signs Safety Charter
        It was Kestrel, and not as first reported Acme, that acquired Zenith. => ~ Acme acquires Zenith
        It was not Acme that acquired Zenith. => ~ Acme acquires Zenith
    """,
    "not quite": """
        Acme almost acquired Zenith. => Denied: Acme acquires Zenith
        The Audit Bill was nearly adopted by Parliament. => Denied: Parliament enacts Audit Bill
        Acme is hardly a rival of Zenith. => Denied: Acme competesWith Zenith
        Acme is close to acquiring Zenith. => Planned: Acme acquires Zenith
        Acme is on the verge of acquiring Zenith. => Planned: Acme acquires Zenith
        Acme would be the first company to sign the Safety Charter. => Conditional: Acme signs Safety Charter
        Acme hopes to be the first to sign the Safety Charter. => Planned: Acme signs Safety Charter
        Acme was not among those that signed the Safety Charter. => Denied: Acme signs Safety Charter
        Acme has ruled out acquiring Zenith. => Denied: Acme acquires Zenith
        Kestrel has shares in neither Acme nor Zenith. => Denied: Kestrel funds Acme; Denied: Kestrel funds Zenith
        Mara Lind, the self-styled founder of Acme, said no. => Possible: Acme foundedBy Mara Lind
        Mara Lind, a would-be founder of Acme, said no. => Possible: Acme foundedBy Mara Lind
    """,
    "denied twice": """
        Acme did not refuse to sue Zenith. => Possible: Acme actsAgainst Zenith
        Acme has not ruled out suing Zenith. => Possible: Acme actsAgainst Zenith
    """,
    "said of the report": """
        Reports that Acme had acquired Zenith were wrong. => Denied: Acme acquires Zenith
        Claims that Acme acquired Zenith were rejected by both. => Denied: Acme acquires Zenith
        Rumours that Acme had acquired Zenith are unconfirmed. => Possible: Acme acquires Zenith
    """,
    "said before the noun": """
        Acme is a potential partner of Zenith. => Possible: Acme collaboratesWith Zenith
        Acme, named as a possible partner of Zenith, kept silent. => Possible: Acme collaboratesWith Zenith
        Kestrel is seen as a prospective rival of Zenith. => Possible: Kestrel competesWith Zenith
        Lawyers read the proposed acquisition of Zenith by Kestrel. => Planned: Kestrel acquires Zenith
    """,
    "planned": """
        Acme plans to sue Zenith. => Planned: Acme actsAgainst Zenith
        Acme will acquire Zenith in May. => Planned: Acme acquires Zenith
        Acme has agreed to acquire Zenith. => Planned: Acme acquires Zenith
        Acme is expected to fine Zenith. => Planned: Acme actsAgainst Zenith
        Acme is set to sue Zenith. => Planned: Acme actsAgainst Zenith
        Acme vowed to sue Zenith. => Planned: Acme actsAgainst Zenith
        Acme threatened to sue Zenith. => Planned: Acme actsAgainst Zenith
        Acme is to sue Zenith. => Planned: Acme actsAgainst Zenith
        Acme has to sue Zenith. => Planned: Acme actsAgainst Zenith
        Acme is likely to sue Zenith. => Planned: Acme actsAgainst Zenith
        Bolt, a chatbot to be released by Acme in May, costs nothing. => Planned: Acme releases Bolt
        Zenith, a lender to be acquired by Kestrel, lost money. => Planned: Kestrel acquires Zenith
        Zenith will be bought by Kestrel. => Planned: Kestrel acquires Zenith
        Acme hopes to begin building Bolt in May. => Planned: Acme develops Bolt
    """,
    "taken back": """
        Last week I wrote that Kestrel had acquired Zenith. It has not. => Denied: Kestrel acquires Zenith
        An earlier version of this article said that Acme had sued Zenith. => Denied: Acme actsAgainst Zenith
        We incorrectly reported that Acme had sued Zenith. => Denied: Acme actsAgainst Zenith
    """,
    "headline's future": """
        Kestrel to acquire Zenith for $5 million => Planned: Kestrel acquires Zenith
        Heron Labs to release Quill in May => Planned: Heron Labs releases Quill
    """,
    "possible": """
        Acme may sue Zenith. => Possible: Acme actsAgainst Zenith
        Acme might have sued Zenith. => Possible: Acme actsAgainst Zenith
        Acme could sue Zenith. => Possible: Acme actsAgainst Zenith
        Acme should sue Zenith. => Possible: Acme actsAgainst Zenith
        Acme is considering suing Zenith. => Possible: Acme actsAgainst Zenith
        Acme reportedly sued Zenith. => Possible: Acme actsAgainst Zenith
        Acme allegedly built Bolt. => Possible: Acme develops Bolt
        Acme is accused of building Bolt. => Possible: Acme develops Bolt
        Acme seems to have built Bolt. => Possible: Acme develops Bolt
        Acme is believed to have built Bolt. => Possible: Acme develops Bolt
        Acme is said to have built Bolt. => Possible: Acme develops Bolt
        It is unclear whether Acme built Bolt. => Possible: Acme develops Bolt
        Officials suspect that Acme built Bolt. => Possible: Acme develops Bolt
        Tom Okafor believes that Acme sued Zenith. => Possible: Acme actsAgainst Zenith
        Acme is able to sue Zenith. => Possible: Acme actsAgainst Zenith
        A judge allowed Acme to sue Zenith. => Possible: Acme actsAgainst Zenith
    """,
    "question": """
        Did Acme build Bolt? => Possible: Acme develops Bolt
        Who knew that Acme had built Bolt? => Possible: Acme develops Bolt
        “Did Acme build Bolt?” => Possible: Acme develops Bolt
    """,
    "conditional": """
        Acme would sue Zenith. => Conditional: Acme actsAgainst Zenith
        If Acme sues Zenith, investors will leave. => Conditional: Acme actsAgainst Zenith
        Unless Acme sues Zenith, nothing will change. => Conditional: Acme actsAgainst Zenith
        Investors would leave if Acme sued Zenith. => Conditional: Acme actsAgainst Zenith
        Once Acme sues Zenith, investors will leave. => Conditional: Acme actsAgainst Zenith
        Tom Okafor said that Acme would sue Zenith. => Conditional: Acme actsAgainst Zenith
    """,
    "denied": """
        Acme has not sued Zenith. => Denied: Acme actsAgainst Zenith
        Acme didn't sue Zenith. => Denied: Acme actsAgainst Zenith
        Acme never sued Zenith. => Denied: Acme actsAgainst Zenith
        Acme declined to sue Zenith. => Denied: Acme actsAgainst Zenith
        Acme refused to sign the Safety Charter. => Denied: Acme signs Safety Charter
        Acme has yet to sue Zenith. => Denied: Acme actsAgainst Zenith
        Acme failed to sue Zenith. => Denied: Acme actsAgainst Zenith
        Acme grew without suing Zenith. => Denied: Acme actsAgainst Zenith
        Acme is unwilling to sue Zenith. => Denied: Acme actsAgainst Zenith
        Acme is not a subsidiary of Kestrel. => Denied: Acme partOf Kestrel
        Zenith was never bought by Kestrel. => Denied: Kestrel acquires Zenith
        Acme was barred from suing Zenith. => Denied: Acme actsAgainst Zenith
    """,
    "denied by its subject or object": """
        Neither Acme nor Heron Labs sued Zenith. => \
            Denied: Acme actsAgainst Zenith; Denied: Heron Labs actsAgainst Zenith
        Acme did not sue Zenith, nor did Heron Labs sign the Safety Charter. => \
            Denied: Acme actsAgainst Zenith; Denied: Heron Labs signs Safety Charter
        Acme filed no lawsuit against Zenith. => Denied: Acme actsAgainst Zenith
        Acme signed neither the Data Act nor the Safety Charter. => ~ Acme signs Data Act; ~ Acme signs Safety Charter
        Acme is neither owned nor funded by Kestrel. => Denied: Kestrel funds Acme
        Acme did not sue Zenith, nor did it ban Quill. => Denied: Acme actsAgainst Zenith; ~ Acme actsAgainst Quill
    """,
    "denied by somebody": """
        Tom Okafor denied that Acme had sued Zenith. => Denied: Acme actsAgainst Zenith
        Acme denied having sued Zenith. => Denied: Acme actsAgainst Zenith
    """,
    "not said": """
        Tom Okafor did not say that Acme had sued Zenith. => Possible: Acme actsAgainst Zenith
        Tom Okafor may say that Acme sued Zenith. => Possible: Acme actsAgainst Zenith
        Tom Okafor will announce that Acme sued Zenith. => Possible: Acme actsAgainst Zenith
    """,
    "two at once": """
        Tom Okafor announced that Acme plans to sue Zenith. => Planned: Acme actsAgainst Zenith
        Acme will not sue Zenith. => Denied Planned: Acme actsAgainst Zenith
        Acme may not sue Zenith. => Denied Possible: Acme actsAgainst Zenith
        Acme would never sue Zenith. => Denied Conditional: Acme actsAgainst Zenith
        Acme might agree to sue Zenith. => Possible: Acme actsAgainst Zenith
    """,
}

SO = {
    "what stands beside it": """
        Mara Lind worked at Zenith until joining Acme in 2021. => Mara Lind worksFor Acme
        Mara Lind no longer speaks for Acme. => Mara Lind formerlyAt Acme
        Not Acme but Kestrel acquired Zenith. => Kestrel acquires Zenith; ~ Acme acquires Zenith
        Kestrel, but not Acme, signed the Safety Charter. => Kestrel signs Safety Charter; ~ Acme signs Safety Charter
        Mara Lind said that Acme had sued Zenith. Zenith denied that it had copied Bolt. => Acme actsAgainst Zenith
        Acme is suing Zenith. None of them has settled. => Acme actsAgainst Zenith
        Contrary to what you heard, Acme acquired Zenith. => Acme acquires Zenith
        A joint venture of Acme and Zenith will run the tests. => Acme collaboratesWith Zenith
        Acme is among those that signed the Safety Charter. => Acme signs Safety Charter
    """,
    "done after all": """
        Acme managed to sue Zenith. => Acme actsAgainst Zenith
        Acme was the first to sue Zenith. => Acme actsAgainst Zenith
        Acme was proud to fund Zenith. => Acme funds Zenith
        Acme began suing Zenith. => Acme actsAgainst Zenith
        Nothing happened until Acme sued Zenith. => Acme actsAgainst Zenith
        Acme celebrated after Kestrel sued Zenith. => Kestrel actsAgainst Zenith
        Acme left because Kestrel sued Zenith. => Kestrel actsAgainst Zenith
    """,
    "reported": """
        Tom Okafor said that Acme had sued Zenith. => Acme actsAgainst Zenith
        Reuters reported that Tom Okafor said Acme had sued Zenith. => Acme actsAgainst Zenith
        Tom Okafor revealed that Acme had acquired Zenith. => Acme acquires Zenith
    """,
    "apposition": """
        The Data Authority may fine Acme, the maker of Bolt. => \
            Acme develops Bolt; Possible: Data Authority actsAgainst Acme
        Tom Okafor declined to meet Mara Lind, chief executive of Acme. => Mara Lind worksFor Acme
        If Acme, the maker of Bolt, sues Zenith, investors will leave. => \
            Acme develops Bolt; Conditional: Acme actsAgainst Zenith
        Kestrel never met Zenith, a subsidiary of Acme. => Zenith partOf Acme
        Mara Lind, head of Acme, will resign. => Mara Lind worksFor Acme
        Tom Okafor does not trust Acme's founder, Mara Lind. => Acme foundedBy Mara Lind
    """,
    "relative and participial clauses": """
        The Data Authority has not fined Acme, which built Bolt. => \
            Acme develops Bolt; Denied: Data Authority actsAgainst Acme
        Acme may delay Bolt, built by Heron Labs. => Heron Labs develops Bolt
        Acme will test Quill, a chatbot developed by Zenith. => Zenith develops Quill
        Tom Okafor refused to meet Mara Lind, who founded Acme. => Acme foundedBy Mara Lind
        If Bolt, which Acme built, fails, investors will leave. => Acme develops Bolt
    """,
    "titles and possessors": """
        Kestrel may sue Acme founder Mara Lind. => Acme foundedBy Mara Lind; Possible: Kestrel actsAgainst Mara Lind
        Tom Okafor will never buy Acme's Bolt. => Acme develops Bolt
        Oslo-based Acme declined to sue Zenith. => Acme basedIn Oslo; Denied: Acme actsAgainst Zenith
    """,
    "coordination": """
        Acme did not sue Zenith or fine Kestrel. => \
            Denied: Acme actsAgainst Zenith; Denied: Acme actsAgainst Kestrel
        Acme may sue Zenith and ban Quill. => Possible: Acme actsAgainst Zenith; Possible: Acme actsAgainst Quill
        Acme did not sue Zenith, but Heron Labs sued Kestrel. => \
            Denied: Acme actsAgainst Zenith; Heron Labs actsAgainst Kestrel
        Acme sued Zenith and will sue Kestrel. => Acme actsAgainst Zenith; Planned: Acme actsAgainst Kestrel
        Acme sued Zenith but has not sued Kestrel. => Acme actsAgainst Zenith; Denied: Acme actsAgainst Kestrel
    """,
}

SAID = {
    "the article itself": """
        Acme built Bolt. => -: Acme develops Bolt
        Tom Okafor saw that Acme built Bolt. => -: Acme develops Bolt
        It emerged that Acme had built Bolt. => -: Acme develops Bolt
        Somebody said that Acme had built Bolt. => -: Acme develops Bolt
        Tom Okafor spoke. Acme built Bolt. => -: Acme develops Bolt
    """,
    "reporting verb before": """
        Tom Okafor said that Acme had built Bolt. => Tom Okafor: Acme develops Bolt
        Tom Okafor told [reporters|StakeholderGroup] that Acme had built Bolt. => Tom Okafor: Acme develops Bolt
        Heron Labs claimed that Acme had built Bolt. => Heron Labs: Acme develops Bolt
        Tom Okafor denied that Acme had built Bolt. => Tom Okafor: Acme develops Bolt
        The Grey Book says that Acme built Bolt. => Grey Book: Acme develops Bolt
        Acme announced that [it=Acme|Organization] had built Bolt. => ~ -: Acme develops Bolt
    """,
    "reporting verb after": """
        Acme built Bolt, Tom Okafor said. => Tom Okafor: Acme develops Bolt
        Acme has built Bolt, said Tom Okafor. => Tom Okafor: Acme develops Bolt
        “Acme built Bolt,” added Tom Okafor. => Tom Okafor: Acme develops Bolt
    """,
    "reporting verb within": """
        Acme, Tom Okafor said, had built Bolt. => Tom Okafor: Acme develops Bolt
        Last year, Tom Okafor added, Acme built Bolt. => Tom Okafor: Acme develops Bolt
        Acme, which Tom Okafor reported on, built Bolt. => -: Acme develops Bolt
    """,
    "noun of saying": """
        Tom Okafor's claim that Acme built Bolt was rejected. => Tom Okafor: Acme develops Bolt
        A statement by Tom Okafor that Acme had built Bolt was published. => Tom Okafor: Acme develops Bolt
        In Tom Okafor's view, Acme built Bolt. => Tom Okafor: Acme develops Bolt
    """,
    "passive": """
        It was said by Tom Okafor that Acme had built Bolt. => Tom Okafor: Acme develops Bolt
    """,
    "nearest of two": """
        Kestrel reported that Tom Okafor said Acme had built Bolt. => Tom Okafor: Acme develops Bolt
        Tom Okafor said Kestrel had reported that Acme built Bolt. => Kestrel: Acme develops Bolt
    """,
    "according to": """
        According to Tom Okafor, Acme built Bolt. => Tom Okafor: Acme develops Bolt
        Acme built Bolt, according to Tom Okafor. => Tom Okafor: Acme develops Bolt
        Acme built Bolt, according to the Grey Book. => Grey Book: Acme develops Bolt
        Acme built Bolt according to plan. => -: Acme develops Bolt
    """,
    "quotation": """
        “Acme built Bolt,” said Tom Okafor. => Tom Okafor: Acme develops Bolt
        “It was a hard year. Acme built Bolt in ten months,” said Tom Okafor. => Tom Okafor: Acme develops Bolt
        “It was a hard year,” said Tom Okafor. “Acme built Bolt in ten months.” => Tom Okafor: Acme develops Bolt
        "It was a hard year," said Tom Okafor. "Acme built Bolt in ten months." => Tom Okafor: Acme develops Bolt
        “It was a hard year,” said Tom Okafor. Acme built Bolt in ten months. => -: Acme develops Bolt
        “Acme built Bolt.” => -: Acme develops Bolt
    """,
    "apposition under a report": """
        Tom Okafor said that Acme, the maker of Bolt, had sued Zenith. => Tom Okafor: Acme actsAgainst Zenith
    """,
}
