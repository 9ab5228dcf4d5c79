"""An XML tree as the bytes of a file."""

from xml.etree import ElementTree as ET

from ht_newsgen.render.plain import plain


def element(parent: ET.Element, name: str, text: str = "", /, **attributes: str) -> ET.Element:
    """A new last child, with text and attributes cleaned to what XML 1.0 can hold."""
    made = ET.SubElement(parent, name, {key: plain(value) for key, value in attributes.items()})
    if text:
        made.text = plain(text)
    return made


def document(root: ET.Element, *, default_namespace: str | None = None) -> bytes:
    """The tree as a file in UTF-8: declared, indented, ending with a line break."""
    ET.indent(root)
    data: bytes = ET.tostring(
        root, encoding="utf-8", xml_declaration=True, default_namespace=default_namespace
    )
    return data + b"\n"
