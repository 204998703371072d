"""Which internet addresses may be fetched from."""

from __future__ import annotations

import ipaddress
import socket

from verbale.errors import FetchError


def public_addresses(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host as the resolver gives them; FetchError where one is not public, unless allowed."""
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: the name can't be resolved") from error
    found = list(dict.fromkeys(str(info[4][0]) for info in infos))
    for address in found:
        if not allow_private and not is_public(address):
            raise FetchError(f"{host}: it resolves to {address}, which is no public address; such addresses are only fetched when allowed")
    return found


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, multicast, reserved or an embedding of such."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or _nat64(ip)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _nat64(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in ipaddress.IPv6Network("64:ff9b::/96") else None
