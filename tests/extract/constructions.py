"""Sentences for each construction of English that relations are read through, in the notation of cast.py."""

VERBAL = {
    "active": """
        Acme built Bolt over two years. => Acme develops Bolt
        Kestrel acquired Zenith in March. => Kestrel acquires Zenith; ~ Zenith acquires Kestrel
        The Data Authority fined Acme for the breach. => Data Authority actsAgainst Acme
        The Data Authority fined Acme $5 million. => Data Authority actsAgainst Acme
        The Data Authority fined Acme 92 million crowns. => Data Authority actsAgainst Acme
        Acme competes with Zenith. => Acme competesWith Zenith
        Heron Labs opposes the Audit Bill. => Heron Labs opposes Audit Bill
        The Data Act applies to laboratories. => Data Act regulates laboratories
        Kestrel gave Heron Labs $2 million. => Kestrel funds Heron Labs
        Mara Lind wrote to Acme. =>
        Acme saw Bolt. =>
        Acme and Zenith grew. =>
    """,
    "particle": """
        Kestrel took over Zenith. => Kestrel acquires Zenith
        Acme signed up to the Safety Charter. => Acme signs Safety Charter
        Acme teamed up with Zenith. => Acme collaboratesWith Zenith
        Heron Labs came out against the Audit Bill. => Heron Labs opposes Audit Bill
        Kestrel took Zenith along. =>
        Acme took up the Safety Charter. => ~ Acme signs Safety Charter
    """,
    "passive": """
        Bolt was built by Acme. => Acme develops Bolt
        Zenith has been acquired by Kestrel. => Kestrel acquires Zenith; ~ Zenith acquires Kestrel
        Acme was fined by the Data Authority last year. => Data Authority actsAgainst Acme
        Zenith is owned by Kestrel. => Zenith partOf Kestrel
        The Audit Bill was adopted by Parliament. => Parliament enacts Audit Bill
        Acme was founded by Mara Lind. => Acme foundedBy Mara Lind
        Acme is backed by Kestrel and Heron Labs. => Kestrel funds Acme; Heron Labs funds Acme
        Acme is backed by Kestrel and by Heron Labs. => Kestrel funds Acme; Heron Labs funds Acme
        The Data Authority fined Acme, but not Zenith. => \
            Data Authority actsAgainst Acme; ~ Data Authority actsAgainst Zenith
        Founded in 2024 by Mara Lind, Acme has grown. => Acme foundedBy Mara Lind
        Under the Audit Bill, adopted by Parliament in May, councils must ask. => Parliament enacts Audit Bill
        Parliament adopted the Audit Bill in May: it requires that councils ask. => Parliament enacts Audit Bill
        Bolt was built by accident at Acme. =>
        Bolt was built near Acme. => ~ Acme acquires Bolt
    """,
    "titles of nobody": """
        Acme sells tools. Chief executive Mara Lind said so. => Mara Lind worksFor Acme
        Acme sells tools. Founder Mara Lind said so. => Acme foundedBy Mara Lind
        Acme sells tools. President Mara Lind said so. =>
        At Acme, chief scientist Mara Lind said no. => Mara Lind worksFor Acme
        A psychologist from Acme, Mara Lind, said no. => Mara Lind worksFor Acme
    """,
    "members": """
        Acme works with agencies, Zenith and Heron Labs among them. => \
            Acme collaboratesWith Zenith; Acme collaboratesWith Heron Labs
        Acme started with $27 million from backers that include Kestrel and Heron Labs. => \
            Kestrel funds Acme; Heron Labs funds Acme
        Acme was launched with $27,000 from Kestrel. => Kestrel funds Acme
        Kestrel gave Acme $350,000 over two years. => Kestrel funds Acme
        Zenith and seven other papers that belong to Kestrel may sue. => Zenith partOf Kestrel
        One of them, the Data Act, obliges laboratories to ask. => Data Act regulates laboratories
        Kestrel sued Acme, of Leeds, which built Bolt. => Acme develops Bolt
        Leeds prosecutors sued Acme. => ~ Leeds actsAgainst Acme
        The Data Authority in Oslo, which fined Acme, agreed. => \
            Data Authority actsAgainst Acme; ~ Oslo actsAgainst Acme
        Norland sued Acme. => Norland actsAgainst Acme
        Mara Lind, Acme's chief scientist, introduced Bolt. => Acme releases Bolt; Acme develops Bolt
        Mara Lind, Acme's former chief scientist, introduced Bolt. => ~ Acme releases Bolt
        Prosecutors from the Data Authority sued Acme. => Data Authority actsAgainst Acme
        Mara Lind of Acme, Tom Okafor of Zenith and Ines Roy signed the Safety Charter. => \
            Mara Lind signs Safety Charter; Tom Okafor signs Safety Charter; Ines Roy signs Safety Charter
        Mara Lind is among nine people to sign the Safety Charter. => Mara Lind signs Safety Charter
        Acme backs the Data Act, Zenith opposes it. => Acme supports Data Act
        Acme was ordered to stop using Bolt by the Data Authority. => Data Authority actsAgainst Acme
        Acme was fined. Zenith sued Acme. The case was brought by Kestrel. => Kestrel actsAgainst Acme
        The Safety Charter, a set of rules drawn up by Heron Labs, is short. => Heron Labs enacts Safety Charter
        Acme signed a pledge and a partnership with Zenith. => Acme collaboratesWith Zenith
        Acme signed a memorandum of understanding with Zenith. => Acme collaboratesWith Zenith
        Acme staff built Bolt. => Acme develops Bolt
        Zenith, Acme's larger rival, said no. => Zenith competesWith Acme
        The Data Authority fined agencies, among them. =>
    """,
    "relative": """
        Acme, which built Bolt, declined to comment. => Acme develops Bolt
        Bolt, which Acme built, won a prize. => Acme develops Bolt
        Tom Okafor praised the Bolt model Acme built. => Acme develops Bolt
        The Bolt models Acme trained in May failed. => Acme develops Bolt
        Zenith, which was bought by Kestrel in May, makes Quill. => Kestrel acquires Zenith; Zenith develops Quill
        Mara Lind, who runs Acme, met Tom Okafor. => Mara Lind worksFor Acme; ~ Tom Okafor worksFor Acme
        Tom Okafor praised the lab that built Bolt. =>
        Tom Okafor praised Acme, which competes with Zenith. => Acme competesWith Zenith
        Acme, which was sued by Zenith, agreed. => Zenith actsAgainst Acme; ~ Acme actsAgainst Zenith
        Acme, whose founder is Mara Lind, agreed. => Acme foundedBy Mara Lind
    """,
    "reduced relative": """
        Bolt, built by Acme, won a prize. => Acme develops Bolt
        Zenith, bought by Kestrel in May, is growing. => Kestrel acquires Zenith
        The prize went to Quill, a chatbot developed by Zenith. => Zenith develops Quill
        Acme signed the Data Act negotiated last year. => Acme signs Data Act
        Heron Labs welcomed the Data Act negotiated last year. => Heron Labs supports Data Act
        Tom Okafor tested Bolt, a chatbot trained by Acme. => Acme develops Bolt; ~ Tom Okafor develops Bolt
        Firms backed by Kestrel include Zenith. => ~ Zenith funds Kestrel
    """,
    "participial clause": """
        Acme unveiled Bolt, beating Zenith by a week. => Acme releases Bolt
        Founded by Mara Lind in 2019, Acme sells software. => Acme foundedBy Mara Lind
        Having built Bolt, Acme hired more staff. => Acme develops Bolt
        Acme grew quickly, buying Zenith in May. => Acme acquires Zenith
        Backed by Kestrel, Zenith moved. => Kestrel funds Zenith; ~ Zenith funds Kestrel
    """,
    "shared subject": """
        Acme hired engineers and built Bolt. => Acme develops Bolt
        Acme has sued Zenith but backs the Data Act. => Acme actsAgainst Zenith; Acme supports Data Act
        Heron Labs supports the Data Act and opposes the Audit Bill. => \
            Heron Labs supports Data Act; Heron Labs opposes Audit Bill; ~ Heron Labs opposes Data Act
        Acme was bought by Kestrel and moved to Oslo. => Kestrel acquires Acme
        Acme slept, and Zenith built Bolt. => Zenith develops Bolt; ~ Acme develops Bolt
    """,
    "controlled subject": """
        Acme managed to acquire Zenith. => Acme acquires Zenith
        Acme began building Bolt in 2020. => Acme develops Bolt
        Acme helped build Bolt. => Acme develops Bolt
        Acme made Heron Labs build Bolt. => Heron Labs develops Bolt; ~ Acme develops Bolt
        Acme admitted suing Zenith. => Acme actsAgainst Zenith
        Acme, the first lab to sign the Safety Charter, grew. => Acme signs Safety Charter
        After buying Zenith, Acme closed its office. => Acme acquires Zenith
        Zenith let Acme build Bolt. => ~ Zenith develops Bolt
        Mara Lind ordered Acme to sue Zenith. => Planned: Acme actsAgainst Zenith; ~ Mara Lind actsAgainst Zenith
        Kestrel accused Acme of suing Zenith. => \
            Possible: Acme actsAgainst Zenith; ~ Possible: Kestrel actsAgainst Zenith
    """,
    "purpose": """
        Acme copied millions of pages to train Bolt. => Acme develops Bolt
        Acme used stolen books to train Bolt. => Acme develops Bolt
        Acme flew to Oslo to sue Zenith. => Planned: Acme actsAgainst Zenith
        Kestrel met bankers in Leeds to buy Zenith. => ~ Kestrel acquires Zenith
    """,
    "dative": """
        Kestrel gave $2 million to Heron Labs. => Kestrel funds Heron Labs
        The Orrin Institute awarded Heron Labs a grant. => Orrin Institute funds Heron Labs
        Kestrel gave a talk to Heron Labs. => ~ Kestrel funds Heron Labs
    """,
    "money with a preposition": """
        Kestrel invested $40 million in Zenith. => Kestrel funds Zenith
        Zenith raised $40 million from Kestrel. => Kestrel funds Zenith; ~ Zenith funds Kestrel
        Kestrel invested heavily in steel. =>
        Zenith raised prices. =>
    """,
    "light verb": """
        Acme filed a lawsuit against Zenith. => Acme actsAgainst Zenith
        The Data Authority opened an investigation into Acme. => Data Authority actsAgainst Acme
        Acme announced a partnership with Zenith. => Acme collaboratesWith Zenith
        Acme put its name to the Safety Charter. => Acme signs Safety Charter
        A lawsuit was filed by Acme against Zenith. => Acme actsAgainst Zenith
        Acme read about a lawsuit against Zenith. => ~ Zenith actsAgainst Acme
    """,
    "event noun": """
        Acme's acquisition of Zenith was approved. => Acme acquires Zenith
        The acquisition of Zenith by Acme was approved. => Acme acquires Zenith
        The adoption of the Audit Bill by Parliament took a year. => Parliament enacts Audit Bill
        Acme's lawsuit against Zenith goes on. => Acme actsAgainst Zenith
        The acquisition surprised Acme and Zenith. =>
    """,
    "law-giver": """
        Norland enacted the Audit Bill. => Norland enacts Audit Bill
        Norland's parliament passed the Data Act in May. => Norland enacts Data Act
        The governor of Norland signed the Audit Bill. => Norland enacts Audit Bill
        Norland became the first state with such a rule when the governor signed the Audit Bill. => \
            Norland enacts Audit Bill
        A bakery in Norland passed the Audit Bill around. => ~ Norland enacts Audit Bill
    """,
}

