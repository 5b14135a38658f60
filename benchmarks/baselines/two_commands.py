"""The smallest program one would write with Typer: two commands, one of which prints a line."""

import typer

app = typer.Typer()


@app.command()
def version() -> None:
    """Print the version."""
    print("two-commands 1.0")


@app.command()
def greet(name: str) -> None:
    """Greet somebody."""
    print(f"Hello {name}")


app()
