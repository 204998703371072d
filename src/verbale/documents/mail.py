"""E-mail newsletters: the subject is the title, the sender the publisher."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from verbale.documents import dates
from verbale.documents.compose import Given, compose
from verbale.documents.decoding import Undecodable, decode, whole
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.documents.page import article_of
from verbale.errors import SkipReason

MEDIA_TYPE = "message/rfc822"
_BROKEN = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError, OverflowError)


def read_mail(data: bytes, path: str, context: Context) -> Iterator[Outcome]:
    """The document of one message: its plain text exactly, or else the body of its HTML."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        text = _text(message)
        title, sender, sent = (_header(message, name) for name in ("subject", "from", "date"))
        publisher = _display_name(message) or sender
    except _BROKEN as error:  # Python's parser fails in many ways on hostile headers
        yield Skipped(path, SkipReason.UNSUPPORTED, f"the message is malformed ({type(error).__name__})")
        return
    if not text:
        yield Skipped(path, SkipReason.NO_TEXT, "the message has no text part")
        return
    if isinstance(unread := decode(text.encode()), Undecodable):
        yield Skipped(path, unread.reason, unread.detail)
        return
    given = Given(title=title, publisher=publisher, published=sent, published_as=dates.stated(sent))
    yield compose(text, given, path=path, raw=data, media_type=MEDIA_TYPE, context=context)


def _text(message: EmailMessage) -> str:
    plain = message.get_body(("plain",))
    if plain is not None and (text := whole(_content(plain))).strip():
        return text
    page = message.get_body(("html",))
    if page is None:
        return ""
    found = article_of(_content(page).encode(errors="replace"), charset="utf-8")
    return "" if isinstance(found, Undecodable) else found.text


def _content(part: MIMEPart) -> str:
    """The characters of a text part, told from its bytes where its charset is one that nobody knows."""
    try:
        return str(part.get_content())
    except LookupError:
        data = part.get_payload(decode=True)
        text = decode(data) if isinstance(data, bytes) else ""
        return text if isinstance(text, str) else ""


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except _BROKEN:  # one bad header, such as a date in the year 99999999999, leaves the message readable
        return None
    return " ".join(whole(str(value)).split()) or None if value else None


def _display_name(message: EmailMessage) -> str | None:
    try:
        addresses = getattr(message.get("from"), "addresses", ())
    except _BROKEN:
        return None
    return next((whole(address.display_name) for address in addresses if address.display_name), None)
