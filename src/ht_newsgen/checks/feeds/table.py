"""Every rule over written feeds."""

from ht_newsgen.checks.feeds import rules
from ht_newsgen.checks.feeds.facts import FEEDS
from ht_newsgen.checks.feeds.opml import odd_outline
from ht_newsgen.checks.feeds.rules import of_entry, of_feed
from ht_newsgen.checks.kinds import OutputCheck
from ht_newsgen.kit.problems import Rule
from ht_newsgen.model.page import PageKind

OPML = frozenset((PageKind.OPML,))
XML = frozenset((PageKind.RSS, PageKind.ATOM))
JSON = frozenset((PageKind.JSON_FEED,))

FEED_CHECKS: tuple[OutputCheck, ...] = (
    OutputCheck(
        Rule("feeds/well-formed", "A feed is well-formed XML 1.0, or JSON."),
        FEEDS | OPML,
        rules.malformed,
    ),
    OutputCheck(
        Rule("feeds/characters", "A feed holds no control characters."),
        FEEDS | OPML,
        rules.discouraged,
    ),
    OutputCheck(
        Rule("feeds/complete", "A feed has what its format asks for, each as often as it allows."),
        FEEDS,
        rules.incomplete,
    ),
    OutputCheck(
        Rule("feeds/parts", "Ids, texts, links and guids are of the kinds that their format asks."),
        XML,
        rules.odd,
    ),
    OutputCheck(
        Rule("feeds/self", "A feed names its own address, and no other."),
        FEEDS,
        rules.misplaced,
    ),
    OutputCheck(
        Rule("feeds/twice", "No two entries of a feed have the same identity."),
        FEEDS,
        of_feed(rules.twice),
    ),
    OutputCheck(
        Rule("feeds/identity", "The identity of an entry is a `tag:` URI (RFC 4151)."),
        FEEDS,
        of_entry(rules.not_a_tag),
    ),
    OutputCheck(
        Rule("feeds/address", "Every address in a feed is absolute."),
        FEEDS,
        of_feed(rules.not_absolute),
    ),
    OutputCheck(
        Rule("feeds/address-in-text", "Every address inside the text of an entry is absolute."),
        FEEDS,
        of_entry(rules.relative_inside),
    ),
    OutputCheck(
        Rule("feeds/danger", "The text of an entry loads and runs nothing."),
        FEEDS,
        of_entry(rules.dangerous),
    ),
    OutputCheck(
        Rule("feeds/plain", "The description of an item in RSS is plain text, escaped as HTML."),
        frozenset((PageKind.RSS,)),
        of_entry(rules.marked_up),
    ),
    OutputCheck(
        Rule("feeds/date", "Dates in a feed are written as its format asks, with an offset."),
        FEEDS,
        of_feed(rules.undated),
    ),
    OutputCheck(
        Rule("feeds/updated", "No entry is updated before it is published."),
        FEEDS,
        of_entry(rules.backwards),
    ),
    OutputCheck(
        Rule("feeds/order", "The entries of a feed stand newest first."),
        FEEDS,
        of_feed(rules.unsorted),
    ),
    OutputCheck(
        Rule("feeds/language", "A feed, and an entry in another language, names its language."),
        FEEDS,
        of_feed(rules.nameless),
    ),
    OutputCheck(
        Rule("feeds/enclosure", "A file that comes with an entry has a media type and a length."),
        FEEDS,
        of_entry(rules.unfinished_enclosure),
    ),
    OutputCheck(
        Rule("feeds/category", "A category has a term, and a scheme is an address."),
        FEEDS,
        of_entry(rules.odd_category),
    ),
    OutputCheck(
        Rule("feeds/author", "An author in a feed has a name."),
        FEEDS,
        of_feed(rules.unnamed_author),
    ),
    OutputCheck(
        Rule("feeds/size", "A JSON feed is no larger than readers take."),
        JSON,
        rules.too_large,
    ),
    OutputCheck(
        Rule("feeds/outline", "The list of feeds (OPML 2.0) names each with an absolute address."),
        OPML,
        odd_outline,
    ),
)
