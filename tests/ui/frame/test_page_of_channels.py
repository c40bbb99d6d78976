"""A page in its frame."""

from types import SimpleNamespace
from typing import Any

import pytest

from openline.ui.frame import page_of_channels
from openline.ui.pages import GAPS_PAGE


@pytest.mark.parametrize(
    ("channels", "done"),
    [
        (None, []),
        (["Hotline"], ["follow", "file", "draw", "foot"]),
        ([], ["follow", "file", "empty", "foot"]),
    ],
)
def test_a_page_is_drawn_in_order(
    channels: list[str] | None, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice is followed first; the page ends well also without data or channels."""
    seen: list[str] = []
    scene: Any = SimpleNamespace(tables=SimpleNamespace(status=channels))

    def frame(_: object, follow: Any) -> Any:
        if channels is None:
            return None
        follow(scene)
        return scene

    monkeypatch.setattr(page_of_channels, "draw_frame", frame)
    monkeypatch.setattr(
        page_of_channels, "draw_share", lambda _, data: seen.append(data().decode())
    )
    monkeypatch.setattr(page_of_channels, "draw_empty", lambda *_: seen.append("empty"))
    monkeypatch.setattr(page_of_channels, "draw_foot", lambda *_: seen.append("foot"))
    page_of_channels.draw_page_of_channels(
        GAPS_PAGE,
        lambda _: seen.append("draw"),
        lambda _: b"file",
        {},
        lambda _: seen.append("follow"),
    )
    assert seen == done
