"""Methods of the server's classes, replaced for a while."""

import pytest

from openline.web.replaced import replaced


class _Greeter:
    def greet(self) -> str:
        return "Good morning"


class _Heir(_Greeter):
    pass


@pytest.mark.parametrize("owner", [_Greeter, _Heir])
def test_a_class_does_as_before_once_the_while_is_over(owner: type[_Greeter]) -> None:
    """However it ended, and where the method is another class's too."""

    def greet(_: _Greeter) -> str:
        return "Good evening"

    def greeted() -> None:
        with replaced(owner, greet=greet):
            assert owner().greet() == "Good evening"
            raise KeyError

    with pytest.raises(KeyError):
        greeted()
    assert (owner().greet(), _Greeter().greet()) == ("Good morning", "Good morning")
