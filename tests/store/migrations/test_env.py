"""What Alembic runs: the connection that it is given, and no other."""

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, inspect

from openline.store import migrations
from openline.store.engines import make_engine, writing
from openline.store.opening import open_store


def test_it_works_in_the_transaction_that_it_is_given(place: URL) -> None:
    """Nothing is kept of a migration whose transaction is taken back."""
    open_store(place).close()
    engine = make_engine(place)
    config = Config()
    config.set_main_option("script_location", next(iter(migrations.__path__)))
    config.set_main_option("path_separator", "os")
    with writing(engine) as connection:
        before = set(inspect(connection).get_table_names())
        config.attributes["connection"] = connection
        command.stamp(config, "base")
        command.stamp(config, "head")
        connection.rollback()
    assert set(inspect(engine).get_table_names()) == before
    engine.dispose()
