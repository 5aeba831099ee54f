"""A bare page of Flask, Jinja and WTForms: what our pages are measured by.

One question with three answers and a proof against forgery, and nothing that we add.
"""

from flask import Flask, render_template
from flask.testing import FlaskClient
from flask_wtf.csrf import CSRFProtect
from jinja2 import DictLoader
from wtforms import Form, RadioField, SubmitField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

PAGE = """<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<main>
<h1>{{ title }}</h1>
<form method="post">
<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
<fieldset>
<legend>{{ form.answer.label.text }}</legend>
{% for option in form.answer %}<p>{{ option }} {{ option.label }}</p>{% endfor %}
</fieldset>
{{ form.save }}
</form>
</main>
</body>
</html>"""


class Asked(Form):
    """One question."""

    answer = RadioField(
        "Is er een besluit?",
        choices=[
            SelectChoice("ja", "Ja"),
            SelectChoice("nee", "Nee"),
            SelectChoice("onbekend", "Weet ik niet"),
        ],
    )
    save = SubmitField("Bewaar")


def bare_client() -> FlaskClient:
    """Give a visitor of that page."""
    app = Flask("bare")
    app.secret_key = "bench" * 8
    app.jinja_loader = DictLoader({"page.html": PAGE})
    CSRFProtect(app)

    @app.get("/")
    def show() -> str:
        return render_template("page.html", title="Een vraag", form=Asked())

    return app.test_client()
