"""The smallest program that asks one question with Typer and questionary."""

import questionary
import typer

app = typer.Typer()


@app.command()
def ask() -> None:
    """Ask one question."""
    print(questionary.text("What is your community called?").ask())


app()
