"""`ht-newsgen check --external`: links are asked, remembered, and told."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ht_newsgen.build.options import Options
from ht_newsgen.build.result import Result
from ht_newsgen.cli.app import run
from ht_newsgen.cli.hands import Hands
from ht_newsgen.fetching.answer import Answer, Fault
from ht_newsgen.fetching.caution import Caution
from ht_newsgen.fetching.rounds import visit
from tests.support.rough_web import Conduct, hasty, redirects_to, rough_web, says
from tests.support.sites import make_site

REPORT = "content/data/link-report.json"
NEWSGEN_YAML = """\
base_url: https://example.org/
sections: [{id: flash, title: News flash, kind: flash}]
feeds: {authority: example.org}
"""
ITEM = """\
---
title: Raids
date: 2018-02-19
source: {{name: The Post, url: "{url}"}}
rights: own
---

See [the law]({text}).
"""
HOSTS: dict[str, Conduct] = {
    "post.example/raids": says("404 Not Found"),
    "law.example/new": says("200 OK"),
    "law.example/old": redirects_to("/new", 301),
}


def site(root: Path, source: str, text: str) -> Path:
    make_site(
        root,
        {"newsgen.yaml": NEWSGEN_YAML, "content/flash/a.md": ITEM.format(url=source, text=text)},
    )
    return root


def here(**more: object) -> Callable[..., None]:
    """The real visit, to hosts on this machine."""
    caution = hasty(**more)

    def go(urls: Iterable[str], asked: Caution, learn: Any) -> None:
        visit(urls, replace(caution, agent=asked.agent, budget=asked.budget), learn)

    return go


def nothing_wrong(options: Options) -> Result:
    """A check that is not what a test is about."""
    del options
    return Result(problems=(), published=False)


def test_a_link_is_told_to_be_dead_after_days_by_every_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report grows by looks on several days; a plain check asks nobody, and knows as much."""
    with rough_web(HOSTS) as web:
        root = site(tmp_path, web.url("post.example", "/raids"), web.url("law.example", "/old"))
        hands = Hands(visit=here(), check=nothing_wrong)
        for day in ("2026-06-01", "2026-06-02", "2026-06-04"):
            words = ["check", "--external", "-C", str(root), "--clock", f"{day}T12:00Z"]
            assert run(words, hands) == 0
        told = capsys.readouterr().err
        port = web.port

    assert told.splitlines()[0] == (
        "2 links lead out of the site; 2 were asked: 1 work, 1 failed, "
        "0 do not talk to programs. 0 more are due."
    )
    assert "1 were asked: 0 work, 1 failed" in told.splitlines()[1]
    assert (root / REPORT).read_text() == (
        "{\n"
        f'"http://law.example:{port}/old": {{"checked":"2026-06-01","status":"200",'
        f'"moved_to":"http://law.example:{port}/new"}},\n'
        f'"http://post.example:{port}/raids": {{"checked":"2026-06-04","status":"404",'
        '"state":"failing","failures":3,"first_failed":"2026-06-01"}\n'
        "}\n"
    )
    assert web.asked[0].headers["user-agent"].endswith(" (+https://example.org/)")
    assert run(["check", "-q", "-C", str(root), "--clock", "2026-06-05T12:00Z"]) == 0
    assert capsys.readouterr().out == (
        f"content/flash/a.md:4:31: warning: external/dead: `http://post.example:{port}/raids` has "
        "not worked since 2026-06-01: its host answers 404\n"
        f'    source: {{name: The Post, url: "http://post.example:{port}/raids"}}\n'
        "                                  ^\n"
        "    Look for a copy at https://web.archive.org/web/20180219/"
        f"http://post.example:{port}/raids, and write its address as `archived:`\n\n"
        f"content/flash/a.md:8:15: warning: external/moved: `http://law.example:{port}/old` has "
        "moved for good\n"
        f"    See [the law](http://law.example:{port}/old).\n"
        "                  ^\n"
        f"    Write it as: http://law.example:{port}/new\n"
    )


def test_an_address_that_has_moved_can_be_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its host says which the new one is; a page that is probably gone is left to a person."""
    old, new = "http://law.example/?a=1&b=2", "https://law.example/new?a=1&b=2"
    root = site(tmp_path, "http://post.example/raids", f"{old}#part")
    moved = '{{"checked":"2026-06-01","status":"200","moved_to":"{}"}}'.format
    report = (
        f'{{"{old}": {moved(new)}, "http://post.example/raids": {moved("https://post.example/")}}}'
    )
    make_site(root, {REPORT: report})
    before = (root / "content/flash/a.md").read_text()

    assert run(["check", "--fix", "-C", str(root), "--clock", "2026-06-05T12:00Z"]) == 0
    assert (root / "content/flash/a.md").read_text() == before.replace(old, new)
    assert "content/flash/a.md:8:15: mended: external/moved: " in capsys.readouterr().out


def test_a_slice_a_night_gets_around(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is left is told, and is asked first the next time."""
    with rough_web(HOSTS) as web:
        root = site(tmp_path, web.url("post.example", "/raids"), web.url("law.example", "/new"))
        hands = Hands(visit=here(), check=nothing_wrong)
        words = ["check", "--external-limit", "1", "-C", str(root), "--clock", "2026-06-01T12:00Z"]
        run(words, hands)
        first = {one.host for one in web.asked}
        run(words, hands)

    assert first == {"law.example"}
    assert {one.host for one in web.asked} == {"law.example", "post.example"}
    assert "1 were asked: 1 work, 0 failed, 0 do not talk to programs. 1 more" in (
        capsys.readouterr().err
    )