COORDINATED = {
    "summed up by both": """
        Acme and Zenith, both based in Oslo, said no. => Acme basedIn Oslo; Zenith basedIn Oslo
        Heron Labs and Zenith, both owned by Kestrel, said no. => Heron Labs partOf Kestrel; Zenith partOf Kestrel
        Acme and Zenith, both friends of Kestrel, said no. => ~ Acme partOf Kestrel
    """,
    "subjects": """
        Acme and Zenith released Bolt. => Acme releases Bolt; Zenith releases Bolt
        Both Acme and Zenith released Bolt. => Acme releases Bolt; Zenith releases Bolt
        Mara Lind and Tom Okafor founded Acme. => Acme foundedBy Mara Lind; Acme foundedBy Tom Okafor
        The Data Act was signed by Acme and Zenith. => Acme signs Data Act; Zenith signs Data Act
    """,
    "objects": """
        Acme built Bolt and Quill. => Acme develops Bolt; Acme develops Quill
        The Data Authority fined Acme and Zenith. => \
            Data Authority actsAgainst Acme; Data Authority actsAgainst Zenith; ~ Acme actsAgainst Zenith
        Acme partnered with Zenith and Kestrel. => Acme collaboratesWith Zenith; Acme collaboratesWith Kestrel
        Acme was founded by Mara Lind and Tom Okafor. => Acme foundedBy Mara Lind; Acme foundedBy Tom Okafor
    """,
    "enumeration": """
        Acme, Zenith and Kestrel signed the Safety Charter. => \
            Acme signs Safety Charter; Zenith signs Safety Charter; Kestrel signs Safety Charter
        Acme, Zenith, Heron Labs, Kestrel and the Orrin Institute signed the Safety Charter. => \
            Acme signs Safety Charter; Zenith signs Safety Charter; Heron Labs signs Safety Charter; \
            Kestrel signs Safety Charter; Orrin Institute signs Safety Charter
        The Safety Charter was signed by Acme, Zenith, Heron Labs and Kestrel. => \
            Acme signs Safety Charter; Zenith signs Safety Charter; Heron Labs signs Safety Charter; \
            Kestrel signs Safety Charter
        Acme signed the Safety Charter, along with Zenith. => Acme signs Safety Charter
        Mara Lind, Tom Okafor and Ines Roy, the founders of Acme, agreed. => \
            Acme foundedBy Mara Lind; Acme foundedBy Tom Okafor; Acme foundedBy Ines Roy
    """,
    "heads": """
        Mara Lind, co-founder and chief executive of Acme, agreed. => Acme foundedBy Mara Lind
        Acme, the maker of Bolt, and Zenith, the maker of Quill, agreed. => \
            Acme develops Bolt; Zenith develops Quill; ~ Acme develops Quill; ~ Zenith develops Bolt
    """,
    "reciprocal": """
        Acme and Zenith are collaborating on chips. => Acme collaboratesWith Zenith
        Acme and Zenith compete fiercely. => ~ Acme actsAgainst Zenith
        Acme collaborates on chips. =>
    """,
}

