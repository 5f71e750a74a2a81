"""A browser that notes whatever a page asks for, says or asks the person."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.view import Edge, Node, draw_network


@dataclass
class Opened:
    """A page in the browser, and what it did that it must not do."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def is_quiet(self) -> bool:
        """Whether it asked for nothing but itself, ran without an error and opened no dialog."""
        assert not self.complaints
        assert not self.dialogs
        return len(self.requests) == 1 and self.requests[0].startswith("file:")

    def drawn(self) -> set[int]:
        """The numbers of the nodes on the map."""
        return set(self.page.evaluate("Object.keys(network.body.nodes).map(Number)"))

    def panel(self) -> str:
        """What the panel says."""
        return self.page.inner_text("#panel")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        path = found or playwright.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("no Chromium: install it, or run `playwright install chromium`")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def look(browser: Browser, tmp_path: Path):
    """Draws a network and opens it, by default on a laptop in daylight."""
    contexts = []

    def opened(network: tuple[list[Node], list[Edge]], fragment: str = "", **options: object) -> Opened:
        path = tmp_path / "network.html"
        path.write_bytes(draw_network(*network))
        settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", "offline": True}
        context = browser.new_context(**(settings | options))
        contexts.append(context)
        page = context.new_page()
        found = Opened(page)
        page.on("request", lambda request: found.requests.append(request.url))
        page.on(
            "console",
            lambda message: found.complaints.append(message.text) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (found.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri() + fragment)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("#board:not([hidden])")
            page.wait_for_timeout(250)
        return found

    yield opened
    for context in contexts:
        context.close()
