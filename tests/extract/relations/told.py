"""Sentences as news tell of companies and careers, each with the facts that it states."""

TOLD = {
    "funds": """
        Microsoft has poured another $4 billion into Mistral. => Microsoft funds Mistral
        The Ford Foundation underwrote the work of Hugging Face. => Ford Foundation funds Hugging Face
        Hugging Face lives on grants from the Ford Foundation and the Knight Foundation. => \
            Ford Foundation funds Hugging Face; Knight Foundation funds Hugging Face
        Amazon's $8 billion bet on Anthropic has paid off. => Amazon funds Anthropic
        Temasek and SoftBank have both bought into Mistral. => Temasek funds Mistral; SoftBank funds Mistral
        Nvidia-backed Mistral opened an office in Seoul. => Nvidia funds Mistral
        With money from Temasek, Mistral built a data centre. => Temasek funds Mistral
        Mistral, in which Nvidia owns a tenth, said no. => Nvidia funds Mistral
        The round, led by General Catalyst, values Mistral at $6 billion. => General Catalyst funds Mistral
        Mistral is bankrolled by Temasek. => Temasek funds Mistral
        Mistral's investors are Temasek and Nvidia. => Temasek funds Mistral; Nvidia funds Mistral
        Among those who put money into Mistral are Temasek and Nvidia. => Temasek funds Mistral; Nvidia funds Mistral
        Mistral took $50 million from Temasek in March. => Temasek funds Mistral
        Temasek has become the largest shareholder in Mistral. => Temasek funds Mistral
        Mistral, a Temasek portfolio company, said no. => Temasek funds Mistral
        The Knight Foundation awarded Hugging Face a three-year grant. => Knight Foundation funds Hugging Face
    """,
    "acquires": """
        Databricks snapped up MosaicML for $1.3 billion. => Databricks acquires MosaicML
        The sale of MosaicML to Databricks closed in July. => Databricks acquires MosaicML
        Databricks completed its takeover of MosaicML on Friday. => Databricks acquires MosaicML
        Since its purchase by Databricks, MosaicML has grown. => Databricks acquires MosaicML
        MosaicML, acquired last year by Databricks, sells tools. => Databricks acquires MosaicML
        Databricks paid $1.3 billion for MosaicML. => Databricks acquires MosaicML
    """,
    "develops": """
        Mistral is the company that makes Le Chat. => Mistral develops Le Chat
        Le Chat is Mistral's answer to ChatGPT. => Mistral develops Le Chat
        Le Chat comes from Mistral. => Mistral develops Le Chat
        Mistral's chatbot, which it calls Le Chat, is popular. => Mistral develops Le Chat
        The brains behind Le Chat, Mistral, kept quiet. => Mistral develops Le Chat
        Mistral began work on Le Chat in 2023. => Mistral develops Le Chat
        Mistral trained Le Chat on French books. => Mistral develops Le Chat
        Le Chat, Mistral's flagship assistant, failed. => Mistral develops Le Chat
        Mistral engineers wrote Le Chat in a year. => Mistral develops Le Chat
        Le Chat was born at Mistral. => Mistral develops Le Chat
        Mistral owns and runs Le Chat. => Mistral develops Le Chat
        Users of Mistral's Le Chat complained. => Mistral develops Le Chat
    """,
    "releases": """
        Mistral rolled out Le Chat to schools on Monday. => Mistral releases Le Chat
        Mistral has put Le Chat on sale. => Mistral releases Le Chat
        Mistral made Le Chat available to everyone on Tuesday. => Mistral releases Le Chat
        Le Chat, unveiled by Mistral last week, writes poems. => Mistral releases Le Chat
        Mistral took the wraps off Le Chat. => Mistral releases Le Chat
        Mistral shipped Le Chat in June. => Mistral releases Le Chat
        Mistral opened Le Chat to the public. => Mistral releases Le Chat
        Mistral debuted Le Chat in Paris. => Mistral releases Le Chat
        The launch of Le Chat by Mistral drew crowds. => Mistral releases Le Chat
        Mistral's release of Le Chat drew crowds. => Mistral releases Le Chat
        Mistral published the weights of Le Chat. => Mistral releases Le Chat
    """,
    "foundedBy": """
        Arthur Mensch started Mistral with two friends. => Mistral foundedBy Arthur Mensch
        Mistral, which Arthur Mensch founded in 2023, is in Paris. => Mistral foundedBy Arthur Mensch
        Arthur Mensch, a co-founder of Mistral, agreed. => Mistral foundedBy Arthur Mensch
        It was Arthur Mensch who set up Mistral. => Mistral foundedBy Arthur Mensch
        Arthur Mensch is one of the three founders of Mistral. => Mistral foundedBy Arthur Mensch
        Mistral's co-founders, Arthur Mensch and Guillaume Lample, said no. => \
            Mistral foundedBy Arthur Mensch; Mistral foundedBy Guillaume Lample
        Three years after founding Mistral, Arthur Mensch left. => Mistral foundedBy Arthur Mensch
        Mistral was founded by the engineers Arthur Mensch and Guillaume Lample. => \
            Mistral foundedBy Arthur Mensch; Mistral foundedBy Guillaume Lample
        Arthur Mensch, Mistral's founder and chief executive, said no. => \
            Mistral foundedBy Arthur Mensch; Arthur Mensch worksFor Mistral
    """,
    "partOf": """
        DeepMind sits inside Google. => DeepMind partOf Google
        DeepMind is part of Google. => DeepMind partOf Google
        DeepMind, Google's AI lab, said no. => DeepMind partOf Google
        DeepMind operates as a unit of Google. => DeepMind partOf Google
        Google, DeepMind's owner, said no. => DeepMind partOf Google
        Databricks is now the owner of MosaicML. => MosaicML partOf Databricks
    """,
    "basedIn": """
        Mistral has its headquarters in Paris. => Mistral basedIn Paris
        From its base in Paris, Mistral serves banks. => Mistral basedIn Paris
        The Paris firm Mistral said no. => Mistral basedIn Paris
        Paris's Mistral said no. => Mistral basedIn Paris
        Mistral, which works out of Paris, said no. => Mistral basedIn Paris
        Mistral moved from London to Paris. => Mistral basedIn Paris
    """,
    "worksFor": """
        Jan Leike now leads safety work at Anthropic. => Jan Leike worksFor Anthropic
        Anthropic's Jan Leike said no. => Jan Leike worksFor Anthropic
        "No," said Jan Leike of Anthropic. => Jan Leike worksFor Anthropic
        Jan Leike, who speaks for Anthropic, said no. => Jan Leike worksFor Anthropic
        Jan Leike is on Anthropic's board. => Jan Leike worksFor Anthropic
        Jan Leike has a seat on the board of Anthropic. => Jan Leike worksFor Anthropic
        Jan Leike took over as chief executive of Anthropic in May. => Jan Leike worksFor Anthropic
        Anthropic has put Jan Leike in charge of safety. => Jan Leike worksFor Anthropic
        Anthropic hired Jan Leike away from Google. => Jan Leike worksFor Anthropic; Jan Leike formerlyAt Google
        Jan Leike defected from Google to Anthropic. => Jan Leike worksFor Anthropic; Jan Leike formerlyAt Google
        Anthropic named Jan Leike its head of safety. => Jan Leike worksFor Anthropic
        Anthropic has promoted Jan Leike to chief scientist. => Jan Leike worksFor Anthropic
        Jan Leike became chief scientist at Anthropic in May. => Jan Leike worksFor Anthropic
        Jan Leike, chief scientist at Anthropic since May, said no. => Jan Leike worksFor Anthropic
        Jan Leike is employed by Anthropic. => Jan Leike worksFor Anthropic
        Jan Leike sits on the board of Anthropic. => Jan Leike worksFor Anthropic
        Anthropic researcher Jan Leike said no. => Jan Leike worksFor Anthropic
        Jan Leike, the man in charge of safety at Anthropic, said no. => Jan Leike worksFor Anthropic
        Jan Leike, a lawyer for Anthropic, said no. => Jan Leike worksFor Anthropic
        Jan Leike teaches law at Stanford. => Jan Leike worksFor Stanford
        Stanford law professor Jan Leike said no. => Jan Leike worksFor Stanford
        Stanford's Jan Leike said no. => Jan Leike worksFor Stanford
        Jan Leike joined Anthropic from Google in 2024. => Jan Leike worksFor Anthropic; Jan Leike formerlyAt Google
        Before joining Anthropic, Jan Leike worked at Google. => \
            Jan Leike worksFor Anthropic; Jan Leike formerlyAt Google
    """,
    "formerlyAt": """
        Jan Leike spent six years at Google before that. => Jan Leike formerlyAt Google
        Jan Leike cut his teeth at Google. => Jan Leike formerlyAt Google
        Jan Leike, late of Google, said no. => Jan Leike formerlyAt Google
        Google let Jan Leike go in May. => Jan Leike formerlyAt Google
        Jan Leike walked out of Google in May. => Jan Leike formerlyAt Google
        Jan Leike once ran policy for Google. => Jan Leike formerlyAt Google
        Jan Leike left his job at Google in May. => Jan Leike formerlyAt Google
        Jan Leike was until May the head of safety at Google. => Jan Leike formerlyAt Google
        Google dismissed its head of safety, Jan Leike. => Jan Leike formerlyAt Google
        Jan Leike, who resigned from Google in May, said no. => Jan Leike formerlyAt Google
        Jan Leike, a Google alumnus, said no. => Jan Leike formerlyAt Google
        Jan Leike retired from Google after 20 years. => Jan Leike formerlyAt Google
        The departure of Jan Leike from Google was a blow. => Jan Leike formerlyAt Google
        Jan Leike's years at Google taught him much. => Jan Leike formerlyAt Google
    """,
    "collaboratesWith": """
        Mistral and Anthropic joined forces on safety. => Mistral collaboratesWith Anthropic
        Mistral teamed up with Anthropic on safety. => Mistral collaboratesWith Anthropic
        Mistral is working hand in hand with Anthropic. => Mistral collaboratesWith Anthropic
        Together with Anthropic, Mistral wrote the tests. => Mistral collaboratesWith Anthropic
        Mistral wrote the tests with the help of Anthropic. => Mistral collaboratesWith Anthropic
        A joint venture of Mistral and Anthropic will run the tests. => Mistral collaboratesWith Anthropic
        Mistral's tie-up with Anthropic is a year old. => Mistral collaboratesWith Anthropic
        Mistral has struck a deal with Anthropic to share tests. => Mistral collaboratesWith Anthropic
        Mistral is partnering with Anthropic. => Mistral collaboratesWith Anthropic
        The partnership between Mistral and Anthropic is new. => Mistral collaboratesWith Anthropic
        Mistral and Anthropic are working on a test together. => Mistral collaboratesWith Anthropic
        Anthropic and Mistral share a data centre. => Mistral collaboratesWith Anthropic
        Mistral's partner, Anthropic, said no. => Mistral collaboratesWith Anthropic
        Mistral and Anthropic signed a pact on safety. => Mistral collaboratesWith Anthropic
        A study by Mistral and Anthropic found little. => Mistral collaboratesWith Anthropic
    """,
    "competesWith": """
        Mistral's competitors include OpenAI. => Mistral competesWith OpenAI
        Mistral, Europe's challenger to OpenAI, said no. => Mistral competesWith OpenAI
        Mistral lost customers to OpenAI, its fiercest competitor. => Mistral competesWith OpenAI
        OpenAI's closest rival is Mistral. => Mistral competesWith OpenAI
        Mistral and OpenAI are rivals. => Mistral competesWith OpenAI
        Mistral and OpenAI compete for talent. => Mistral competesWith OpenAI
        The rivalry between Mistral and OpenAI is old. => Mistral competesWith OpenAI
    """,
}
