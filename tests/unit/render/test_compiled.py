"""The code of templates, kept from one run to the next."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2.bccache import Bucket

from ht_newsgen.model.locale import Locale
from ht_newsgen.pages.specimen import parts as made
from ht_newsgen.render.compiled import MOST, TemplateCode
from ht_newsgen.render.environment import make_environment

Render = Callable[..., str]


@pytest.fixture
def compiled() -> list[str]:
    """The names of templates in the order in which they were compiled."""
    return []


@pytest.fixture
def render(tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch) -> Render:
    """Renders `page.html` of a theme, as a new run of a program would."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    site, theme = tmp_path / "site", tmp_path / "theme"
    for folder in (site, theme):
        folder.mkdir()
    (theme / "page.html").write_text("{{ 'BA'|country }} {% include 'part.html' %}")
    (theme / "part.html").write_text("{{ 2|month_name }}")

    class Noted(TemplateCode):
        def dump_bytecode(self, bucket: Bucket) -> None:
            assert bucket.code
            compiled.append(Path(bucket.code.co_filename).name)
            super().dump_bytecode(bucket)

    def rendered(program: str = "1", locale: Locale = made.ENGLISH) -> str:
        code = Noted(theme, locale.tag, program, kept=tmp_path / "kept")
        environment = make_environment([site, theme], locale, code)
        return environment.get_template("page.html").render()

    return rendered


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "kept").glob("*"))


def test_a_theme_is_compiled_once(render: Render, compiled: list[str]) -> None:
    """A later run says the same and compiles nothing."""
    assert [render(), render()] == ["Bosnia &amp; Herzegovina February"] * 2
    assert compiled == ["page.html", "part.html"]


def test_a_changed_template_is_compiled_again(
    render: Render, compiled: list[str], tmp_path: Path
) -> None:
    """It alone, and its old code is replaced."""
    render()
    (tmp_path / "theme" / "part.html").write_text("{{ 3|month_name }}")

    assert [render(), render()] == ["Bosnia &amp; Herzegovina March"] * 2
    assert compiled == ["page.html", "part.html", "part.html"]
    assert len(kept(tmp_path)) == 2


def test_another_program_compiles_for_itself(
    render: Render, compiled: list[str], tmp_path: Path
) -> None:
    """A filter may say something else by now."""
    render()
    render(program="2")

    assert compiled == ["page.html", "part.html"] * 2
    assert len(kept(tmp_path)) == 2


def test_a_language_has_code_of_its_own(render: Render) -> None:
    """Jinja works out `"BA"|country` when it compiles."""
    assert render() == "Bosnia &amp; Herzegovina February"
    assert render(locale=made.ARABIC) == "البوسنة والهرسك فبراير"
    assert render() == "Bosnia &amp; Herzegovina February"


def test_the_code_of_a_site_is_kept_with_that_of_the_theme(
    render: Render, compiled: list[str], tmp_path: Path
) -> None:
    """And not in the site, where it might come from anybody."""
    (tmp_path / "site" / "part.html").write_text("ours")

    assert [render(), render()] == ["Bosnia &amp; Herzegovina ours"] * 2
    assert compiled == ["page.html", "part.html"]
    assert [file.name.partition("-")[0] for file in kept(tmp_path)] == ["site", "theme"]
    assert [file.name for file in (tmp_path / "site").iterdir()] == ["part.html"]


def test_a_sites_own_template_takes_effect_at_once(render: Render, tmp_path: Path) -> None:
    """Laid over that of the theme, changed, and taken away."""
    own = tmp_path / "site" / "part.html"
    said = [render()]
    for text in ("ours", "{{ 3|month_name }}"):
        own.write_text(text)
        said.append(render())
    own.unlink()

    assert [*said, render()] == [
        f"Bosnia &amp; Herzegovina {part}" for part in ("February", "ours", "March", "February")
    ]


def test_of_sites_only_the_latest_are_remembered(render: Render, tmp_path: Path) -> None:
    """However many are built on one machine; the theme stays."""
    render()
    for number in range(MOST + 3):
        old = tmp_path / "kept" / f"site-{number:03}.code"
        old.touch()
        os.utime(old, (number, number))
    (tmp_path / "site" / "part.html").write_text("ours")

    render()

    names = [file.name for file in kept(tmp_path)]
    assert len([name for name in names if name.startswith("site-")]) == MOST
    assert len([name for name in names if name.startswith("theme-")]) == 2
    assert {"site-003.code", "site-004.code"} & set(names) == {"site-004.code"}


@pytest.mark.parametrize("place", [0, 10, 40, 200])
@pytest.mark.parametrize("more", [b"", b"?", b"?" * 4000])
def test_damaged_code_is_not_used(
    render: Render, compiled: list[str], tmp_path: Path, place: int, more: bytes
) -> None:
    """Whatever was lost or added, and wherever: it is compiled anew, and kept again."""
    before = render()
    for file in kept(tmp_path):
        data = file.read_bytes()
        file.write_bytes(data[:place] + more + data[place + 1 :])

    assert [render(), render()] == [before, before]
    assert compiled == ["page.html", "part.html"] * 2


def test_where_nothing_can_be_written_nothing_is_kept(render: Render, tmp_path: Path) -> None:
    """A program may be installed for reading only."""
    (tmp_path / "kept").write_text("not a folder")

    assert render() == render() == "Bosnia &amp; Herzegovina February"


def test_who_wants_no_bytecode_gets_none(
    render: Render, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """PYTHONDONTWRITEBYTECODE means ours as well."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    render()

    assert kept(tmp_path) == []
