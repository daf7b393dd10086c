"""Writing files whole or not at all."""

from __future__ import annotations

import os

from ngayle.errors import RequestError


def write_whole(path: str, content: bytes) -> None:
    """Put ``content`` at ``path`` in one step: a reader sees the old file or the new one.

    Raises RequestError if it cannot be written; what was there before stays.
    """
    if os.path.isdir(path):
        raise RequestError(f"{path}: is a folder; name a file")
    target = os.path.realpath(path)
    temporary = f"{target}.{os.getpid()}.part"
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            # a device or a pipe cannot be replaced
            with open(target, "wb") as device:
                device.write(content)
            return
        try:
            with open(temporary, "wb") as file:
                file.write(content)
            os.replace(temporary, target)
        except BaseException:
            if os.path.exists(temporary):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise RequestError(f"{path}: cannot be written: {error.strerror}") from None
