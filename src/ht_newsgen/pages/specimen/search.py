"""A search page with made-up content, for the examples."""

from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.pages.views.search import SearchEdition, SearchSelect, SearchView

SEARCH = SearchView(
    frame=made.FRAME,
    head=made.head("Search", "search/"),
    nav="search",
    script="/n/assets/search.js",
    stylesheet=made.STYLESHEET,
    editions=(
        SearchEdition(language="en", volumes=("/n/search/index/2017/", "/n/search/index/2010/")),
        SearchEdition(language="bs", volumes=("/n/bs/search/index/2016/",)),
    ),
    selects=(
        SearchSelect(id="section", label="Section", options=(("flash", "News Flash"),)),
        SearchSelect(id="topic", label="Topic", options=(("work", "Forced labour"),)),
        SearchSelect(id="language", label="Language", options=(("bs", "Bosnian"),)),
    ),
    found=(("one", "%(count)s result"), ("other", "%(count)s results")),
    spelling=(("đ", "d"),),
    topics=(made.link("topics/work/", "Forced labour"),),
    years=(made.link("archive/2018/", "2018"),),
    translations=made.LANGUAGES,
)
