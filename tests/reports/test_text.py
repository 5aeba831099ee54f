from reports import text
from tests.reports.sample import memo


def test_no_line_is_wider_than_the_page():
    assert max(map(len, text.render(memo()).splitlines())) <= text.WIDTH
