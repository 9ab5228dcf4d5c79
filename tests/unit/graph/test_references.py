"""Topics, content notes, sources and authors, held against the registers."""

import pytest

from ht_newsgen.kit.problems import Place, Problem, Severity
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Article, Citation
from ht_newsgen.model.people import Author
from ht_newsgen.model.site import PublishedSource
from ht_newsgen.model.taxonomy import Topic
from tests.factories import article, assembled, days_ago, registers, site

EUROPOL_COMPLETED = Citation(
    id="europol",
    name="Europol",
    url="https://example.com/report",
    feed="https://www.europol.europa.eu/rss.xml",
    feed_title="Europol: news",
    language="en",
)


def settled(item: Article) -> tuple[Article, tuple[Problem, ...]]:
    """The article as it is in the site, and what was wrong."""
    made, problems = assembled([item])
    return made.articles[0], problems


def test_a_mistyped_topic_is_dropped_and_told() -> None:
    """The article is published without it; the line of that very topic is named."""
    item = article(topics=("child-protection", "forced-labor"), places={"topics.1": (7, 5)})

    found, problems = settled(item)

    assert found.topics == ("child-protection",)
    assert problems == (
        Problem(
            place=Place(item.path, 7, 5),
            rule="reference/topic",
            message=say("`forced-labor` is not declared in `content/data/topics.yaml`"),
            help=say("Did you mean `forced-labour`?"),
            severity=Severity.WARNING,
        ),
    )


def test_a_short_register_is_listed_in_full() -> None:
    """When no topic is near, the editor sees what there is."""
    _, (problem,) = settled(article(topics=("zebra",)))

    assert str(problem.help) == "Declared are: `forced-labour`, `child-protection`"


def test_a_long_register_is_not_listed() -> None:
    """Nobody reads fifty ids in a terminal."""
    many = {f"topic-{n}": Topic(id=f"topic-{n}", title={"": "T"}) for n in range(50)}

    _, (problem,) = assembled([article(topics=("zebra",))], declared=registers(topics=many))

    assert str(problem.help) == (
        "Declare it in `content/data/topics.yaml`, or take one that stands there"
    )


def test_a_term_given_twice_counts_once() -> None:
    """Else an article would stand twice in one list."""
    found, problems = settled(
        article(topics=("forced-labour", "forced-labour"), countries=("BA", "BA"))
    )

    assert (found.topics, found.countries, problems) == (("forced-labour",), ("BA",), ())


def test_an_unknown_content_note_keeps_its_item_out() -> None:
    """Nobody meets a text without the note that was meant to stand above it."""
    made, (problem,) = assembled([article(content_notes=("violenc",))])

    assert made.articles == ()
    assert problem == Problem(
        place=Place("content/flash/floods.en.md"),
        rule="reference/content-note",
        message=say("`violenc` is not declared in `content/data/content_notes.yaml`"),
        help=say("Did you mean `violence`?"),
    )


@pytest.mark.parametrize(
    "cited",
    [
        Citation(id="europol", url="https://example.com/report"),
        Citation(name="Europol", url="https://example.com/report"),
        Citation(name=" EUROPOL ", url="https://example.com/report"),
    ],
    ids=["by id", "by name", "in capitals"],
)
def test_a_declared_source_completes_a_citation(cited: Citation) -> None:
    """By its id or by its name; what the item says itself is kept."""
    found, problems = settled(article(source=cited))

    assert found.source is not None
    assert found.source.name.casefold() == "europol"
    assert (found.source.id, found.source.feed, found.source.language, problems) == (
        EUROPOL_COMPLETED.id,
        EUROPOL_COMPLETED.feed,
        EUROPOL_COMPLETED.language,
        (),
    )


def test_what_the_item_says_of_its_source_is_not_overruled() -> None:
    """A report may be in another language than its publication."""
    own = Citation(id="europol", feed="https://example.com/own.xml", language="fr")

    found, _ = settled(article(source=own))

    assert found.source is not None
    assert (found.source.feed, found.source.language) == ("https://example.com/own.xml", "fr")


def test_a_source_named_by_its_id_is_shown_by_its_name() -> None:
    """`name: europol` beside an address means the declared source, not a text to show."""
    cited = Citation(name="europol", url="https://example.com/report")

    found, _ = settled(article(source=cited))

    assert found.source is not None
    assert (found.source.id, found.source.name) == ("europol", "Europol")


def test_a_source_that_is_only_named_gets_the_slug_of_its_name() -> None:
    """It has a page and needs no declaration."""
    made = site([article(source=Citation(name="The Example Times"))])

    assert made.articles[0].source == Citation(id="the-example-times", name="The Example Times")
    assert made.sources == {
        "the-example-times": PublishedSource(id="the-example-times", name="The Example Times")
    }


def test_a_mistyped_source_is_told() -> None:
    """The id serves as its name, so that the article still says where it is from."""
    item = article(source=Citation(id="europl"), places={"source": (5, 9)})

    found, problems = settled(item)

    assert found.source == Citation(id="europl", name="europl")
    assert problems == (
        Problem(
            place=Place(item.path, 5, 9),
            rule="reference/source",
            message=say("no source `europl` is declared in `content/data/sources.yaml`"),
            help=say("Did you mean `europol`?"),
            severity=Severity.WARNING,
        ),
    )


def test_the_first_spelling_of_a_source_is_its_name() -> None:
    """A later article does not rename the pages of the earlier ones."""
    old = article("old", date=days_ago(9), source=Citation(name="The Example Times"))
    new = article("new", date=days_ago(1), source=Citation(name="The example times"))

    made = site([new, old])

    assert [source.name for source in made.sources.values()] == ["The Example Times"]
    assert [item.slug for item in made.listings[0].by_source["the-example-times"]] == [
        "new",
        "old",
    ]


def test_authors_are_declared_or_only_named() -> None:
    """By id or by name; both ways lead to the same person."""
    one = article("one", authors=("desk", "Ana Anić"))
    two = article("two", authors=("The News Desk",))

    made = site([one, two])

    assert made.authors == {
        "ana-anic": Author(id="ana-anic", name="Ana Anić"),
        "desk": Author(id="desk", name="The News Desk", url="https://example.org/desk"),
    }
    assert [item.slug for item in made.listings[0].by_author["desk"]] == ["one", "two"]


def test_a_mistyped_author_is_told() -> None:
    """Only what looks like an id can be a mistyped one; a name is a name."""
    _, problems = settled(article(authors=("deskk", "Desk of Ours"), places={"authors": (3, 10)}))

    assert problems == (
        Problem(
            place=Place("content/flash/floods.en.md", 3, 10),
            rule="reference/author",
            message=say("no author `deskk` is declared in `content/data/authors.yaml`"),
            help=say("Did you mean `desk`?"),
            severity=Severity.WARNING,
        ),
    )


def test_a_name_without_letters_is_still_somebody() -> None:
    """An empty id would be an address nobody can visit."""
    made = site([article(authors=("★",))])

    (author,) = made.authors.values()
    assert author.name == "★"
    assert author.id
