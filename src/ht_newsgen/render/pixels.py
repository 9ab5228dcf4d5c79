"""The pixels of a picture, and nothing else of it.

A photograph may carry the place where it was taken, a serial number, a thumbnail of what was
cut away. So every picture is encoded anew from its pixels, and nothing else is carried over:
no EXIF, XMP, IPTC, colour profile or comment. Colours are first brought to sRGB, which is what
browsers assume of a picture without a profile. See `docs/decisions/0009-pictures.md`.
"""

import io

from PIL import Image, ImageCms

from ht_newsgen.kit.images import eight_bits, upright


def pixels(image: Image.Image) -> Image.Image:
    """The first frame of an open picture: decoded, upright, in sRGB, eight bits a channel.

    It still has the palette, the transparency and the `info` that came with it. A moving picture
    is published as its first frame: what moves for more than five seconds must have a way to be
    stopped (WCAG 2.2.2), and a picture in a page without scripts has none. Raises what Pillow's
    decoders raise, which is nearly everything.
    """
    image.seek(0)
    image.load()
    return _in_srgb(eight_bits(upright(image)))


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours that a browser assumes when no profile is given.

    A profile that cannot be read or applied is left out of account, as browsers do.
    """
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK"}:
        return image
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    try:
        converted = ImageCms.profileToProfile(
            image.convert("RGB") if alpha else image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    assert converted is not None, "None only comes of inPlace=True"
    if alpha:
        converted.putalpha(alpha)
    return converted
