from tests.reports.sample import memo

from reports import text


def test_no_line_is_wider_than_the_page():
    assert max(map(len, text.render(memo()).splitlines())) <= text.WIDTH
