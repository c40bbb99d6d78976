"""The envelope of whatever is refused."""

from openline.record.problems import WARNING, Problem
from openline.web.envelope import Refusal


def test_a_refusal_names_each_parameter_with_its_problem() -> None:
    """Status, sentence and problems stand in one object, in UTF-8."""
    problem = Problem(
        WARNING, "parameter-value", None, "asof", "x", "“x” is not a day.", "Write one."
    )
    response = Refusal(400, "Bad.", [problem], {"Allow": "GET"}).response()
    assert response.status_code == 400
    assert response.headers["allow"] == "GET"
    assert bytes(response.body).decode() == (
        '{\n "error": {\n  "status": 400,\n  "message": "Bad.",\n  "problems": [\n   {\n'
        '    "code": "parameter-value",\n    "parameter": "asof",\n    "value": "x",\n'
        '    "message": "“x” is not a day.",\n    "suggestion": "Write one."\n   }\n  ]\n }\n}\n'
    )
