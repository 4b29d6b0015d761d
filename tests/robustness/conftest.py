"""What hundreds of inputs share is worked out once."""

from collections.abc import Iterator
from functools import cache

import pytest
from ruamel.yaml import YAML

from reportgen.edition import csv_files


@pytest.fixture(scope="session", autouse=True)
def files_of_the_good_edition_are_parsed_once() -> Iterator[None]:
    compose = YAML.compose

    @cache
    def composed(text: str) -> object:
        return compose(YAML(typ="rt", pure=True), text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(YAML, "compose", lambda self, text: composed(text))
        patch.setattr(csv_files, "_parsed", cache(csv_files._parsed))
        yield
