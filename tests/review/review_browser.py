"""A real browser, driven over its debugging pipe: what a person sees, touches and copies."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")
_SWITCHES = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --remote-debugging-pipe"
)


class Page:
    """One page in the browser."""

    def __init__(self, pipe: _Pipe, session: str):
        self._pipe = pipe
        self._session = session

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        """What a method of the DevTools protocol gives back."""
        return self._pipe.call(method, given, self._session)

    def open(self, file: Path, *, width: int, height: int = 900, touch: bool = False) -> None:
        """Shows a file in a window of that size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        self.call("Emulation.setTouchEmulationEnabled", enabled=touch)
        self.call("Page.enable")
        self.call("Page.navigate", url=file.as_uri())
        while self.value("document.readyState") != "complete":
            pass

    def value(self, expression: str) -> Any:
        """The value of a JavaScript expression on the page."""
        done = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def middle(self, selector: str) -> dict[str, float]:
        """The middle of an element, scrolled into sight."""
        name = json.dumps(selector)
        self.value(f"document.querySelector({name}).scrollIntoView({{block: 'center'}})")
        box = f"document.querySelector({name}).getBoundingClientRect()"
        x, y = self.value(f"(r => [r.x + r.width / 2, r.y + r.height / 2])({box})")
        return {"x": x, "y": y}

    def hover(self, selector: str) -> None:
        """Moves the mouse to an element."""
        self.call("Input.dispatchMouseEvent", type="mouseMoved", **self.middle(selector))

    def click(self, selector: str, *, times: int = 1) -> None:
        """Clicks an element with the left button."""
        place = self.middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            how = {"type": kind, "button": "left", "clickCount": times}
            self.call("Input.dispatchMouseEvent", **how, **place)

    def tap(self, selector: str) -> None:
        """Touches an element with a finger."""
        place = self.middle(selector)
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[place])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def press(self, key: str) -> None:
        """Presses a key."""
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=9
            )

    def seen(self, selector: str) -> str:
        """The text of an element as far as it is in sight, "" if it is not."""
        element = f"document.querySelector({json.dumps(selector)})"
        return str(
            self.value(
                f"(e => {{const r = e.getBoundingClientRect();"
                "const shown = r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight;"
                f"return shown && e.checkVisibility() ? e.innerText : ''}})({element})"
            )
        )


class _Pipe:
    """The protocol over two pipes: messages of JSON, each ended by a zero byte."""

    def __init__(self, write: int, read: int):
        self._write = write
        self._read = read
        self._rest = b""
        self._last = 0

    def call(self, method: str, given: dict[str, Any], session: str = "") -> dict[str, Any]:
        self._last += 1
        message = {"id": self._last, "method": method, "params": given}
        message |= {"sessionId": session} if session else {}
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._last:
            pass
        assert "error" not in answer, (method, answer)
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._read, 1 << 16)
            assert more, "the browser has gone"
            self._rest += more
        first, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(first)
        return answer


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A page of a browser that keeps what it writes in ``folder``."""
    to_browser, from_us = os.pipe()
    from_browser, to_us = os.pipe()

    def take_pipes() -> None:
        own = [os.dup2(end, place) for end, place in ((to_browser, 60), (to_us, 61))]
        for end, place in zip(own, (3, 4), strict=True):
            os.dup2(end, place)

    process = subprocess.Popen(
        [str(CHROMIUM), *_SWITCHES.split(), f"--user-data-dir={folder / 'profile'}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=False,
        preexec_fn=take_pipes,  # noqa: PLW1509 - the browser reads descriptors 3 and 4
    )
    pipe = _Pipe(from_us, from_browser)
    try:
        target = pipe.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        asked = {"targetId": target, "flatten": True}
        yield Page(pipe, pipe.call("Target.attachToTarget", asked)["sessionId"])
    finally:
        process.kill()
        process.wait()
        for one in (to_browser, from_us, from_browser, to_us):
            os.close(one)
