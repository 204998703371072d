"""The words of headers: labels of news databases, Factiva's field codes, the nouns of newspapers' names."""

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    label: field
    for field, labels in {
        "published": "date | published | publication date | published on | date published | issue date | pub date | дата | опубликовано"
        " | опубліковано",
        "publisher": "publication | publication title | publication name | outlet | newspaper | publisher | source name | source"
        " | publication info | издание | видання | джерело | источник",
        "title": "headline | title | заголовок",
        "loaded": "load-date | load date",
        "authors": "byline | author | authors | by | автор",
        "other": "section | length | word count | words | language | dateline | edition | page | pages | type"
        " | document type | publication-type | publication type | subject | geographic | country | copyright | accession number | highlight"
        " | рубрика",
    }.items()
    for label in labels.split(" | ")
}
"""What a labelled line gives, by its label in lower case."""

FACTIVA: Mapping[str, str] = {
    "HD": "title",
    "PD": "published",
    "SN": "publisher",
    "BY": "authors",
    **dict.fromkeys(("LP", "TD"), "text"),
    **dict.fromkeys(
        (
            "SE",
            "CR",
            "WC",
            "ET",
            "SC",
            "ED",
            "PG",
            "VOL",
            "LA",
            "CY",
            "CLM",
            "ART",
            "CX",
            "RF",
            "CO",
            "IN",
            "NS",
            "RE",
            "IPC",
            "IPD",
            "PUB",
            "AN",
        ),
        "other",
    ),
}
"""What a field of a Factiva export gives, by its code; LP and TD begin the text."""

MASTHEADS = frozenset(
    """
    agency bulletin chronicle courier daily dispatch examiner gazette globe guardian herald independent inquirer journal ledger
    mail mirror monitor news observer post press radio record register review sentinel standard star sun telegraph television
    times tribune tv weekly wire агентство вестник вісник газета известия новости новини правда
    """.replace("\n", " ").split()
)
"""Nouns of which a newspaper's, an agency's or a station's name has one."""

SECTIONS = frozenset(
    """
    news daily press weekly review world latest breaking top politics political business local national international regional
    europe asia africa middle east americas us uk home live today more related conference release briefing statement service
    the of and
    """.replace("\n", " ").split()
)
"""Words of sections and labels: a name of these alone is no masthead."""

SUMMARIES = frozenset(
    ("summary", "key points", "highlights", "key takeaways", "at a glance", "in brief", "main points", "кратко", "стисло")
)
"""Headings of the points that some agencies set above their texts."""
