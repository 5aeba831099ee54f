"""Seeded faults: each changes the content in one place, as a hurried hand could.

A fault is a function on the trees of the YAML files. Where one slip would be seen at
once, a fault is quiet: it also hides its traces.
"""

from collections.abc import Callable
from dataclasses import dataclass

CAMERA, MEDIATION, NUISANCE = (
    "cameratoezicht",
    "buurtbemiddeling",
    "woonoverlastverordening",
)
FAULTS: dict[str, "Fault"] = {}


@dataclass(frozen=True)
class Fault:
    """A change to the content of one decision."""

    id: str
    decision: str
    seed: Callable[["Content"], None]


class Content:
    """The YAML of a product, by file; finds what a fault changes."""

    def __init__(self, files, decision):
        self.files = files
        self.folder = f"besluiten/{decision}/"

    def part(self, name):
        """Every file of a part of the decision."""
        return [
            tree
            for path, tree in self.files.items()
            if path == f"{self.folder}{name}.yaml"
            or path.startswith(f"{self.folder}{name}/")
        ]

    def item(self, part, name):
        return next(i for tree in self.part(part) for i in tree if i["id"] == name)

    def rule(self, name):
        return self.item("regels", name)

    def question(self, name):
        shared = self.files["registers/gedeeld.yaml"]
        found = [q for tree in self.part("vragen") for q in tree if q.get("id") == name]
        return (found or [q for q in shared if q["id"] == name])[0]

    @property
    def header(self):
        return self.files[f"{self.folder}besluit.yaml"]

    @property
    def table(self):
        return self.header["table"]

    def row(self, rule):
        """The last row that asks for this rule."""
        return [r for r in self.table if any(t["rule"] == rule for t in r["when"])][-1]

    def outcome(self, name):
        return next(o for o in self.header["outcomes"] if o["id"] == name)

    def register(self, name):
        return next(
            item
            for path, tree in self.files.items()
            if path.startswith("registers/bronnen/")
            for item in tree
            if item["id"] == name
        )

    def history(self, article):
        tree = self.files["registers/geschiedenis.yaml"]
        return next(item for item in tree if item["article"] == article)


def fault(name, decision=CAMERA):
    """Enter a fault under a readable name."""

    def enter(seed):
        FAULTS[name] = Fault(name, decision, seed)
        return seed

    return enter


# --- small changes ----------------------------------------------------------


def swap_and_or(condition):
    for one, other in (("all_of", "any_of"), ("any_of", "all_of")):
        if one in condition:
            condition[other] = condition.pop(one)
            return


def turn(test):
    """Ask for the other answer."""
    test["is"] = "nee" if test["is"] == "ja" else "ja"


def without(names, name):
    """Leave a rule out of a sum."""
    names[:] = [each for each in names if each != {"rule": name}]


def only(sources, old, new):
    """Cite another paragraph."""
    sources[:] = [new if each == old else each for each in sources]


# --- and for or -------------------------------------------------------------

for _rule, _decision in {
    "doel_is_openbare_orde": CAMERA,
    "niet_voor_verkeer_of_kentekens": CAMERA,
    "inzet_door_overheid": CAMERA,
    "juiste_route": CAMERA,
    "bevoegd_besluit": CAMERA,
    "openbare_plaats": CAMERA,
    "incidenten_of_dreiging": CAMERA,
    "noodzaak": CAMERA,
    "besluit_volledig": CAMERA,
    "kenbaarheid": CAMERA,
    "harde_eisen": CAMERA,
    "route_en_harde_eisen": CAMERA,
    "uitleg_en_bekendmaking": CAMERA,
    "meten": CAMERA,
    "zorgvuldig": CAMERA,
    "cijfers_voor_vergelijking": MEDIATION,
    "iedereen_bereikt": MEDIATION,
    "uitvoering_geregeld": MEDIATION,
    "kern_in_orde": MEDIATION,
}.items():

    @fault(f"en_wordt_of-{_rule}", _decision)
    def _seed(content, name=_rule):
        swap_and_or(content.rule(name)["when"])


# --- a rule falls out -------------------------------------------------------

for _rule in ("verordening", "dpia", "bewaren", "driehoek"):

    @fault(f"regel_valt_weg-{_rule}")
    def _seed(content, name=_rule):
        without(content.rule("harde_eisen")["when"]["all_of"], name)


