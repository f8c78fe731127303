"""The options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from groundcheck.cli.output import Format


class Plain(StrEnum):
    """The formats of commands that list things."""

    text = "text"
    json = "json"


TextOrJson = Annotated[
    Plain, typer.Option("--format", metavar="text|json", help="For a person or a program.")
]
File = Annotated[
    str,
    typer.Argument(metavar="FILE", help="The report's text, or - for stdin.", show_default=False),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DAY",
        help="The day of publication, like 2025-02-20. Goes before a leading date of the text.",
        show_default=False,
    ),
]
As = Annotated[
    Format,
    typer.Option(
        "--format",
        metavar="text|json|html|brat|webannotation",
        help="For a person, a program, a browser, brat, or as W3C Web Annotations.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="The text's encoding where it is not UTF-8, like windows-1251.",
        show_default=False,
    ),
]
To = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="PATH", help="Write here instead of to stdout.", show_default=False
    ),
]
Working = Annotated[bool, typer.Option("--working", help="Show the steps of each finding.")]
Least = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="X",
        help="Leave out claims whose confidence is below X, from 0 to 1.",
    ),
]
