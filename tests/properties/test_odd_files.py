"""Laws of odd files: whatever somebody saves, the answer is a problem and never a traceback."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ht_newsgen.reading.config import CONFIG_FILE
from tests.fuzz.mutate import mutated
from tests.fuzz.subject import corpus, surroundings, try_file
from tests.properties.test_reading import FRONT_MATTERS
from tests.unit.reading.test_schema import problems_of, refusals

FILES = st.sampled_from(corpus())


@settings(max_examples=120)
@given(FILES, FILES, st.data())
def test_no_file_of_a_newsroom_raises_anything(
    file: tuple[str, bytes], other: tuple[str, bytes], data: st.DataObject
) -> None:
    """Made odd by bytes and by lines, it is read, checked, mended, put on pages and told."""
    path, text = file

    try_file(path, mutated(text, other[1], lambda below: data.draw(st.integers(0, below - 1))))


@settings(max_examples=60)
@given(FRONT_MATTERS)
def test_what_is_read_without_a_word_fits_its_schema(front: str) -> None:
    """An editor of texts underlines nothing that is right."""
    path, text = "content/flash/2018/2018-02-19-raids.md", f"---\n{front}---\nText.\n".encode()

    assert problems_of(path, text) or not refusals(path, text)


def test_the_files_are_of_all_kinds() -> None:
    """Items, editions, pages, registers and configurations; the newsroom can be read."""
    folders = {path.split("/")[1] for path, _ in corpus() if "/" in path}

    assert {"data", "flash", "newsletter", "pages", "resource-center"} <= folders
    assert CONFIG_FILE in dict(corpus())
    assert surroundings()[2]
