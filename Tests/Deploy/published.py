"""An output folder as it is while an event is live."""

from pathlib import Path
from types import SimpleNamespace

from product import Program, configure, run


def published_site(folder: Path) -> SimpleNamespace:
    """After a minute of a live event, with a finished one before it and its dump."""
    epoch = run("game-simulator", "epoch", "--finished", "1", "--live-for", "2d7h")
    run("game-simulator", "export", "--epoch", epoch, "--events", "1", "--live", "--out", str(folder / "past"))
    game = Program(folder, "game-simulator", "serve", "--epoch", epoch, "--port", "0")
    try:
        configuration = configure(folder, game.wait_for(r"listening on (http://\S+)"))
        run("borderline", "history", "import", str(folder / "past"), "--config", str(configuration))
        run("borderline", "tick", "--config", str(configuration))
        run("borderline", "dump", "--all", "--config", str(configuration))
        run("borderline", "publish", "--all", "--config", str(configuration))
    finally:
        game.stop()
    return SimpleNamespace(folder=folder, output=folder / "output", configuration=configuration)
