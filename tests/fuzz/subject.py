"""What is tried: one file of a newsroom, read, checked, mended, put on pages, told in every form.

No input is an error here. Whatever is raised is a bug of the program, and so is what takes long.
"""

import re
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment
from msgspec.structs import replace

from ht_newsgen.build.report import Format, report
from ht_newsgen.checks.run import KINDS, check_output, check_site, check_text, settled
from ht_newsgen.graph.assemble import assemble
from ht_newsgen.i18n.locales import make_locale
from ht_newsgen.kit.mending import Judgement, mend
from ht_newsgen.kit.problems import Problem
from ht_newsgen.kit.sentences import say
from ht_newsgen.model.article import Item
from ht_newsgen.model.config import Config
from ht_newsgen.model.page import PageKind
from ht_newsgen.model.registers import Registers
from ht_newsgen.pages.collisions import find_collisions
from ht_newsgen.pages.plan import plan
from ht_newsgen.reading.article import Reading, parse_item
from ht_newsgen.reading.body import make_press
from ht_newsgen.reading.config import CONFIG_FILE, parse_config
from ht_newsgen.reading.media import NoPicture
from ht_newsgen.reading.registers import FOLDER, REGISTERS, problems_of_register, read_registers
from ht_newsgen.render.dispatch import Tools, render
from ht_newsgen.render.environment import make_environment
from tests.factories import assets
from tests.support.sites import NOW, ROOT

BROKEN = ROOT / "tests" / "sites" / "broken"
ITS_OWN = {PageKind.ARTICLE, PageKind.PAGE, PageKind.EDITION}
WHOLE = {"index.html", "rss.xml", "feed.json"}
"""Pages on which items are seen together; others have the same parts."""
ASSETS = assets()
PRESS = make_press()


@cache
def corpus() -> tuple[tuple[str, bytes], ...]:
    """Every item, register and configuration of the newsroom and of the broken sites."""
    sites = [ROOT, *(folder for folder in sorted(BROKEN.iterdir()) if folder.is_dir())]
    found = []
    for site in sites:
        for file in sorted([site / CONFIG_FILE, *(site / "content").rglob("*")]):
            path = file.relative_to(site).as_posix()
            wanted = file.suffix == ".md" or path == CONFIG_FILE or path in REGISTERS
            if wanted and file.is_file() and file.resolve().is_relative_to(site):
                found.append((path, file.read_bytes()))
    return tuple(found)


@cache
def surroundings() -> tuple[Config, Registers, tuple[Item, ...]]:
    """The newsroom that an odd file comes into."""
    config, _ = parse_config((ROOT / CONFIG_FILE).read_bytes())
    assert config is not None
    config = replace(config, search=False)  # many words, always the same
    registers, _ = read_registers(ROOT, config)
    files = [(path, data) for path, data in corpus() if (ROOT / path).is_file()]
    items = [read(path, data, config).item for path, data in files if path.endswith(".md")]
    return config, registers, tuple(item for item in items if item is not None)[:1]


def read(path: str, data: bytes, config: Config) -> Reading:
    return parse_item(data, path, config, no_pictures, press=PRESS)


def no_pictures(src: str) -> NoPicture:
    return NoPicture(say("there is no picture {name}", name=src[:40]), say("Save it there"))


def try_file(path: str, data: bytes) -> None:
    """Take the bytes for the file at this path, and do all that would be done with it."""
    config, registers, items = surroundings()
    if path == CONFIG_FILE:
        odd, problems = parse_config(data)
        mend(data, lambda these: Judgement(reading=parse_config(these)[1]))
        if odd is not None:
            texts = [file for file in corpus() if file[0].endswith(".md")][:3]
            again = [read(text, these, odd).item for text, these in texts]
            problems += put_together([item for item in again if item], registers, odd)
    elif path in REGISTERS:
        problems = problems_of_register(path, data)
        mend(data, lambda these: Judgement(reading=problems_of_register(path, these)))
        problems += put_together(items, registers_with(path, data, config), config)
    else:
        reading = read(path, data, config)
        problems = reading.problems
        mend(data, lambda these: Judgement(reading=read(path, these, config).problems))
        if reading.item is not None:
            body = reading.body
            problems += check_text(reading.item, data, body.html, config, {})[0]
            bodies = {body.digest: body.html}
            problems += put_together((*items, reading.item), registers, config, bodies)
    tell(problems, data)


def registers_with(path: str, data: bytes, config: Config) -> Registers:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / path
        (Path(folder) / FOLDER).mkdir(parents=True)
        file.write_bytes(data)
        return read_registers(Path(folder), config)[0]


def put_together(
    items: Sequence[Item], registers: Registers, config: Config, bodies: Mapping[str, str] = {}
) -> tuple[Problem, ...]:
    """The whole site, its plan, and those pages on which most of an item is seen."""
    site, problems = assemble(items, registers, config, now=NOW)
    pages, collisions = find_collisions(plan(site, ASSETS, defer=True))
    found = list(check_site(site))
    tools = Tools(
        environments={
            locale.tag: templates(locale.tag, config.language) for locale in site.locales
        },
        body=lambda digest: bodies.get(digest, ""),
        assets=ASSETS,
        picture=lambda _: b"",
        card=lambda _: b"",
        base_url=config.base_url,
    )
    for page in pages:
        if page.kind in ITS_OWN or page.path in WHOLE:
            data = render(page, tools)
            if page.kind in KINDS:
                found += check_output(page, data, config.base_url)
    return (*problems, *collisions, *settled(found, site, True))


@cache
def templates(tag: str, default: str) -> Environment:
    return make_environment([ROOT / "templates"], make_locale(tag, default))


def tell(problems: tuple[Problem, ...], data: bytes) -> None:
    """Every problem in every form; a terminal must be able to show it."""
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", errors="replace"))
    for form in Format:
        report(
            problems, form, lambda _, line: lines[line - 1] if line <= len(lines) else ""
        ).encode()
