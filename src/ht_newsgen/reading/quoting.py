"""Texts as they may be written in YAML, for advice that can be followed to the letter."""

import yaml


def quoted(text: str) -> str:
    """The text in quotes: double ones unless they would have to be escaped."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def as_value(text: str) -> str:
    """The text as it may stand after its key: in quotes if YAML would read anything else."""
    try:
        plain = yaml.compose(f"key: {text}", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return quoted(text)
    if isinstance(plain, yaml.MappingNode) and len(plain.value) == 1:
        value = plain.value[0][1]
        if value.tag == "tag:yaml.org,2002:str" and value.value == text:
            return text
    return quoted(text)
