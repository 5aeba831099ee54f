"""Keys cannot be guessed, and a code is not a key."""

import re

from wizard.keeping.keys import Access, key_hash, new_code, new_key, same_hash


def test_a_key_has_160_bits_in_letters_that_survive_a_mail():
    keys = {new_key() for _ in range(500)}

    assert len(keys) == 500
    assert all(re.fullmatch("[a-z2-7]{32}", one) for one in keys)


def test_a_key_is_the_same_in_capitals_and_with_spaces_around_it():
    key = new_key()

    assert key_hash(f" {key.upper()}\n", Access.EDIT) == key_hash(key, Access.EDIT)


def test_a_hash_is_good_for_one_kind_of_access():
    key = new_key()

    assert key_hash(key, Access.EDIT) != key_hash(key, Access.READ)
    assert same_hash(key_hash(key, Access.READ), key_hash(key, Access.READ))
    assert not same_hash(key_hash(key, Access.READ), key_hash(key, Access.EDIT))


def test_a_code_can_be_said_aloud():
    codes = {new_code() for _ in range(500)}

    assert len(codes) == 500
    assert all(re.fullmatch("[2-9B-Z]{4}-[2-9B-Z]{4}", one) for one in codes)
    assert not any(set(one) & set("AEIOUY") for one in codes)