NOMINAL = {
    "apposition after": """
        Mara Lind, chief executive of Acme, agreed. => Mara Lind worksFor Acme
        The prize went to Zenith, a subsidiary of Kestrel. => Zenith partOf Kestrel
        Acme, the company behind Bolt, declined. => Acme develops Bolt
        Tom Okafor met Mara Lind, the founder of Acme. => Acme foundedBy Mara Lind; ~ Acme foundedBy Tom Okafor
        Mara Lind, a critic of Acme, agreed. =>
        Mara Lind, unlike Acme, agreed. =>
    """,
    "apposition before": """
        Acme's president, Mara Lind, agreed. => Mara Lind worksFor Acme
        The head of Acme, Mara Lind, agreed. => Mara Lind worksFor Acme
        The maker of Bolt, Acme, has moved. => Acme develops Bolt
        Kestrel's subsidiary, Zenith, lost money. => Zenith partOf Kestrel
    """,
    "apposition by punctuation": """
        Zenith (ZN), the lending arm of Kestrel, lost money. => Zenith partOf Kestrel
        In May Mara Lind (pictured), head of policy at Acme, agreed. => Mara Lind worksFor Acme
    """,
    "chain of appositions": """
        Acme, a lab with big plans, the maker of Bolt, agreed. => Acme develops Bolt
        Zenith, a unit of Kestrel based in Leeds, agreed. => Zenith partOf Kestrel; Zenith basedIn Leeds
    """,
    "title before a name": """
        Acme founder Mara Lind agreed. => Acme foundedBy Mara Lind
        Acme president Mara Lind agreed. => Mara Lind worksFor Acme
        Bolt maker Acme was fined. => Acme develops Bolt
        They met Acme chief executive Mara Lind. => Mara Lind worksFor Acme
        They met Acme critic Mara Lind. => ~ Mara Lind worksFor Acme
    """,
    "copula": """
        Mara Lind is the chief executive of Acme. => Mara Lind worksFor Acme
        Zenith is a subsidiary of Kestrel. => Zenith partOf Kestrel
        Acme is the maker of Bolt. => Acme develops Bolt
        Mara Lind is also a professor at the Orrin Institute. => Mara Lind worksFor Orrin Institute
        Mara Lind remains head of Acme. => Mara Lind worksFor Acme
        Mara Lind became director of Acme in 2020. => Mara Lind worksFor Acme
        Mara Lind is a critic of Acme. =>
        Mara Lind is at odds with Acme. => ~ Mara Lind formerlyAt Acme
    """,
    "copula turned round": """
        The founder of Acme is Mara Lind. => Acme foundedBy Mara Lind
        The maker of Bolt is Acme. => Acme develops Bolt
        Acme, whose chief executive is Mara Lind, agreed. => Mara Lind worksFor Acme
    """,
    "named and joined as": """
        Mara Lind was named chief executive of Acme. => Mara Lind worksFor Acme
        Acme named Mara Lind chief executive. => Mara Lind worksFor Acme
        Acme appointed Mara Lind as head of safety. => Mara Lind worksFor Acme
        Mara Lind joined Acme as chief risk officer. => Mara Lind worksFor Acme
        Mara Lind serves as head of policy at Acme. => Mara Lind worksFor Acme
        Mara Lind serves as an adviser to Acme. => Mara Lind worksFor Acme
        Mara Lind is a threat to Acme. =>
        Acme considered hiring Mara Lind. => Possible: Mara Lind worksFor Acme
    """,
    "possessor": """
        They compared it with Acme's Bolt. => Acme develops Bolt
        Acme and [its=Acme|Organization] founder, Mara Lind, agreed. => Acme foundedBy Mara Lind
        Acme apologised for [its=Acme|Organization] chatbot, Bolt. => Acme develops Bolt
        They compared Acme and Bolt. =>
    """,
    "hyphenated participle": """
        The Oslo-based Acme agreed. => Acme basedIn Oslo
        Leeds-based Zenith agreed. => Zenith basedIn Leeds
        Kestrel-backed Zenith agreed. => Kestrel funds Zenith; ~ Zenith funds Kestrel
        Zenith, a Kestrel-backed lab, agreed. => Kestrel funds Zenith
        Zenith, a Kestrel-owned lender, agreed. => Zenith partOf Kestrel
        Oslo-bound Acme agreed. =>
    """,
    "partitive": """
        Acme trained the Bolt family of models. => Acme develops Bolt
        Acme built one of the Bolt models. => Acme develops Bolt
        Acme released several models, including Bolt and Quill. => Acme releases Bolt; Acme releases Quill
        Acme built a model of the Leeds bridge. =>
    """,
    "classifier": """
        Acme maintains the Bolt models. => Acme develops Bolt
        Acme released the Quill app in May. => Acme releases Quill
        Parliament passed the Data Act legislation. => Parliament enacts Data Act
        Acme discussed the Quill scandal. =>
    """,
    "examples": """
        Founders of Acme include Mara Lind and Tom Okafor. => Acme foundedBy Mara Lind; Acme foundedBy Tom Okafor
        Investors in Acme include Kestrel and Heron Labs. => Kestrel funds Acme; Heron Labs funds Acme
        Acme's backers, including Kestrel, agreed. => Kestrel funds Acme
        Critics of the Audit Bill include Heron Labs. => Heron Labs opposes Audit Bill
        Signatories of the Safety Charter include Acme and Zenith. => \
            Acme signs Safety Charter; Zenith signs Safety Charter
    """,
    "place": """
        Acme is based in Oslo. => Acme basedIn Oslo
        Acme, based in Oslo, agreed. => Acme basedIn Oslo
        Acme, of Oslo, agreed. => Acme basedIn Oslo
        Acme has its headquarters in Oslo. => Acme basedIn Oslo
        Acme met investors in Oslo. =>
    """,
    "title of a document": """
        Heron Labs published [How to Grow Slowly|Document] in May. => Heron Labs releases How to Grow Slowly
        Heron Labs published “[Who Pays|Document]”, a report on rents. => Heron Labs releases Who Pays
        A paper, “[Who Pays|Document]”, published by Heron Labs, caused a stir. => Heron Labs releases Who Pays
        A study from Heron Labs, “[The Cost of Waiting|Document]”, says so. => Heron Labs releases The Cost of Waiting
        In a report, “[Slow Growth|Document]”, Heron Labs found little. => Heron Labs releases Slow Growth
        Heron Labs read “[Who Pays|Document]” in May. =>
    """,
    "adposition": """
        Mara Lind of the Orrin Institute disagreed. => Mara Lind worksFor Orrin Institute
        Tom Okafor disagreed with Mara Lind of the Orrin Institute. => \
            Mara Lind worksFor Orrin Institute; ~ Tom Okafor worksFor Orrin Institute
        Mara Lind disagreed with the Orrin Institute. =>
    """,
}