for _rule, _question in {
    "verordening": "verordening_verleent_bevoegdheid",
    "geen_gezichtsherkenning": "zonder_gezichtsherkenning",
    "politie_voert_uit": "politie_voert_uit",
    "subsidiariteit": "lichtere_maatregelen_afgewogen",
}.items():

    @fault(f"regel_valt_stil_weg-{_rule}")
    def _seed(content, name=_rule, asked=_question):
        found = "uitvoering" if name == "politie_voert_uit" else name
        without(content.rule("harde_eisen")["when"]["all_of"], found)
        content.question(asked)["informs"] = True


@fault("kern_zonder_geld", MEDIATION)
def _seed(content):
    without(content.rule("kern_in_orde")["when"]["all_of"], "meerjarig_geld")


@fault("deel_van_regel_valt_weg-noodzaak")
def _seed(content):
    parts = content.rule("noodzaak")["when"]["all_of"]
    parts[:] = [
        part for part in parts if "rule" in part or "cijfers" in part["question"]
    ]
    content.question("concreet_probleem_openbare_orde")["informs"] = True


# --- limits -----------------------------------------------------------------


@fault("grens_28_wordt_29-alleen_in_de_regel")
def _seed(content):
    content.rule("bewaren")["when"]["at_most"] = 29


@fault("grens_28_wordt_29-alleen_in_de_vraag")
def _seed(content):
    content.question("bewaartermijn_dagen")["fulfilled"]["at_most"] = 29


@fault("grens_28_wordt_29-in_regel_en_vraag")
def _seed(content):
    content.rule("bewaren")["when"]["at_most"] = 29
    content.question("bewaartermijn_dagen")["fulfilled"]["at_most"] = 29


@fault("grens_28_wordt_29-overal")
def _seed(content):
    content.rule("bewaren")["when"]["at_most"] = 29
    content.question("bewaartermijn_dagen")["fulfilled"]["at_most"] = 29
    content.history("gemeentewet-151c-9")["limits"]["dagen"] = 29


@fault("grens_28_wordt_27-in_regel_en_vraag")
def _seed(content):
    content.rule("bewaren")["when"]["at_most"] = 27
    content.question("bewaartermijn_dagen")["fulfilled"]["at_most"] = 27


@fault("grens_omgedraaid-bewaren")
def _seed(content):
    content.rule("bewaren")["when"] = {
        "question": "bewaartermijn_dagen",
        "at_least": 28,
    }


@fault("wet_verliest_haar_getal")
def _seed(content):
    del content.history("gemeentewet-151c-9")["limits"]


@fault("een_incident_wordt_twee-alleen_in_de_regel")
def _seed(content):
    content.rule("incidenten_of_dreiging")["when"]["any_of"][0]["at_least"] = 2


@fault("een_incident_wordt_twee-overal")
def _seed(content):
    content.rule("incidenten_of_dreiging")["when"]["any_of"][0]["at_least"] = 2
    content.question("incidenten_twaalf_maanden")["fulfilled"]["at_least"] = 2
    content.question("concrete_ernstige_dreiging")["applies_when"]["at_most"] = 1


@fault("dag_van_de_wet_verschuift", NUISANCE)
def _seed(content):
    content.rule("tekst_van_2021_of_later")["when"]["not"]["before"] = "2020-01-01"


# --- the wrong way round ----------------------------------------------------

for _rule in ("verordening", "driehoek", "dpia", "geen_gezichtsherkenning", "pakket"):

    @fault(f"omgekeerd-{_rule}")
    def _seed(content, name=_rule):
        turn(content.rule(name)["when"])


@fault("omgekeerd-aanwezig", MEDIATION)
def _seed(content):
    turn(content.rule("aanwezig")["when"])


@fault("ontkend-beelden")
def _seed(content):
    rule = content.rule("beelden")
    rule["when"] = {"not": rule["when"]}


@fault("verkeerde_vraag-driehoek")
def _seed(content):
    content.rule("driehoek")["when"]["question"] = "einddatum_in_besluit"


@fault("verkeerde_vraag-stil-driehoek")
def _seed(content):
    content.rule("driehoek")["when"]["question"] = "einddatum_in_besluit"
    content.question("overleg_met_officier")["informs"] = True


# --- branches ---------------------------------------------------------------


