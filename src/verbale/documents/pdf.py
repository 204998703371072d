"""PDF files with a text layer, by PDFium."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.documents.compose import Given, compose
from verbale.documents.decoding import whole
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import SkipReason

MEDIA_TYPE = "application/pdf"
_MOST_PAGES = 2000
_HYPHEN = re.compile(r"(?<=\w)(?:\ufffe|\x02|-\n(?=[a-zа-яіїєґё]))\n?")
_SOFT_BREAK = re.compile(r"(?<=[^.!?:\"”»\n])\n(?=[^\n•\-–—])")


def read_pdf(data: bytes, path: str, context: Context) -> Iterator[Outcome]:
    """The document of one file: the text of its pages, the lines of a paragraph joined as far as punctuation tells."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as file:
            pages = [file[number].get_textpage().get_text_bounded() for number in range(min(len(file), _MOST_PAGES))]
            title = (file.get_metadata_dict().get("Title") or "").strip()
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        why = "it is locked with a password; save it without one and add it again" if locked else f"the PDF is damaged ({error})"
        yield Skipped(path, SkipReason.UNSUPPORTED, why)
        return
    text = whole(unwrapped("\n\n".join(pages)))
    if not text.strip():
        yield Skipped(path, SkipReason.NO_TEXT, "the PDF has no text layer; its pages are pictures")
        return
    yield compose(text, Given(title=whole(title) or None), path=path, raw=data, media_type=MEDIA_TYPE, context=context)


def unwrapped(text: str) -> str:
    """The text with the lines of a paragraph joined and the words that a line's end cut in two made whole."""
    text = _HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    return _SOFT_BREAK.sub(" ", re.sub(r"[ \t]+\n", "\n", text)).strip()