AROUND = {
    "ellipsis": """
        Acme has signed the Safety Charter. So has Zenith. => Acme signs Safety Charter; Zenith signs Safety Charter
        Acme signed the Safety Charter. So did Zenith and Kestrel. => \
            Acme signs Safety Charter; Zenith signs Safety Charter; Kestrel signs Safety Charter
        Acme signed the Safety Charter, and so did Zenith. => \
            Acme signs Safety Charter; Zenith signs Safety Charter
        Acme has not signed the Safety Charter. Neither has Zenith. => \
            Denied: Acme signs Safety Charter; Denied: Zenith signs Safety Charter
        Acme has not signed the Safety Charter, nor has Zenith. => \
            Denied: Acme signs Safety Charter; Denied: Zenith signs Safety Charter
        Acme signed the Safety Charter. So Zenith left. => ~ Zenith signs Safety Charter
        Acme signed the Safety Charter. So does Oslo. => ~ Oslo signs Safety Charter
        So did Zenith. =>
    """,
    "bare title": """
        Zenith has grown under Mara Lind, who remains chief executive. => Mara Lind worksFor Zenith
        Acme was founded by Mara Lind, who remains chief executive. => Mara Lind worksFor Acme
        Acme lost money. Mara Lind, the chief executive, blamed the weather. => Mara Lind worksFor Acme
        Acme lost money. Mara Lind, the chief executive of Zenith, agreed. => \
            Mara Lind worksFor Zenith; ~ Mara Lind worksFor Acme
        Acme lost money. Mara Lind, the economist, blamed the weather. =>
        Mara Lind, the chief executive, blamed the weather. =>
    """,
    "model family": """
        Acme built Bolt. [Bolt 2|AISystem] costs less. => Acme develops Bolt; Acme develops Bolt 2
        Acme built [Bolt 2|AISystem]. Bolt was cheap. => Acme develops Bolt 2; Acme develops Bolt
        Acme built Bolt. [Bolt-2 Mini|AISystem] costs less than Quill. => \
            Acme develops Bolt-2 Mini; ~ Acme develops Quill
        Acme built Bolt. Zenith built [Bolt 2|AISystem]. [Bolt 3|AISystem] costs less. => \
            Acme develops Bolt; Zenith develops Bolt 2; ~ Acme develops Bolt 3; ~ Zenith develops Bolt 3
        Acme may build Bolt. [Bolt 2|AISystem] costs less. => ~ Acme develops Bolt 2; ~ Possible: Acme develops Bolt 2
    """,
    "post held": """
        Mara Lind runs Acme. => Mara Lind worksFor Acme
        Mara Lind has run Acme since 2019. => Mara Lind worksFor Acme
        Mara Lind joined Acme in May. => Mara Lind worksFor Acme
        Mara Lind (Acme) agreed. => Mara Lind worksFor Acme
        They wrote to the Orrin Institute, where Mara Lind teaches law. => Mara Lind worksFor Orrin Institute
        Mara Lind teaches law at the Orrin Institute. => Mara Lind worksFor Orrin Institute
    """,
    "post over": """
        Mara Lind, former head of safety at Acme, agreed. => Mara Lind formerlyAt Acme; ~ Mara Lind worksFor Acme
        Mara Lind was head of safety at Acme. => Mara Lind formerlyAt Acme; ~ Mara Lind worksFor Acme
        Mara Lind was let go by Acme in May. => Mara Lind formerlyAt Acme
        Mara Lind, then Acme's chief executive, agreed. => Mara Lind formerlyAt Acme; ~ Mara Lind worksFor Acme
        Mara Lind was head of safety at Acme until May. => Mara Lind formerlyAt Acme
        Mara Lind, an engineer at Acme until 2024 and now a lecturer at Zenith, agreed. => \
            Mara Lind formerlyAt Acme; Mara Lind worksFor Zenith; ~ Mara Lind worksFor Acme
        Mara Lind, until last month head of safety at Acme, joins Zenith. => \
            Mara Lind formerlyAt Acme; Mara Lind worksFor Zenith
        Mara Lind is a fellow at the Data Authority and a former adviser at Zenith. => \
            Mara Lind worksFor Data Authority; Mara Lind formerlyAt Zenith; ~ Mara Lind worksFor Zenith
        Mara Lind, ex-head of Acme, agreed. => Mara Lind formerlyAt Acme
        Mara Lind used to run Acme. => Mara Lind formerlyAt Acme; ~ Mara Lind worksFor Acme
        Mara Lind ran Acme until she moved to Zenith. => Mara Lind formerlyAt Acme
        Mara Lind spent nine years at Acme. => Mara Lind formerlyAt Acme
        Mara Lind, an Acme veteran, agreed. => Mara Lind formerlyAt Acme
    """,
    "leaving": """
        Mara Lind left Acme in May. => Mara Lind formerlyAt Acme
        Mara Lind was fired by Acme. => Mara Lind formerlyAt Acme
        Acme sacked Mara Lind. => Mara Lind formerlyAt Acme
        Mara Lind resigned as head of Acme. => Mara Lind formerlyAt Acme; ~ Mara Lind worksFor Acme
        Mara Lind, who joined Zenith from Acme in May, agreed. => \
            Mara Lind worksFor Zenith; Mara Lind formerlyAt Acme; ~ Mara Lind formerlyAt Zenith
        Mara Lind will leave Acme in May. => Planned: Mara Lind formerlyAt Acme
        Mara Lind has not left Acme. => Denied: Mara Lind formerlyAt Acme
    """,
    "end of a post told elsewhere": """
        Mara Lind, head of safety at Acme, agreed. Mara Lind has since left Acme. => \
            Mara Lind formerlyAt Acme; ~ Mara Lind worksFor Acme
        Mara Lind, head of safety at Acme, agreed. [She=Mara Lind|Person] moved to Zenith in May. => \
            Mara Lind formerlyAt Acme; Mara Lind worksFor Zenith; ~ Mara Lind worksFor Acme
        Mara Lind, head of safety at Acme, agreed. [She=Mara Lind|Person] was ousted in May. => \
            Mara Lind formerlyAt Acme; ~ Mara Lind worksFor Acme
        Mara Lind, head of safety at Acme, agreed. [She=Mara Lind|Person] may leave Acme. => \
            Mara Lind worksFor Acme; Possible: Mara Lind formerlyAt Acme
        Mara Lind, head of safety at Acme, agreed. Tom Okafor was ousted in May. => \
            Mara Lind worksFor Acme; ~ Mara Lind formerlyAt Acme
        Mara Lind founded Acme in 2015. Mara Lind has since left. => \
            Acme foundedBy Mara Lind; Mara Lind formerlyAt Acme
    """,
}

ALL = {**VERBAL, **COORDINATED, **NOMINAL, **AROUND}
