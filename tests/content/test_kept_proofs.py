"""A proof is kept beside the words that it is about, and goes with them."""

from tests.law import LIBRARY


def test_every_kept_proof_is_of_the_words_of_today():
    """Else: raadwijzer verify --keep; a memo would wait for the proof, once."""
    assert LIBRARY.kept.keys() == LIBRARY.decisions.keys()
    assert LIBRARY.stale_proofs == frozenset()