@fault("dode_tak-en")
def _seed(content):
    rule = content.rule("bevoegd_besluit")
    part = rule["when"]["all_of"][0]
    never = {"all_of": [dict(part), {"not": dict(part)}]}
    rule["when"] = {"any_of": [rule["when"], never]}


@fault("dode_tak-of")
def _seed(content):
    rule = content.rule("verordening")
    both = {
        "all_of": [
            dict(rule["when"]),
            {"question": "burgemeester_besluit_zelf", "is": "ja"},
        ]
    }
    rule["when"] = {"any_of": [rule["when"], both]}


@fault("altijd_ja-dpia")
def _seed(content):
    test = content.rule("dpia")["when"]
    content.rule("dpia")["when"] = {"any_of": [test, {**test, "is": "nee"}]}


@fault("achterdeur-verordening")
def _seed(content):
    rule = content.rule("verordening")
    other = {"question": "geld_voor_cameras_begroot", "is": "ja"}
    rule["when"] = {"any_of": [rule["when"], other]}


# --- when a question applies ------------------------------------------------

APPLIES = {
    "plek_aangewezen_in_verordening": lambda when: [turn(t) for t in when["any_of"]],
    "concrete_ernstige_dreiging": lambda when: when.update(
        {"at_least": when.pop("at_most") + 1}
    ),
    "ap_vooraf_geraadpleegd": turn,
    "verlenging_opnieuw_getoetst": lambda when: when.update(one_of=["nieuw"]),
    "dpia_oudere_cameras": lambda when: when.update(one_of=["vanaf_2019"]),
    "borden_verhuizen_mee": lambda when: when["any_of"][0].update(one_of=["vast"]),
    "drone_filmt_kenbaar": lambda when: when["all_of"][1].update(one_of=["geen_drone"]),
}
for _question, _change in APPLIES.items():

    @fault(f"omgekeerde_voorwaarde-{_question}")
    def _seed(content, name=_question, change=_change):
        change(content.question(name)["applies_when"])


@fault("privacyeis_wordt_aandachtspunt")
def _seed(content):
    rule = content.rule("privacy_verdieping")
    without(rule["when"]["all_of"], "ap_geraadpleegd")
    content.rule("zorgvuldig")["when"]["all_of"].append({"rule": "ap_geraadpleegd"})


for _question in ("drone_filmt_kenbaar", "dpia_oudere_cameras"):

    @fault(f"zonder_voorwaarde-{_question}")
    def _seed(content, name=_question):
        del content.question(name)["applies_when"]


@fault("omgekeerde_voorwaarde-regel_hernieuwde_toets")
def _seed(content):
    content.rule("hernieuwde_toets")["applies_when"]["one_of"] = ["nieuw"]
    del content.question("verlenging_opnieuw_getoetst")["applies_when"]


# --- the table --------------------------------------------------------------

for _decision, _pairs in {CAMERA: (1, 3, 4), MEDIATION: (1, 2)}.items():
    for _row in _pairs:

        @fault(f"rijen_verwisseld-{_decision}-{_row + 1}", _decision)
        def _seed(content, row=_row):
            table = content.table
            table[row], table[row + 1] = table[row + 1], table[row]


for _decision, _rows in {
    CAMERA: range(6),
    MEDIATION: (0, 1, 2),
    NUISANCE: (1,),
}.items():
    for _row in _rows:

        @fault(f"rij_valt_weg-{_decision}-{_row + 1}", _decision)
        def _seed(content, row=_row):
            del content.table[row]


@fault("laatste_rij_vangt_niet_alles")
def _seed(content):
    content.table[-1]["when"] = [{"rule": "zorgvuldig", "is": ["ja"]}]


@fault("onbekend_telt_als_voldaan-zorgvuldig")
def _seed(content):
    content.row("zorgvuldig")["when"][0]["is"] = ["nee"]


@fault("onbekend_telt_als_nee-harde_eisen")
def _seed(content):
    content.row("harde_eisen")["when"][0]["is"] = ["nee", "onbekend"]


@fault("onbekend_telt_als_ja-kern", MEDIATION)
def _seed(content):
    content.row("kern_in_orde")["when"][0]["is"] = ["ja", "onbekend"]


@fault("rij_leidt_elders-voldoet_niet")
def _seed(content):
    content.row("harde_eisen")["outcome"] = "voldoet_met_aandachtspunten"


