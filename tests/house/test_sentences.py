"""What is said to editors can be said in every language: literal texts, and values for names."""

import ast
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from tests.support.messages import english, sentences_of

SOURCE = Path(__file__).parents[2] / "src" / "ht_newsgen"
MADE_HERE = SOURCE / "kit" / "sentences.py"
FILES = [file for file in sorted(SOURCE.rglob("*.py")) if file != MADE_HERE]


@cache
def known() -> frozenset[str]:
    """Every text that the catalogues are asked for."""
    return frozenset(text for message in sentences_of() if message.id for text in english(message))


@cache
def sentences(file: Path) -> list[ast.Call]:
    """Where something is said; a file without the word need not be parsed."""
    text = file.read_text("utf-8")
    if "say" not in text:
        return []
    return [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("say", "say_counted")
    ]


@pytest.mark.parametrize("file", [file for file in FILES if sentences(file)], ids=lambda f: f.stem)
def test_every_sentence_can_be_translated_and_said(file: Path) -> None:
    """Its text is literal and known to the catalogues; what it names is given, and nothing else."""
    for call in sentences(file):
        where = f"{file.name}:{call.lineno}"
        texts = [ast.literal_eval(argument) for argument in call.args]
        assert set(texts) <= known(), where
        names = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
        given = {word.arg for word in call.keywords}
        if None not in given:  # `**told`: values that several sentences share
            assert names == given, where
