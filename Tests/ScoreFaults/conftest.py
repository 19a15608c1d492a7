"""How long and by which seed the faults are played."""

import shutil

import pytest

from world import PROGRAMS


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seconds", type=float, default=35.0, help="how long clients play while faults happen")
    parser.addoption("--seed", type=int, default=7, help="of all that clients do and of the order of the faults")
    parser.addoption("--clients", type=int, default=64, help="how many clients play at the same time")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = [name for name in ("mariadbd", "mariadb-install-db", "mariadb") if not shutil.which(name)]
    if not (PROGRAMS / "borderline").exists():
        absent.append(str(PROGRAMS / "borderline"))
    for item in items:
        if absent:
            item.add_marker(pytest.mark.skip(reason=f"not there: {', '.join(absent)}"))
