"""Seeded faults: each changes content or engine in one place, as a hurried hand could.

A fault is a function on the trees of the YAML files, or something else that stands where
a part of the engine stood. Where one slip would be seen at once, a fault is quiet: it
also hides its traces. The net that must catch it stands beside it, with the claim, the
case or the test that does; and which of the ten things it breaks, if it breaks one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from reports.composing import certainty, demand_tables, reasons
from rules.judging import demands, headline, what_to_ask
from rules.judging.answer_meaning import meaning
from rules.judging.demands import tally
from rules.judging.headline import StandingTable

CAMERA, MEDIATION, NUISANCE, DRUGS = (
    "cameratoezicht",
    "buurtbemiddeling",
    "woonoverlastverordening",
    "damocles",
)
ADDRESSES = "test_no_sentence_of_the_answers_addresses_the_reader"
FAULTS: dict[str, "Fault"] = {}


@dataclass(frozen=True)
class Fault:
    """A change to one decision, or to the engine, and the net that catches it.

    `net` is a name of `tests.mutants.nets`, and what it looks at; `slip` is what stands
    elsewhere: where, which name, and what in its place.
    """

    id: str
    decision: str
    net: str
    thing: int | None
    seed: Callable[["Content"], None] | None = None
    slip: tuple[Any, str, Any] | None = None


class Content:
    """The YAML of a product, by file; finds what a fault changes."""

    def __init__(self, files, decision):
        self.files = files
        self.folder = f"besluiten/{decision}/"

    def part(self, name):
        """Every file of a part of the decision."""
        return [
            self.files[path]
            for path in self.files
            if path == f"{self.folder}{name}.yaml"
            or path.startswith(f"{self.folder}{name}/")
        ]

    def demand(self, name):
        return next(i for tree in self.part("eisen") for i in tree if i["id"] == name)

    def question(self, name):
        screens = [item for tree in self.part("vragen") for item in tree]
        rows = [row for item in screens for row in item.get("rows", [item])]
        return next(row for row in rows if row.get("id", row.get("use")) == name)

    @property
    def header(self):
        return self.files[f"{self.folder}besluit.yaml"]

    @property
    def table(self):
        return self.header["table"]

    def row(self, **test):
        """The first row with a test that has this."""
        return next(
            row
            for row in self.table
            if any(test.items() <= each.items() for each in row["when"])
        )

    def outcome(self, name):
        return next(o for o in self.header["outcomes"] if o["id"] == name)

    def clash(self, name):
        return next(each for each in self.header["clashes"] if each["id"] == name)

    def case(self, name):
        """A ruling or a decision beside our rules."""
        path = f"rechtspraak/{self.folder.split('/')[1]}.yaml"
        return next(each for each in self.files[path] if each["id"] == name)

    def register(self, name):
        return next(
            item
            for path in self.files
            if path.startswith("registers/bronnen/")
            for item in self.files[path]
            if item["id"] == name
        )


def fault(name, net, decision=CAMERA, *, thing=None):
    """Enter a fault in the content under a readable name."""

    def enter(seed):
        assert name not in FAULTS
        FAULTS[name] = Fault(name, decision, net, thing, seed)
        return seed

    return enter


def slip(name, net, other, *, decision=DRUGS, thing):
    """Enter a fault in the engine: something else stands where this stood."""
    where, attribute, instead = other
    assert hasattr(where, attribute)
    assert name not in FAULTS
    FAULTS[name] = Fault(name, decision, net, thing, slip=(where, attribute, instead))


# --- the headline and the table ------------------------------------------------------


@fault("kop_belooft_te_veel-open", "verify kop", thing=1)
def _seed(content):
    content.outcome("nog_open")["met"] = True


@fault("kop_belooft_te_veel-mist", "verify kop", thing=1)
def _seed(content):
    content.outcome("besluit_mist")["met"] = True


@fault("rij_voor_niet_voldaan_valt_weg", "verify kop", thing=1)
def _seed(content):
    content.table[:] = [
        row
        for row in content.table
        if row["outcome"] not in ("besluit_mist", "voorstel_mist")
    ]
    content.header["outcomes"][:] = [
        each
        for each in content.header["outcomes"]
        if each["id"] not in ("besluit_mist", "voorstel_mist")
    ]


@fault("rij_voor_onbekend_valt_weg", "verify kop", thing=1)
def _seed(content):
    content.table.remove(content.row(demands="beslist", any=["onbekend"]))


@fault("rij_voor_botsing_valt_weg", "verify kop", thing=1)
def _seed(content):
    content.table.remove(content.row(clash="ja"))


@fault("laatste_rij_vangt_niet_alles", "check", thing=1)
def _seed(content):
    content.table[-1]["when"] = [{"phase": ["besluit"]}]


@fault("titel_belooft_zonder_bewijs", "check", thing=1)
def _seed(content):
    content.outcome("nog_open")["titles"][-1]["text"] = "Aan alle eisen is voldaan."


@fault("uitkomst_zonder_rij", "check", DRUGS)
def _seed(content):
    gone = content.header["outcomes"][0]["id"]
    content.table[:] = [row for row in content.table if row["outcome"] != gone]


@fault("rijen_verwisseld", "verify rijen", DRUGS)
def _seed(content):
    content.table.insert(
        0,
        {
            "outcome": content.table[-1]["outcome"],
            "when": [{"question": "sluitingsbeleid", "is": "nee"}],
        },
    )


# --- what falls away -------------------------------------------------------------------


@fault("nee_beeindigt_de_gang", "verify niets_valt_weg", thing=2)
def _seed(content):
    content.outcome("eerst_de_verordening")["ends"] = True


@fault("vraag_hangt_aan_een_nee", "verify niets_valt_weg", DRUGS, thing=2)
def _seed(content):
    asked = [
        row["id"]
        for tree in content.part("vragen")
        for item in tree
        for row in item.get("rows", [])
    ]
    last = content.question(asked[-1])
    last["applies_when"] = {"question": asked[0], "is": "ja"}


# --- what is in order ------------------------------------------------------------------


@fault("in_orde_omgedraaid-einddatum", "cases alles in orde", thing=4)
def _seed(content):
    content.question("einddatum_in_besluit")["in_order"] = "nee"


@fault("in_orde_omgedraaid-gebied", "cases alles in orde", thing=4)
def _seed(content):
    content.question("gebied_aangegeven")["in_order"] = "nee"


@fault("eis_vraagt_het_omgekeerde-politie", "verify richting", thing=4)
def _seed(content):
    content.demand("politie_voert_uit")["when"] = {"not": {"question": "politie_leidt"}}


@fault("eis_vraagt_het_omgekeerde-overleg", "verify richting", thing=4)
def _seed(content):
    content.demand("overleg_over_periode")["when"] = {
        "question": "overleg_met_officier",
        "is": "nee",
    }


@fault("grens_28_wordt_29", "verify getallen")
def _seed(content):
    content.demand("wissen_binnen_vier_weken")["when"]["at_most"] = 29


@fault("grens_omgedraaid", "verify getallen")
def _seed(content):
    content.demand("wissen_binnen_vier_weken")["when"] = {
        "question": "bewaartermijn_dagen",
        "at_least": 27,
    }


@fault("niet_van_toepassing_valt_weg", "cases raadsmotie in Mijdrecht", thing=4)
def _seed(content):
    del content.demand("verlenging_nodig")["applies_when"]


# --- what a demand says of itself ---------------------------------------------------------


@fault("lezing_beslist", "check", thing=6)
def _seed(content):
    content.demand("kenbaar")["basis"] = "lezing"


@fault("eis_zonder_basis", "check", thing=6)
def _seed(content):
    del content.demand("kenbaar")["basis"]


@fault("eis_zonder_herstel", "check", thing=9)
def _seed(content):
    del content.demand("einddatum")["repair"]


@fault("eis_telt_te_vroeg", "cases permanent in winkelcentra, twee doelen")
def _seed(content):
    content.demand("overleg_over_periode")["due"] = "voorstel"


@fault("fase_die_niet_bestaat", "check")
def _seed(content):
    content.demand("overleg_over_periode")["due"] = "besloten"


@fault("eis_weegt_alleen_nog", "cases alles in orde")
def _seed(content):
    content.demand("gebied")["effect"] = "weegt"
    del content.demand("gebied")["short"]  # a title tells only of what decides


@fault("regel_die_niets_doet", "verify onderdelen")
def _seed(content):
    when = content.demand("gebied")["when"]
    content.demand("gebied")["when"] = {
        "any_of": [when, {"all_of": [dict(when), {"question": "einddatum_in_besluit"}]}]
    }


@fault("titel_die_niemand_leest", "verify teksten")
def _seed(content):
    titles = content.outcome("besluit_mist")["titles"]
    titles.insert(0, {**titles[-1], "when": [{"tally": "niet_voldaan", "is": 99}]})


@fault("alinea_die_niemand_leest", "verify teksten")
def _seed(content):
    asked = {"question": "einddatum_in_besluit", "is": "ja"}
    never = {"all_of": [asked, {**asked, "is": "nee"}]}
    passage = content.part("teksten")[0][0]
    passage["when"] = never


# --- cards, clashes, titles, phases -----------------------------------------------------------


@fault("kaart_van_negen_rijen", "check")
def _seed(content):
    card = next(i for tree in content.part("vragen") for i in tree if "rows" in i)
    card["rows"] = [{**card["rows"][0], "id": f"rij_{n}"} for n in range(9)]


@fault("botsing_met_zichzelf", "check")
def _seed(content):
    clash = content.header["clashes"][0]
    clash["pair"][1] = dict(clash["pair"][0])


@fault("invulling_die_niet_kan", "check")
def _seed(content):
    content.outcome("nog_open")["titles"][-1]["text"] += " {ntt}"


@fault("fase_zonder_eerste_beeld", "check")
def _seed(content):
    del content.header["first_picture"]["besluit"]


# --- old questions ------------------------------------------------------------------------------


@fault("oude_vraag_raakt_kwijt", "check")
def _seed(content):
    content.header["dropped"].pop()


@fault("oude_vraag_wijst_nergens_heen", "check")
def _seed(content):
    content.header["dropped"][0]["ref"] = "D99"


# --- sources and dates ------------------------------------------------------------------------


@fault("lid_bestaat_niet", "check")
def _seed(content):
    content.demand("wissen_binnen_vier_weken")["sources"] = ["gemeentewet-151c-19"]


@fault("verkeerd_lid-bewaren", "verify getallen")
def _seed(content):
    content.demand("wissen_binnen_vier_weken")["sources"] = ["gemeentewet-151c-8"]


@fault("bron_vervallen-151c-9", "verify bronnen", thing=7)
def _seed(content):
    content.register("gemeentewet-151c-9")["valid_until"] = "2024-12-31"


# --- 1: a headline is no firmer than its table -------------------------------------------

slip(
    "telling_laat_onbekend_weg",
    "cases niets ingevuld",
    (headline, "tally", lambda some: replace(tally(some), onbekend=0)),
    thing=1,
)
slip(
    "eerste_rij_wint_altijd",
    "verify rekenwijze",
    (StandingTable, "hits", lambda *_: True),
    thing=1,
)

# --- 2: a no that can be mended switches nothing off ---------------------------------------


@fault("kaart_hangt_aan_een_nee", "verify niets_valt_weg", DRUGS, thing=2)
def _seed(content):
    for tree in content.part("vragen"):
        for item in tree:
            if item.get("card") == "bewoners":
                item["applies_when"] = {"question": "gevolgen_bekeken", "is": "ja"}


# --- 3: a reason is entailed by the answers --------------------------------------------------


@fault("zinnen_verwisseld", "words", DRUGS, thing=3)
def _seed(content):
    row = content.question("sluitingsbeleid")
    row["if_yes"], row["if_no"] = row["if_no"], row["if_yes"]


@fault("zinnen_verwisseld-in_een_kaart", "words", NUISANCE, thing=3)
def _seed(content):
    row = content.question("woonrecht_gewogen")
    row["if_yes"], row["if_no"] = row["if_no"], row["if_yes"]


slip(
    "reden_uit_alle_vragen",
    "held test_no_printed_reason_denies_what_was_answered",
    (demands, "_carried", lambda folded, *_: sorted(folded.own)),
    thing=3,
)
slip(
    "reden_zegt_het_andere",
    "held test_no_printed_reason_denies_what_was_answered",
    (
        reasons,
        "meaning",
        lambda asked, answer: (
            (asked.if_no or "")
            if getattr(answer, "value", None) is True
            else meaning(asked, answer)
        ),
    ),
    thing=3,
)

# --- 4: a question is as wide as its effect ----------------------------------------------------


@fault(
    "aangewezen_plek_telt_niet",
    "cases overdekte passage, door de raad aangewezen",
    thing=4,
)
def _seed(content):
    demand = content.demand("openbare_plaats")
    demand["when"]["all_of"] = demand["when"].pop("any_of")
    demand["not_met"]["any_of"] = demand["not_met"].pop("all_of")


@fault("winkel_doet_mee_is_fout", "cases een winkel doet mee aan het systeem", thing=4)
def _seed(content):
    content.question("wie")["in_order"].remove("samen")


@fault("oude_camera_vraagt_dpia", "cases camera’s van 2015, geen DPIA", thing=4)
def _seed(content):
    del content.demand("dpia_vooraf")["applies_when"]


@fault(
    "gevoel_is_geen_probleem",
    "cases bewoners voelen zich onveilig, meer weet men niet",
    thing=4,
)
def _seed(content):
    unmet = content.demand("probleem_openbare_orde")["not_met"]["all_of"]
    unmet[0]["includes"] = ["niets", "gevoel"]


@fault("nooit_opsporen_is_fout", "cases alleen live, geen opname", thing=4)
def _seed(content):
    content.question("beelden_voor_opsporing")["in_order"] = ["aanleiding"]


# --- 5: cumulative stays cumulative, an exception is told with the rule ---------------------------

PARTS = "held test_5_of_what_is_cumulative_every_part_counts"
LEDEN = "held test_5_a_demand_has_the_later_lid_beside_it"


@fault("kinderen_of_terugkeer", PARTS, DRUGS, thing=5)
def _seed(content):
    when = content.demand("kinderen_en_terugkeer")["when"]
    when["any_of"] = when.pop("all_of")


@fault("twee_van_de_drie_is_genoeg", PARTS, MEDIATION, thing=5)
def _seed(content):
    when = content.demand("erkende_werkwijze")["when"]
    content.demand("erkende_werkwijze")["when"] = {
        "at_least": 2,
        "of": when["all_of"],
    }


@fault(
    "aangewezen_hoeft_niet_open_te_zijn",
    "held test_5_a_place_that_the_council_designates_is_open_to_everyone_too",
    thing=5,
)
def _seed(content):
    content.demand("iedereen_kan_er_komen")["when"] = {
        "any_of": [
            {"question": "plek_vrij_toegankelijk", "is": "ja"},
            {"question": "plek_aangewezen", "is": "ja"},
        ]
    }


@fault("uitzondering_valt_weg-13b", LEDEN, DRUGS, thing=5)
def _seed(content):
    content.demand("grens_van_de_wet")["exceptions"].pop(0)


@fault("uitzondering_valt_weg-4_81", LEDEN, NUISANCE, thing=5)
def _seed(content):
    del content.demand("beleid_van_de_burgemeester")["exceptions"]


slip(
    "uitzondering_niet_gedrukt",
    "held test_5_an_exception_is_told_with_the_rule_on_paper_and_page",
    (demand_tables, "_exceptions", lambda *_: ()),
    thing=5,
)

# --- 6: certainty has two halves -------------------------------------------------------------------


@fault("lezing_zonder_andere_lezing", "check", thing=6)
def _seed(content):
    del content.demand("feiten_over_de_plek")["reading"]


@fault("rust_op_lezing_verzwegen", "check", thing=6)
def _seed(content):
    del content.demand("dpia_vooraf")["rests_on_reading"]


slip(
    "kop_verzwijgt_de_lezing",
    "cases geen DPIA, en niemand schreef iets op",
    (headline, "_reading", lambda _, title: title.reading or ""),
    decision=CAMERA,
    thing=6,
)
slip(
    "lezing_onder_elke_kop",
    "held test_6_a_title_tells_a_reading_only_where_it_leans_on_it",
    (
        headline,
        "_reading",
        lambda table, title: (
            title.reading
            or " ".join(e.demand.rests_on_reading or "" for e in table.in_title).strip()
        ),
    ),
    decision=CAMERA,
    thing=6,
)

# --- 7: currency is known, not claimed -----------------------------------------------------------------


@fault("later_nagekeken_dan_de_bron", "verify bronnen", DRUGS, thing=7)
def _seed(content):
    content.header["checked_on"] = "2026-11-28"


@fault("dpia_gold_al_in_2017", "cases Steenbergen 2017", thing=7)
def _seed(content):
    del content.demand("dpia_vooraf")["valid_from"]
    for name in ("hingen_voor_2019", "dpia_gedaan", "over_het_risico"):
        content.question(name)["valid_from"] = "2016-07-01"


@fault("te_vroeg_wordt_beoordeeld", "rulings", thing=7)
def _seed(content):
    content.header["valid_from"] = "2000-01-01"


slip(
    "geen_waarschuwing_na_de_controle",
    "held test_7_a_day_after_the_check_is_warned_of_and_one_before_is_not",
    (certainty, "too_late", lambda *_: ""),
    thing=7,
)

# --- 8: what helps most is asked first -------------------------------------------------------------------


@fault("vraagvolgorde_omgekeerd", "cases niets ingevuld", DRUGS, thing=8)
def _seed(content):
    content.header["ask_order"].reverse()


@fault("eigen_volgorde_vergeten", "cases verlenging bij een winkelcentrum", thing=8)
def _seed(content):
    content.header["ask_order"] = []


slip(
    "vragen_zoals_zij_staan",
    "cases niets ingevuld",
    (what_to_ask, "in_asking_order", lambda _, some: tuple(some)),
    thing=8,
)
slip(
    "vraag_zonder_reden",
    "held test_three_questions_for_tonight_whatever_is_known",
    (
        what_to_ask,
        "_general",
        lambda table, _clashing: (
            what_to_ask.TonightQuestion(each.to, each.text, "", ())
            for each in table.decision.body_questions
        ),
    ),
    thing=8,
)


@fault("eis_zonder_reden", "check", DRUGS, thing=8)
def _seed(content):
    del content.demand("lichtere_stap")["why"]


# --- 9: what can be better is a repair, by who can ----------------------------------------------------------

MENDS = "held test_every_unmet_demand_that_decides_says_who_can_mend_it"


@fault("herstel_door_wie_het_niet_kan", MENDS, thing=9)
def _seed(content):
    content.demand("wissen_binnen_vier_weken")["repair"][0]["who"] = "college"


@fault("verzoek_is_een_zin", MENDS, DRUGS, thing=9)
def _seed(content):
    repair = content.demand("grens_van_de_wet")["repair"][0]
    repair["request"] = repair["text"]


@fault("herstel_door_niemand", "check", DRUGS, thing=9)
def _seed(content):
    content.demand("grens_van_de_wet")["repair"][0]["who"] = "burgermeester"


# --- 10: provisional is told as provisional, and another ground is not ours ------------------------------------


@fault(
    "voorlopig_vergeten-eis",
    "held test_10_a_provisional_ruling_is_told_as_provisional",
    thing=10,
)
def _seed(content):
    demand = content.demand("inkijk_na_te_gaan")
    demand["why"] = "een rechter vroeg dat in 2021"
    demand["reading"] = "Wij lazen een samenvatting van die uitspraak."


@fault(
    "voorlopig_vergeten-tekst",
    "held test_10_a_provisional_ruling_is_told_as_provisional",
    NUISANCE,
    thing=10,
)
def _seed(content):
    for tree in content.part("teksten"):
        for item in tree:
            if "rb-zeeland-west-brabant-2019-3010" in item.get("sources", ()):
                item["text"] = "In 2019 hield een rechter een last tegen."


@fault(
    "kop_verzwijgt_de_rechter",
    "held test_10_a_headline_that_a_ruling_carries_does_not_say_that_it_is_the_law",
    thing=10,
)
def _seed(content):
    titles = content.outcome("besluit_mist")["titles"]
    titles[:] = [each for each in titles if "rechter" not in each["text"]]


@fault(
    "uitspraak_heet_wet",
    "held test_cameratoezicht_has_the_demands_that_were_agreed",
    thing=10,
)
def _seed(content):
    content.demand("inkijk_na_te_gaan")["basis"] = "wet"


@fault(
    "andere_grond_verzwegen",
    "held test_10_a_case_that_was_decided_on_another_ground_does_not_count_as_ours",
    thing=10,
)
def _seed(content):
    del content.case("ap-boete-rotterdam-2022")["other_ground"]


@fault("eis_steunt_op_andere_grond", "rulings", DRUGS, thing=10)
def _seed(content):
    content.case("rvs-2022-285")["other_ground"] = "Het ging om artikel 174a."


@fault("zaak_valt_op_iets_anders", "rulings", thing=10)
def _seed(content):
    facts = content.case("rb-amsterdam-2021-1413")["facts"]
    facts |= {"bewoner_kan_nagaan": "ja", "prive_afgeschermd": "nee"}


# --- words ----------------------------------------------------------------------------------------------------------


@fault("vraag_ontkent", "held test_a_question_is_short_plain_and_single", DRUGS)
def _seed(content):
    content.question("ook_bij_eigen_gebruik")["text"] = (
        "Gaat een pand niet dicht om drugs voor eigen gebruik?"
    )


@fault("rij_vraagt_twee_dingen", "words", DRUGS)
def _seed(content):
    content.question("sluitingsbeleid")["text"] = (
        "Is er beleid voor sluiten bij drugs, en is het bekendgemaakt?"
    )


@fault("afkorting_zonder_uitleg", "words", DRUGS)
def _seed(content):
    content.question("gevolgen_bekeken")["text"] = "Staat in het LZS wat er is gewogen?"


@fault("woord_dat_stuurt", "words", DRUGS)
def _seed(content):
    content.header["summary"] = "Sluiten is een effectief middel tegen drugs."


@fault("zin_spreekt_de_lezer_aan", f"held {ADDRESSES}", DRUGS)
def _seed(content):
    content.question("kinderen_bekeken")["if_yes"] = "Uw burgemeester kijkt vooraf."


@fault("een_kant_heeft_meer", "check", DRUGS)
def _seed(content):
    for tree in content.part("argumenten"):
        tree["for"].pop()


@fault("botsing_valt_weg", "cases geen einde en toch een einddatum")
def _seed(content):
    content.header["clashes"].remove(content.clash("einde_en_geen_einde"))
