"""Writing files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable

from ngayle.errors import RequestError


def write_whole(path: str, content: bytes | Iterable[bytes]) -> None:
    """Put ``content`` at ``path`` in one step: a reader sees the old file or the new one.

    It may come in pieces.

    Raises RequestError if it cannot be written; what was there before stays.
    """
    if os.path.isdir(path):
        raise RequestError(f"{path}: is a folder; name a file")
    pieces = (content,) if isinstance(content, bytes) else content
    target = os.path.realpath(path)
    temporary = f"{target}.{os.getpid()}.part"
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            # a device or a pipe cannot be replaced
            with open(target, "wb") as device:
                device.writelines(pieces)
            return
        try:
            with open(temporary, "wb") as file:
                file.writelines(pieces)
            os.replace(temporary, target)
        except BaseException:
            if os.path.exists(temporary):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise RequestError(f"{path}: cannot be written: {error.strerror}") from None