def test_what_was_learned_outlives_an_interruption(tmp_path: Path) -> None:
    """A night that ends early was not for nothing."""

    def interrupted(urls: Iterable[str], caution: Caution, learn: Any) -> None:
        del caution
        learn(min(urls), Answer(url="", status=200))
        raise KeyboardInterrupt

    root = site(tmp_path, "https://post.example/raids", "https://law.example/")
    hands = Hands(visit=interrupted, check=nothing_wrong)

    assert (
        run(["check", "--external", "-C", str(root), "--clock", "2026-06-01T12:00Z"], hands) == 130
    )
    assert (root / REPORT).read_text().splitlines()[1:-1] == [
        '"https://law.example/": {"checked":"2026-06-01","status":"200"}'
    ]


@pytest.mark.parametrize("text", ["<<<<<<< HEAD", '{"https://a.example/": 1}', "[]", "\xff"])
def test_a_report_that_cannot_be_read_is_not_begun_anew(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it knew would be forgotten, and nobody would know of it."""
    root = site(tmp_path, "https://post.example/raids", "https://law.example/")
    make_site(root, {REPORT: text})

    assert run(["check", "--external", "-C", str(root)], Hands(visit=here())) == 2
    assert "this is not the link report as the program wrote it" in capsys.readouterr().err
    assert (root / REPORT).read_text() == text


def test_nothing_is_written_when_nothing_is_new(tmp_path: Path) -> None:
    """A site without links has no report, and the file of one that rests keeps its time."""

    def unasked(urls: Iterable[str], caution: Caution, learn: Any) -> None:
        raise AssertionError((urls, caution, learn))

    make_site(tmp_path, {"newsgen.yaml": NEWSGEN_YAML})
    hands = Hands(visit=unasked, check=nothing_wrong)

    assert run(["check", "--external", "-C", str(tmp_path)], hands) == 0
    assert not (tmp_path / REPORT).exists()


def test_a_machine_without_a_network_holds_nothing_against_a_link(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """If nobody answers, one that always has is asked as a witness."""
    asked: list[str] = []

    def offline(urls: Iterable[str], caution: Caution, learn: Any) -> None:
        del caution
        for url in urls:
            asked.append(url)
            learn(url, Answer(url=url, fault=Fault.NAME))

    root = site(tmp_path, "https://post.example/raids", "https://law.example/")
    before = '{\n"https://law.example/": {"checked":"2026-05-31","status":"200"}\n}\n'
    make_site(root, {REPORT: before})
    hands = Hands(visit=offline, check=nothing_wrong)

    assert run(["check", "--external", "-C", str(root), "--clock", "2026-06-01T12:00Z"], hands) == 0
    assert asked == ["https://post.example/raids", "https://law.example/"]
    assert (root / REPORT).read_text() == before
    assert "No host can be reached from here" in capsys.readouterr().err


def test_who_waits_is_told_how_far_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every fifty links; it takes long on purpose."""

    def all_well(urls: Iterable[str], caution: Caution, learn: Any) -> None:
        del caution
        for url in urls:
            learn(url, Answer(url=url, status=200))

    links = " ".join(f"<https://law.example/{number}>" for number in range(60))
    make_site(
        tmp_path,
        {
            "newsgen.yaml": NEWSGEN_YAML,
            "content/flash/a.md": f"---\ndate: 2018-02-19\ntitle: Laws\n---\n{links}\n",
        },
    )

    assert (
        run(
            ["check", "--external", "-C", str(tmp_path)], Hands(visit=all_well, check=nothing_wrong)
        )
        == 0
    )
    assert "50 of 60 were asked" in capsys.readouterr().err


def test_a_host_that_is_gone_is_not_taken_for_a_missing_network(tmp_path: Path) -> None:
    """The witness answers, so it is the host's fault."""

    def one_is_gone(urls: Iterable[str], caution: Caution, learn: Any) -> None:
        del caution
        for url in urls:
            fault = Fault.NAME if "post" in url else None
            learn(url, Answer(url=url, status=0 if fault else 200, fault=fault))

    root = site(tmp_path, "https://post.example/raids", "https://law.example/")
    make_site(root, {REPORT: '{"https://law.example/": {"checked":"2026-05-31","status":"200"}}'})
    hands = Hands(visit=one_is_gone, check=nothing_wrong)
    run(["check", "--external", "-C", str(root), "--clock", "2026-06-01T12:00Z"], hands)

    assert '"https://post.example/raids": {"checked":"2026-06-01","status":"name","state"' in (
        (root / REPORT).read_text()
    )
