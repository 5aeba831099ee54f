from rules.grammar.errors import ContentError, Fault, did_you_mean


def test_a_fault_says_where_and_then_what():
    assert str(Fault("regels.yaml", 41, "fout.")) == "regels.yaml:41 — fout."
    assert str(Fault("regels.yaml", 0, "fout.")) == "regels.yaml — fout."


def test_faults_are_told_once_and_in_the_order_of_the_files():
    faults = [
        Fault("b", 1, "x"),
        Fault("a", 9, "x"),
        Fault("a", 2, "x"),
        Fault("b", 1, "x"),
    ]

    assert str(ContentError(faults)) == "a:2 — x\na:9 — x\nb:1 — x"


def test_only_what_is_near_is_guessed():
    known = ["overleg_met_officier_gevoerd", "aantal_cameras"]

    assert did_you_mean("overleg_officier_gevoerd", known) == (
        " Bedoelde u 'overleg_met_officier_gevoerd'?"
    )
    assert did_you_mean("zoiets", known) == ""


def test_faults_on_one_line_always_come_in_the_same_order():
    said = [Fault("a.yaml", 3, text) for text in ("twee", "een", "drie", "een")]
    told = [str(fault) for fault in ContentError(said).faults]

    assert told == ["a.yaml:3 — drie", "a.yaml:3 — een", "a.yaml:3 — twee"]
