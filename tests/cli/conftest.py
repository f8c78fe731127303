"""The program as it is called from a shell."""

import pytest

from groundcheck.cli.app import main


@pytest.fixture
def run(capfd):
    """Calls the program; gives its exit code, and what stands on stdout and stderr."""

    def call(*arguments):
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return end.value.code, out, err

    return call
