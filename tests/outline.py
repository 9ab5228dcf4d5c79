"""The bones of an HTML page, for tests: headings, ids, links, landmarks."""

from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
LANDMARKS = frozenset(("header", "nav", "main", "aside", "footer"))


class Outline(HTMLParser):
    """What a page is made of, in the order in which it stands there."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.headings: list[tuple[int, str]] = []
        self.landmarks: list[str] = []
        self.unclosed: list[str] = []
        self.misplaced: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "template" in self.unclosed:  # what stands there is no part of the page
            self.unclosed += [tag] if tag not in VOID else []
            return
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in LANDMARKS and not {"article", "main", "section"} & set(self.unclosed):
            self.landmarks.append(tag)
        if tag not in VOID:
            self.unclosed.append(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self.unclosed and self.unclosed[-1] == tag:
            self.unclosed.pop()
        else:
            self.misplaced.append(tag)

    def handle_data(self, data: str) -> None:
        if (
            "template" not in self.unclosed
            and self.headings
            and f"h{self.headings[-1][0]}" in self.unclosed
        ):
            level, text = self.headings.pop()
            self.headings.append((level, text + data))

    def all(self, *tags: str) -> list[dict[str, str]]:
        """The attributes of every element with one of these names."""
        return [attributes for tag, attributes in self.elements if tag in tags]

    def ids(self) -> list[str]:
        """Every id."""
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def skipped(self) -> list[str]:
        """Headings that stand more than one level below the heading before them."""
        levels = [0, *(level for level, _ in self.headings)]
        return [
            text
            for before, (level, text) in zip(levels, self.headings, strict=False)
            if level > before + 1
        ]
