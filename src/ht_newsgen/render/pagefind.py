"""Pagefind, the indexer: a program that is asked over a pipe.

Its Python package takes a tenth of a second for each answer, and there is one for each record. So
this speaks to the program as that package does: JSON in Base64, a comma after each message, in
both directions (`pagefind --service`).
"""

import json
import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

LONGEST = 900
"""Seconds; an indexer that has not answered by then never will."""


class IndexingFailedError(Exception):
    """No index could be made; the text says why, as the end of a sentence."""


def indexer() -> Path:
    """The program, which comes with its Python package; raises IndexingFailedError."""
    try:
        from pagefind.service import get_executable

        found = get_executable()
    except (ImportError, FileNotFoundError):
        found = None
    if found is None or not found.is_file():
        raise IndexingFailedError(
            "Pagefind, which makes it, is not installed; there may be none for this kind of "
            "machine (pip install 'pagefind[bin]' says so)"
        )
    return found


def index_files(records: Iterable[Mapping[str, Any]], language: str) -> dict[str, bytes]:
    """The files of an index of these records, by their paths in its folder.

    The records are what `search_text.record_fields` gives. Raises IndexingFailedError.
    """
    requests: list[dict[str, Any]] = [
        {"type": "NewIndex", "config": {"force_language": language}},
        *(
            {"type": "AddRecord", "index_id": 0, "language": language, **record}
            for record in records
        ),
        {"type": "GetFiles", "index_id": 0},
    ]
    answers = {}
    for answer in asked(indexer(), requests):
        answers = answer
    return {file["path"]: b64decode(file["content"]) for file in answers.get("files", ())}


def asked(program: Path, requests: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The answer to each request, in their order. Raises IndexingFailedError."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the program that came with its package
            [program, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise IndexingFailedError(f"{program} cannot be run: {reason}") from error
    assert process.stdin is not None
    assert process.stdout is not None
    # Answers come while requests are still being written; one thread doing both would wait for
    # itself as soon as both pipes are full.
    writer = threading.Thread(target=_write, args=(process.stdin, requests), daemon=True)
    alarm = threading.Timer(LONGEST, process.kill)
    writer.start()
    alarm.start()
    try:
        messages = _messages(process.stdout)
        for request in requests:
            yield _payload(next(messages, None), request)
    finally:
        alarm.cancel()
        process.kill()
        process.wait()
        writer.join()
        with suppress(OSError):
            process.stdin.close()
        process.stdout.close()


def _write(pipe: IO[bytes], requests: Iterable[Mapping[str, Any]]) -> None:
    with suppress(OSError):  # the program has ended, which is noticed where it is read from
        for number, payload in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": payload})
            pipe.write(b64encode(message.encode()) + b",")
        pipe.flush()


def _messages(pipe: IO[bytes]) -> Iterator[bytes]:
    """What stands before each comma."""
    begun: list[bytes] = []
    while data := pipe.read1(1 << 20):  # type: ignore[attr-defined]
        first, *others = data.split(b",")
        begun.append(first)
        for other in others:
            yield b"".join(begun)
            begun = [other]


def _payload(message: bytes | None, request: Mapping[str, Any]) -> dict[str, Any]:
    if message is None:
        raise IndexingFailedError("Pagefind ended in the middle of its work")
    try:
        payload: dict[str, Any] = json.loads(b64decode(message))["payload"]
        kind = payload["type"]
    except (ValueError, KeyError, TypeError) as error:
        raise IndexingFailedError("Pagefind answered something that is no message") from error
    if kind == "Error":
        about = request.get("url", request["type"])
        raise IndexingFailedError(f"Pagefind says of {about}: {payload.get('message')}")
    return payload
