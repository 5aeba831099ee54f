"""Fields that are no text carry no text, so no person either."""

import pytest

PERSONS = [
    "111222333",
    "NL91 ABNA 0417 1643 00",
    "j.jansen@voorbeeld.nl",
    "06-12345678",
    "1234 AB 12",
    "Dorpsstraat 12",
    "De heer Jansen",
]
FIELDS = {
    "a number": "/cameratoezicht/vraag/bewaartermijn-dagen",
    "a choice": "/cameratoezicht/vraag/fase",
    "ticks": "/cameratoezicht/vraag/wat-speelt",
    "a yes or no": "/cameratoezicht/vraag/raad-en-plek",
    "a date": "/woonoverlastverordening/vraag/ingangsdatum-huidige-tekst",
    "an amount": "/buurtbemiddeling/vraag/bijdrage-gemeente-per-jaar",
}
ROWS = {
    "a yes or no": "plek_vrij_toegankelijk-antwoord",
}
TYPED = {"a number", "a date", "an amount"}


@pytest.mark.parametrize("field", FIELDS)
def test_a_person_does_not_fit(begin, send, app, field):
    path = FIELDS[field]
    begin(decision=path.split("/")[1])
    for typed in PERSONS:
        name = ROWS.get(field, path.split("/")[-1].replace("-", "_") + "-antwoord")
        page = send(path, {name: typed}, status=422)

        assert page.title.startswith("Fout:"), typed
        if field in TYPED:
            assert page.one(f"#{name}").get("value") == typed

    assert app.extensions["raadwijzer"].dossiers.count() == 0


def test_every_typed_question_has_an_edge(library):
    """A number of nine digits is no answer anywhere."""
    kinds = [
        question.answer
        for decision in library.decisions.values()
        for question in decision.questions
    ]
    numbers = [kind.max for kind in kinds if kind.kind == "number"]
    amounts = [kind.max_cents for kind in kinds if kind.kind == "amount"]

    assert max(numbers) < 10_000_000
    assert max(amounts) < 111_222_333 * 100
