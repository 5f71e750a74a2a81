"""Sentences of the second reading: what reporters write of careers, money and laws, in the notation of cast.py."""

NEWSROOM = {
    "careers, seats and parts": """
        Acme chairman and founder Mara Lind said no. => Mara Lind worksFor Acme; Acme foundedBy Mara Lind
        Mara Lind, previously at Acme, said no. => Mara Lind formerlyAt Acme
        After six years at Acme, Mara Lind joined Zenith. => Mara Lind formerlyAt Acme; Mara Lind worksFor Zenith
        Mara Lind was pushed out of Acme in May. => Mara Lind formerlyAt Acme
        Mara Lind lost a job at Acme in May. => Mara Lind formerlyAt Acme
        Mara Lind succeeded Tom Okafor as chief executive of Acme. => \
            Mara Lind worksFor Acme; Tom Okafor formerlyAt Acme
        Mara Lind succeeds Tom Okafor as head of Acme. => Mara Lind worksFor Acme; Tom Okafor formerlyAt Acme
        Mara Lind replaced Tom Okafor as chief executive of Acme in May. => \
            Mara Lind worksFor Acme; Tom Okafor formerlyAt Acme
        Tom Okafor was replaced by Mara Lind as chief executive of Acme. => \
            Mara Lind worksFor Acme; Tom Okafor formerlyAt Acme
        Mara Lind has been promoted to chief scientist at Acme. => Mara Lind worksFor Acme
        Acme, whose chief executive, Mara Lind, said no, grew. => Mara Lind worksFor Acme
        Mara Lind, whose job at Acme is to test models, said no. => Mara Lind worksFor Acme
        Mara Lind and Tom Okafor, both of Acme, said no. => Mara Lind worksFor Acme; Tom Okafor worksFor Acme
        Acme tapped Mara Lind to run safety. => Mara Lind worksFor Acme
        Acme named Mara Lind to its board. => Mara Lind worksFor Acme
        Acme added Mara Lind to its board. => Mara Lind worksFor Acme
        Mara Lind was named to Acme's board. => Mara Lind worksFor Acme
        Mara Lind remains at Acme. => Mara Lind worksFor Acme
        Mara Lind, formerly Acme's chief scientist, said no. => Mara Lind formerlyAt Acme
        Mara Lind, Acme's chief executive from 2019 to 2022, said no. => Mara Lind formerlyAt Acme
        Mara Lind served as chief executive of Acme from 2019 to 2022. => Mara Lind formerlyAt Acme
        Mara Lind held senior posts at Acme and Zenith. => Mara Lind formerlyAt Acme; Mara Lind formerlyAt Zenith
        Mara Lind formed Acme in 2019. => Acme foundedBy Mara Lind
        Mara Lind helped found Acme. => Acme foundedBy Mara Lind
        Mara Lind left Zenith to found Acme. => Acme foundedBy Mara Lind; Mara Lind formerlyAt Zenith
        Mara Lind quit Zenith to set up Acme. => Acme foundedBy Mara Lind; Mara Lind formerlyAt Zenith
        The Orrin Institute in Oslo said no. => Orrin Institute basedIn Oslo
        Acme, whose headquarters are in Oslo, said no. => Acme basedIn Oslo
        Acme, whose offices are in Oslo, said no. => Acme basedIn Oslo
        Based in Oslo, Acme makes robots. => Acme basedIn Oslo
        Based in Oslo, Acme was founded by Mara Lind. => Acme basedIn Oslo; Acme foundedBy Mara Lind
        Acme's Oslo headquarters burned. => Acme basedIn Oslo
        Acme makes its home in Oslo. => Acme basedIn Oslo
        Oslo is home to Acme. => Acme basedIn Oslo
        Acme and Zenith, both based in Oslo, said no. => Acme basedIn Oslo; Zenith basedIn Oslo
        Acme and Zenith, both of Oslo, said no. => Acme basedIn Oslo; Zenith basedIn Oslo
        Acme, one of Norland's biggest companies, said no. => Acme basedIn Norland
        Acme, Norland's largest bank, said no. => Acme basedIn Norland
        Zenith, an Acme company, said no. => Zenith partOf Acme
        Acme's Zenith division said no. => Zenith partOf Acme
    """,
    "money, deals and systems": """
        Acme raised $2 million from Zenith in May. Other backers include Kestrel. => Kestrel funds Acme
        Acme raised $2 million from Zenith in May. Kestrel also took part. => Kestrel funds Acme
        Acme raised $2 million in a round led by Zenith. Kestrel also participated. => Kestrel funds Acme
        Acme raised $2 million in a round led by Zenith. Tom Okafor and Kestrel joined the round. => \
            Kestrel funds Acme; Tom Okafor funds Acme
        Acme said Zenith had led the round, with Kestrel taking part. => Kestrel funds Acme
        Kestrel participated in Acme's seed round. => Kestrel funds Acme
        Kestrel joined Acme's latest round. => Kestrel funds Acme
        Kestrel put up $2 million for Acme. => Kestrel funds Acme
        The Orrin Institute is supported by grants from Kestrel. => Kestrel funds Orrin Institute
        Donors to the Orrin Institute include Kestrel. => Kestrel funds Orrin Institute
        Kestrel is a donor to the Orrin Institute. => Kestrel funds Orrin Institute
        Kestrel bet $2 million on Acme. => Kestrel funds Acme
        Kestrel paid $2 million to acquire Zenith. => Kestrel acquires Zenith
        Kestrel spent $2 million to buy Zenith. => Kestrel acquires Zenith
        Bolt's developer, Acme, said no. => Acme develops Bolt
        Bolt's maker, Acme, said no. => Acme develops Bolt
        Acme, Bolt's maker, said no. => Acme develops Bolt
    """,
    "laws, cases and stances": """
        The Data Act became law in Norland in May. => Norland enacts Data Act
        Ten companies signed the Safety Charter, including Acme and Zenith. => \
            Acme signs Safety Charter; Zenith signs Safety Charter
        Ten companies have signed the Safety Charter. They include Acme and Zenith. => \
            Acme signs Safety Charter; Zenith signs Safety Charter
        Ten companies have signed the Safety Charter. Among them are Acme and Zenith. => \
            Acme signs Safety Charter; Zenith signs Safety Charter
        Acme settled with Zenith. => ~ Acme actsAgainst Zenith
        Acme paid a $2 million fine to the Data Authority. => Data Authority actsAgainst Acme
        Zenith threatened Acme with a lawsuit. => ~ Zenith actsAgainst Acme; ~ Acme actsAgainst Zenith
        Parliament passed the Audit Bill over the objections of Acme. => Acme opposes Audit Bill
        Parliament passed the Audit Bill despite opposition from Acme. => Acme opposes Audit Bill
        Parliament passed the Data Act in May. Acme welcomed the move. => Acme supports Data Act
        Parliament passed the Data Act in May. Acme welcomed the vote. => Acme supports Data Act
        Parliament passed the Data Act in May. Acme criticised the move. => Acme opposes Data Act
    """,
}
