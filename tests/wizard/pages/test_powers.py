"""One page tells on what the council decides, and whom it asks for the rest."""

import pytest

PAGE = "/wat-de-raad-kan"


def told(page):
    """By heading: what stands under it."""
    return {
        section.one("h2").text: [each.text for each in section.all("summary")]
        for section in page.all("main section")
    }


def test_every_power_stands_once_under_who_decides(visit, library):
    found = told(visit(PAGE))
    listed = [title.casefold() for titles in found.values() for title in titles]

    subjects = library.competence.subjects
    assert sorted(listed) == sorted(one.title.casefold() for one in subjects)
    assert "De inzet van de politie" in found["De burgemeester beslist"]
    assert "De doelen voor de veiligheid" in found["De raad beslist zelf"]
    assert "Evenementen" in found["De burgemeester of het college beslist"]
    assert "Straffen en rechtspraak" in found["Een ander beslist"]


def test_each_way_names_the_paper_and_gives_an_example(visit, library):
    text = visit(PAGE).text
    ways = [way for one in library.competence.subjects for way in one.routes]

    assert len(ways) > 30
    assert [way.example for way in ways if f"‘{way.example}’" not in text] == []
    for paper in ("motie", "amendement", "vragen"):
        assert f"Met een {paper}: " in text or f"Met {paper}: " in text


def test_the_rules_of_thumb_go_first_each_with_its_source(visit, library):
    rules = library.signpost.header.thumb_rules
    told = visit(PAGE).all("main ul[aria-label='Vuistregels'] li")

    assert len(told) == len(rules) > 3
    for line, rule in zip(told, rules, strict=True):
        assert line.text.startswith(rule.text)
        assert line.all("a")


def test_another_who_decides_is_named(visit):
    assert "Dat doet de officier van justitie." in visit(PAGE).text


@pytest.mark.parametrize("decision", ["cameratoezicht", "buurtbemiddeling", "damocles"])
def test_a_decision_leads_to_it(begin, visit, library, decision):
    first = library.decision(decision).questions[0]
    begin({first.id: "onbekend"}, decision=decision)

    links = [a.get("href") for a in visit(f"/{decision}/voor-en-tegen").all("main a")]
    assert PAGE in links
