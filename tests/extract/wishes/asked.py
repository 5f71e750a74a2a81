"""Sentences for each way of asking for something and of fearing it, in the notation of cast.py.

"Mara Lind asks laboratories: publish their tests" and "Mara Lind fears: mass unemployment"; "-" stands for nobody.
"""

ASKED = {
    "in a row": """
        Heron Labs said three repairs would help: assign auditors by lot, publish every failure. => \
            Heron Labs asks -: assign auditors by lot; Heron Labs asks -: publish every failure
        Heron Labs said users should (a) list every model, (b) test the labels and (c) name one person. => \
            Heron Labs asks -: list every model; Heron Labs asks -: test the labels; \
            Heron Labs asks -: name one person
        Heron Labs said three things would help: time, money, patience. =>
    """,
    "cleft": """
        What Heron Labs wants is a public register. => Heron Labs asks -: public register
        What Heron Labs sold was a public register. =>
    """,
    "ask": """
        Mara Lind urged laboratories to publish their tests. => Mara Lind asks laboratories: publish their tests
        Mara Lind called on governments to fund inspectors. => Mara Lind asks governments: fund inspectors
        Heron Labs wants governments to fund inspectors. => Heron Labs asks governments: fund inspectors
        Heron Labs asked Parliament to reject the Audit Bill. => Heron Labs asks Parliament: reject the Audit Bill
        Heron Labs pressed lawmakers to ban secret contracts. => Heron Labs asks lawmakers: ban secret contracts
        Heron Labs expects laboratories to publish their tests. => Heron Labs asks laboratories: publish their tests
        Heron Labs and Kestrel urged governments to fund inspectors. => \
            Heron Labs and Kestrel asks governments: fund inspectors
        Mara Lind urged governments and laboratories to share results. => \
            Mara Lind asks governments and laboratories: share results
        [Governments=governments|StakeholderGroup] were urged by Heron Labs to fund inspectors. => \
            Heron Labs asks governments: fund inspectors
    """,
    "seek-for": """
        Heron Labs called for a public register of incidents. => Heron Labs asks -: public register of incidents
        Heron Labs is pushing for independent audits. => Heron Labs asks -: independent audits
        Heron Labs is pleading for independent audits. => Heron Labs asks -: independent audits
        Heron Labs called for an independent inspectorate and a public register. => \
            Heron Labs asks -: independent inspectorate; Heron Labs asks -: public register
        Heron Labs called for audits and public registers. => Heron Labs asks -: audits and public registers
        Heron Labs demands a moratorium on live scanning in public squares. => \
            Heron Labs asks -: moratorium on live scanning
        Heron Labs called for calm. =>
        Heron Labs called Mara Lind on Monday. =>
    """,
    "put by": """
        A deposit for every model, proposed by Mara Lind, was rejected. => Mara Lind asks -: deposit for every model
        The call for yearly audits, made by Mara Lind in May, was ignored. => Mara Lind asks -: yearly audits
        Under a bill sponsored by Mara Lind, laboratories would have to name an officer. => \
            Mara Lind asks laboratories: name an officer
        The bill, introduced by Mara Lind, would require laboratories to name an officer. => \
            Mara Lind asks laboratories: name an officer
    """,
    "broken by an aside": """
        The answer, argues Mara Lind in the foreword, is to tax idle chips. => Mara Lind asks -: tax idle chips
        It is time, Mara Lind wrote in May, to tax idle chips. => Mara Lind asks -: tax idle chips
        Better, Mara Lind thinks, to tax idle chips. => Mara Lind asks -: tax idle chips
        My answer, Mara Lind said, is that we lost the files. =>
    """,
    "what is wanted, behind a colon": """
        Mara Lind wants something harder from governments: a ban on idle chips. => Mara Lind asks -: ban on idle chips
        Among the measures that Mara Lind recommends are a tax on idle chips and a hotline for complaints. => \
            Mara Lind asks -: tax on idle chips; Mara Lind asks -: hotline for complaints
    """,
    "duties in quotation": """
        “The companies have to open their books,” said Mara Lind. => \
            Mara Lind asks -: companies have to open their books
        Governments would do better to train inspectors, wrote Mara Lind. => Mara Lind asks -: train inspectors
        The company should finish the hall by spring, Mara Lind said. =>
    """,
    "that": """
        Heron Labs proposed that every developer carry insurance. => \
            Heron Labs asks -: every developer carry insurance
        Mara Lind argued that governments should fund inspectors. => Mara Lind asks governments: fund inspectors
        Mara Lind believes that governments should fund inspectors. => Mara Lind asks governments: fund inspectors
        Mara Lind recommends that laboratories publish their tests. => \
            Mara Lind asks laboratories: publish their tests
        Mara Lind said that audits should be public. => Mara Lind asks -: audits should be public
        Mara Lind insisted that laboratories must publish their tests. => \
            Mara Lind asks laboratories: publish their tests
        Mara Lind said that audits are public. =>
        Mara Lind said that laboratories publish their tests. =>
    """,
    "seek": """
        Heron Labs proposed a tax on idle chips. => Heron Labs asks -: tax on idle chips
        Heron Labs demanded yearly audits of large models. => Heron Labs asks -: yearly audits of large models
        Heron Labs advocates yearly audits because trust is low. => Heron Labs asks -: yearly audits
        Acme ordered a review. =>
    """,
    "see": """
        Mara Lind wants to see a public register of incidents. => Mara Lind asks -: public register of incidents
        Heron Labs hopes to see the Audit Bill. =>
    """,
    "noun-for": """
        Mara Lind issued a call for yearly audits. => Mara Lind asks -: yearly audits
        Heron Labs's call for public audits was ignored. => Heron Labs asks -: public audits
        [Its=Heron Labs|Organization] call for public audits was ignored. => Heron Labs asks -: public audits
        There was a call for public audits. =>
        Heron Labs backed the demand for public audits. =>
    """,
    "noun-to": """
        Heron Labs made a proposal to split the agency in two. => Heron Labs asks -: split the agency in two
        A proposal to split the agency failed. =>
    """,
    "norm": """
        [Laboratories=laboratories|StakeholderGroup] should publish their tests. => \
            - asks laboratories: publish their tests
        Audits should be public. => - asks -: Audits should be public
        Audits should be public, Mara Lind said. => Mara Lind asks -: Audits should be public
        According to Mara Lind, laboratories should publish their tests. => \
            Mara Lind asks laboratories: publish their tests
        “[Laboratories=laboratories|StakeholderGroup] should publish their tests,” said Mara Lind. => \
            Mara Lind asks laboratories: publish their tests
        “[Laboratories=laboratories|StakeholderGroup] must publish their tests,” said Mara Lind. => \
            Mara Lind asks laboratories: publish their tests
    """,
    "denied": """
        Acme did not call for a public register of incidents. => Denied Acme asks -: public register of incidents
        Acme never proposed a tax on idle chips. => Denied Acme asks -: tax on idle chips
    """,
}

