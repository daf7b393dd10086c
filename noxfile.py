"""What ``.ci/run`` checks, a session each, in environments that nox keeps: ``nox -s lint``.

Nothing of the checkout is deleted; ``nox -R`` does not even make the environments anew.
"""

from __future__ import annotations

import nox

nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "data", "tests", "wheel"]


@nox.session
def lint(session: nox.Session) -> None:
    """Style and format; `nox -s lint -- --fix` puts both right."""
    session.install("-e", ".[dev]")
    fix = ["--fix"] if "--fix" in session.posargs else []
    session.run("ruff", "check", *fix, ".")
    session.run("ruff", "format", *([] if fix else ["--check"]), ".")


@nox.session
def types(session: nox.Session) -> None:
    """mypy over the package, the tests and the tools; pyright over what users see."""
    session.install("-e", ".[gate]")
    session.run("mypy")
    session.run("pyright", "--verifytypes", "ngayle", "--ignoreexternal", success_codes=[0, 1])


@nox.session
def data(session: nox.Session) -> None:
    """The audit, the tables of the documents, the lunar table, the ledger."""
    session.install("-e", ".[dev]")
    session.run("python", "tools/audit.py")
    for tool in ("make_docs", "make_lunar_table", "ledger", "rooms", "tidy_data"):
        session.run("python", f"tools/{tool}.py", "--check")


@nox.session
def tests(session: nox.Session) -> None:
    """All tests and their coverage; `nox -s tests -- -m "not slow"` for some."""
    session.install("-e", ".[gate]")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    if not session.posargs:
        session.run("coverage", "report")
        session.run("python", "tools/check_clients.py")


@nox.session
def wheel(session: nox.Session) -> None:
    """Built, installed into an empty environment, and asked for July 2023."""
    session.install("build")
    folder = session.create_tmp()
    session.run("python", "-m", "build", "-q", "--outdir", folder, str(session.invoked_from))
    built = sorted(str(path) for path in __import__("pathlib").Path(folder).glob("*.whl"))
    session.install("--force-reinstall", built[-1])
    session.chdir(folder)
    session.run("python", "-m", "ngayle", "2023-07", "--format", "lines")
    session.run("ngayle", "--version")