@fault("rij_leidt_elders-bezuiniging", MEDIATION)
def _seed(content):
    rows = content.table
    for row in rows:
        if row["outcome"] == "afwezig_na_bezuiniging":
            row["outcome"] = "afwezig_verkennen"
        elif row["outcome"] == "afwezig_verkennen":
            row["outcome"] = "afwezig_na_bezuiniging"


@fault("gunstig_bij_aandachtspunten")
def _seed(content):
    content.outcome("voldoet_met_aandachtspunten")["favourable"] = True


@fault("ernst_verwisseld")
def _seed(content):
    outcomes = content.header["outcomes"]
    outcomes[1], outcomes[4] = outcomes[4], outcomes[1]


# --- what a question says of itself -----------------------------------------


@fault("gevolg-stop_wordt_weeg")
def _seed(content):
    content.question("einddatum_in_besluit")["if_no"]["effect"] = "weeg"


@fault("gevolg-stop_wordt_herstel")
def _seed(content):
    content.question("dpia_voor_start")["if_no"]["effect"] = "herstel"


@fault("gevolg-herstel_wordt_stop")
def _seed(content):
    content.question("besluit_gemotiveerd")["if_no"]["effect"] = "stop"


@fault("gevolg-weeg_wordt_herstel")
def _seed(content):
    content.question("nulmeting_voor_start")["if_no"]["effect"] = "herstel"


@fault("gevolg-route_wordt_stop")
def _seed(content):
    content.question("doel_openbare_orde")["if_no"]["effect"] = "stop"


@fault("soort-dwingend_wordt_kwaliteit")
def _seed(content):
    content.question("einddatum_in_besluit")["kind"] = "kwaliteit"


@fault("informeert_toch_niet")
def _seed(content):
    content.question("woningen_afgeschermd")["informs"] = False


@fault("feit_wordt_wens")
def _seed(content):
    content.question("einddatum_in_besluit")["own_choice"] = "ja"


@fault("vergelijken_wordt_verzwegen", MEDIATION)
def _seed(content):
    content.question("wil_vergelijken")["own_choice"] = "ja"


@fault("lezing_staat_vast")
def _seed(content):
    asked = content.question("incidenten_twaalf_maanden")
    asked["certainty"] = "vast"


# --- sources and dates ------------------------------------------------------

for _rule, _question, _old, _new in (
    ("driehoek", "overleg_met_officier", "gemeentewet-151c-3", "gemeentewet-151c-4"),
    ("bewaren", "bewaartermijn_dagen", "gemeentewet-151c-9", "gemeentewet-151c-8"),
    ("uitvoering", "politie_voert_uit", "gemeentewet-151c-4", "gemeentewet-151c-5"),
    ("dpia", "dpia_voor_start", "wpg-4c-1", "wpg-4c-3"),
):

    @fault(f"verkeerd_lid-{_rule}")
    def _seed(content, rule=_rule, asked=_question, old=_old, new=_new):
        only(content.rule(rule)["sources"], old, new)
        only(content.question(asked)["sources"], old, new)

    @fault(f"verkeerd_lid_in_de_regel-{_rule}")
    def _seed(content, rule=_rule, old=_old, new=_new):
        only(content.rule(rule)["sources"], old, new)


@fault("lid_bestaat_niet")
def _seed(content):
    only(
        content.rule("bewaren")["sources"], "gemeentewet-151c-9", "gemeentewet-151c-19"
    )


@fault("bron_vervallen-151c-9")
def _seed(content):
    content.register("gemeentewet-151c-9")["valid_until"] = "2024-12-31"


@fault("bron_nog_niet_geldig-151c-4")
def _seed(content):
    content.history("gemeentewet-151c")["valid_from"] = "2018-01-01"


@fault("vraag_verliest_haar_begin-dpia")
def _seed(content):
    del content.question("dpia_voor_start")["valid_from"]
    content.question("dpia_voor_start")["sources"] = ["wpg-4c-1"]


@fault("regel_verliest_haar_begin-dpia")
def _seed(content):
    del content.rule("dpia")["valid_from"]
    content.rule("dpia")["sources"] = ["wpg-4c-1"]


@fault("besluit_begint_te_vroeg", NUISANCE)
def _seed(content):
    content.header["valid_from"] = "2016-01-01"


@fault("oude_tekst_verdwijnt", NUISANCE)
def _seed(content):
    content.register("gemeentewet-151d-1-2017")["valid_until"] = "2019-12-31"