NOT_ASKED = {
    "duties that a law sets": """
        Under the Data Act, laboratories must publish their tests. =>
        Developers shall keep records for ten years. =>
        Every laboratory must name an officer. =>
    """,
    "questions": """
        Should laboratories publish their tests? =>
        Why should laboratories publish their tests? =>
        Mara Lind asked whether laboratories should publish their tests. =>
        Mara Lind wondered how laboratories should publish their tests. =>
    """,
    "conditions": """
        Should rivals refuse, the plan will fail. =>
        The plan will fail, should rivals refuse. =>
    """,
    "asides": """
        The tests, which laboratories should publish, are secret. =>
        Nobody should be surprised by the result. =>
        You should read the report. =>
        There should be enough for everybody. =>
    """,
    "what may be asked one day": """
        Mara Lind may urge laboratories to publish their tests. =>
        If Heron Labs proposed a tax on idle chips, lawmakers would laugh. =>
        Heron Labs is considering calling for a tax on idle chips. =>
    """,
    "nobody that is known": """
        Somebody called for a tax on idle chips. =>
        A neighbour urged laboratories to publish their tests. =>
    """,
    "statements": """
        Acme published its tests. =>
        Heron Labs likes the new rules. =>
    """,
}

FEARED = {
    "adjectives and prospects": """
        Mara Lind is worried that cheap agents could flood the courts. => \
            Mara Lind fears: cheap agents could flood the courts
        Heron Labs is afraid of mass unemployment. => Heron Labs fears: mass unemployment
        Mara Lind sees a danger in secret models. => Mara Lind fears: secret models
    """,
    "cleft": """
        What troubles Mara Lind most is delayed trauma. => Mara Lind fears: delayed trauma
        What Mara Lind sells most is delayed delivery. =>
    """,
    "verbs of fearing": """
        Mara Lind warned that cheap agents could flood the courts. => \
            Mara Lind fears: cheap agents could flood the courts
        Mara Lind warned of mass unemployment. => Mara Lind fears: mass unemployment
        Mara Lind warned in May of mass unemployment. => Mara Lind fears: mass unemployment
        Mara Lind warned against hasty deployment. => Mara Lind fears: hasty deployment
        Heron Labs fears a race to the bottom. => Heron Labs fears: race to the bottom
        Heron Labs dreads a chemical accident. => Heron Labs fears: chemical accident
        Heron Labs worries about the loss of human control. => Heron Labs fears: loss of human control
        Mara Lind warned Tom Okafor. =>
        Mara Lind fears [him=Tom Okafor|Person]. =>
    """,
    "nouns of fearing": """
        Mara Lind raised concerns about biased hiring tools. => Mara Lind fears: biased hiring tools
        Heron Labs voiced fears that chatbots would mislead patients. => \
            Heron Labs fears: chatbots would mislead patients
        The risk of a chemical accident is real, Mara Lind said. => Mara Lind fears: chemical accident
        Mara Lind raised the matter. =>
    """,
    "the danger is that": """
        The danger is that nobody checks the answers, Mara Lind said. => Mara Lind fears: nobody checks the answers
        “The danger is that people stop thinking,” said Mara Lind. => Mara Lind fears: people stop thinking
        The main concern is job losses, Tom Okafor said. => Tom Okafor fears: job losses
    """,
    "the danger is not that, it is that": """
        The danger is not that machines think. It is that people stop thinking. => - fears: people stop thinking
        Mara Lind said the danger is not that machines think. It is that people stop thinking. => \
            Mara Lind fears: people stop thinking; ~ Mara Lind fears: machines think
        The danger is not that machines think. =>
    """,
    "broken by asides": """
        The deeper danger, Mara Lind went on, is automation that nobody checks: it spreads. => \
            Mara Lind fears: automation that nobody checks
        What keeps Mara Lind awake, she said, is the prospect of forged votes. => Mara Lind fears: forged votes
        Mara Lind warned of theft; the danger she sees is not so much one lab as “a grey market”. => \
            Mara Lind fears: theft; Mara Lind fears: grey market
        Such tools could hollow out the market, Mara Lind of Oslo told the hearing. => \
            Mara Lind fears: Such tools could hollow out the market
        The danger, Mara Lind said, is low. =>
    """,
    "what comes of it": """
        Handing over the keys is a recipe for blackouts, according to Mara Lind. => Mara Lind fears: blackouts
        In Mara Lind's view the market will drift towards monopoly. => Mara Lind fears: monopoly
        Mara Lind foresees a flood of cheap lawsuits. => Mara Lind fears: flood of cheap lawsuits
        Mara Lind criticised the scanning of crowds, which she called the worst danger of all. => \
            Mara Lind fears: scanning of crowds
        Mara Lind considers hidden errors to be the gravest hazard. => Mara Lind fears: hidden errors
        Songs may be copied without consent, Mara Lind said. => Mara Lind fears: Songs may be copied without consent
        The model no longer threatens to cut corners, Mara Lind said. =>
    """,
    "caveats": """
        Mara Lind cautions that the sessions were shorter. =>
        Mara Lind cautioned that agents could flood the courts. => Mara Lind fears: agents could flood the courts
    """,
    "guarding": """
        To guard against forged records, Mara Lind wants laboratories to keep the tapes. => \
            Mara Lind asks laboratories: keep the tapes; Mara Lind fears: forged records
        The Data Act is meant to prevent forged records. => - fears: forged records
        Acme prevents forged records. =>
    """,
    "an opponent's prediction": """
        Kestrel opposes the Data Act, arguing that audits would drive start-ups abroad. => \
            Kestrel fears: audits would drive start-ups abroad
        Kestrel praised the Data Act, arguing that audits would save money. =>
    """,
    "grounds": """
        Kestrel rejected the Audit Bill on the grounds that it would slow research. => \
            Kestrel fears: it would slow research
    """,
    "predicted harm": """
        Tom Okafor said that a single test would freeze mistakes into law. => \
            Tom Okafor fears: single test would freeze mistakes into law
        Tom Okafor said that chatbots could mislead patients. => Tom Okafor fears: chatbots could mislead patients
        Tom Okafor thinks that ledgers frighten small companies. => Tom Okafor fears: ledgers frighten small companies
        Tom Okafor said that chatbots help patients. =>
        Tom Okafor said that chatbots could help patients. =>
        Tom Okafor said that audits would not slow research. =>
    """,
    "pose": """
        Open models pose existential risks, Mara Lind said. => Mara Lind fears: existential risks
        Chatbots pose a threat of addiction, Mara Lind said. => Mara Lind fears: threat of addiction
        Open models pose questions, Mara Lind said. =>
        Open models pose risks, Mara Lind said. =>
    """,
    "first of several": """
        Heron Labs warned about cheap drones and forged votes. => Heron Labs fears: cheap drones
    """,
    "denied": """
        Acme never warned of mass unemployment. => Denied Acme fears: mass unemployment
        Acme did not warn that agents could flood the courts. => Denied Acme fears: agents could flood the courts
        Chatbots pose no threat of addiction, Mara Lind said. => ~ Mara Lind fears: addiction
    """,
}

VOICES = {
    "documents": """
        The report by Heron Labs warned of mass unemployment. => Heron Labs fears: mass unemployment
        Heron Labs published the Grey Book in May. The report urges governments to fund inspectors. => \
            Heron Labs asks governments: fund inspectors
        Heron Labs published the Grey Book in May. The authors warn of mass unemployment. => \
            Heron Labs fears: mass unemployment
    """,
    "lawyers and spokespeople": """
        Acme's lawyers warned of mass unemployment. => Acme fears: mass unemployment
        A spokesperson for Acme warned of mass unemployment. => Acme fears: mass unemployment
        Acme sued Zenith. The lawsuit demands a recall of all chatbots. => Acme asks -: recall of all chatbots
    """,
    "pronouns": """
        Mara Lind said it rained. [She=Mara Lind|Person] warned of mass unemployment. => \
            Mara Lind fears: mass unemployment
        Heron Labs urged governments to fund inspectors. They also want governments to publish results. => \
            Heron Labs asks governments: fund inspectors; Heron Labs asks governments: publish results
        They warned of mass unemployment. =>
    """,
    "whom coreference left open": """
        Mara Lind of the Orrin Institute spoke. The institute's fear is mass unemployment. => \
            Orrin Institute fears: mass unemployment
        Heron Labs said no. The report that Heron Labs put out warned of mass unemployment. => \
            Heron Labs fears: mass unemployment
        Economists at Heron Labs warn of mass unemployment. => Heron Labs fears: mass unemployment
        A petition to Parliament by Heron Labs demands a ban on idle chips. => Heron Labs asks -: ban on idle chips
    """,
    "nobody that is known": """
        Somebody warned of mass unemployment. =>
        The weather forecast warned of mass unemployment. =>
    """,
}
