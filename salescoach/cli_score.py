"""The commands ``score`` and ``calibrate``: the rubric on files, and its agreement with people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from salescoach import rubric
from salescoach.errors import CoachError

_KIND = typer.Argument(help="voicemail, breakup or agreement.")
_JSONL_FIELDS = 'one JSON object a line with "id" and "text", and "context" if you like'
_LABEL_FIELDS = 'one JSON object a line with "id", "text" and "labels"'


def score(
    kind: Annotated[str, _KIND],
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")] = "-",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="The file holds one JSON object a line.")
    ] = False,
) -> None:
    """Judge scripts by the rubric and print one JSON object a line.

    Offsets are code points into the text as given.
    """
    rubric.criteria(kind)
    model = _clause_model()
    content = _read(file)
    if jsonl:
        for number, record in _records(content, file):
            text = _text(record, number, file)
            scenario = record.get("context")
            _print(
                record.get("id", str(number)),
                rubric.judge(
                    kind, text, model, scenario=scenario if isinstance(scenario, str) else ""
                ),
            )
    else:
        _print("-" if file == "-" else Path(file).name, rubric.judge(kind, content, model))


def calibrate(
    kind: Annotated[str, _KIND],
    labelled: Annotated[str, typer.Argument(help="JSON lines with id, text and labels.")],
    against: Annotated[
        str | None, typer.Option(help="Labels of a second rater: compare the two raters.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of the bootstrap.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Print how far the scorer agrees with your labels, or one rater with another.

    F1 and Cohen's kappa for each criterion, and quadratic weighted kappa for the totals, each with
    a 95 % bootstrap interval.
    """
    from salescoach.rubric import comparing

    names = [c.name for c in rubric.criteria(kind) if not c.computed]
    records = _labelled(kind, labelled, names)
    bands: tuple[Any, ...] = ()
    if against is None:
        model = _clause_model()
        verdicts = [
            rubric.judge(kind, r["text"], model, scenario=str(r.get("context") or ""))
            for r in records
        ]
        first = [_with_lengths(kind, r, v) for r, v in zip(records, verdicts, strict=True)]
        second: list[dict[str, int]] = [comparing.labels_of(v) for v in verdicts]
        bands = comparing.certainty(verdicts, [r["labels"] for r in records], bands=5)
        title = f"{labelled} against the coach"
    else:
        other = {r["id"]: r for r in _labelled(kind, against, names)}
        records = [r for r in records if r["id"] in other]
        if not records:
            raise CoachError(
                f"{labelled} and {against} have no id in common.",
                next_step="Give both raters the same texts with the same ids.",
            )
        lengths = [rubric.judge(kind, r["text"]) for r in records]
        first = [_with_lengths(kind, r, v) for r, v in zip(records, lengths, strict=True)]
        second = [
            _with_lengths(kind, other[r["id"]], v) for r, v in zip(records, lengths, strict=True)
        ]
        title = f"{labelled} against {against}"
    result = comparing.compare(kind, first, second, seed)
    if as_json:
        typer.echo(json.dumps(_as_data(result, bands, title)))
    else:
        for line in _as_lines(result, bands, title):
            typer.echo(line)


def _clause_model() -> rubric.ClauseModel | None:
    from salescoach.catalog import open_catalog

    return open_catalog().clause_model


def _read(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError:
        raise CoachError(
            f"There is no readable file '{file}'.",
            allowed="the name of a text file, or - for standard input",
        ) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise CoachError(
            f"'{file}' is not UTF-8 text: byte {fault.start} cannot be read.",
            next_step="Save the file as UTF-8.",
        ) from None


def _records(content: str, file: str) -> Iterator[tuple[int, dict[str, Any]]]:
    # Split at line feeds only: str.splitlines also splits within JSON strings.
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            record = None
        if not isinstance(record, dict):
            raise CoachError(f"Line {number} of '{file}' is no JSON object.", allowed=_JSONL_FIELDS)
        yield number, record


def _text(record: dict[str, Any], number: int, file: str) -> str:
    text = record.get("text")
    if not isinstance(text, str):
        raise CoachError(f"Line {number} of '{file}' has no \"text\".", allowed=_JSONL_FIELDS)
    return text


def _labelled(kind: str, file: str, names: list[str]) -> list[dict[str, Any]]:
    records, seen = [], set()
    for number, record in _records(_read(file), file):
        _text(record, number, file)
        where = f"Line {number} of '{file}'"
        identifier, labels = record.get("id"), record.get("labels")
        if not isinstance(identifier, str | int) or not isinstance(labels, dict):
            raise CoachError(f'{where} has no "id" or no "labels".', allowed=_LABEL_FIELDS)
        if identifier in seen:
            raise CoachError(f"{where} repeats the id '{identifier}'.", allowed="each id once")
        seen.add(identifier)
        wrong = [n for n in names if n in labels and labels[n] not in (0, 1)]
        if wrong:
            raise CoachError(f"{where}: label '{wrong[0]}' is neither 0 nor 1.", allowed="0 or 1")
        if not any(n in labels for n in names):
            raise CoachError(f"{where} labels no criterion of '{kind}'.", allowed=", ".join(names))
        records.append(record)
    if not records:
        raise CoachError(f"'{file}' holds no labelled text.", allowed=_LABEL_FIELDS)
    return records


def _with_lengths(
    kind: str, record: dict[str, Any], verdict: rubric.ScriptVerdict
) -> dict[str, int]:
    computed = {c.name for c in rubric.criteria(kind) if c.computed}
    lengths = {v.name: int(v.met) for v in verdict.criteria if v.name in computed}
    return {**lengths, **{n: int(v) for n, v in record["labels"].items() if v in (0, 1)}}


def _print(identifier: object, verdict: rubric.ScriptVerdict) -> None:
    # ASCII escapes: a text may hold half a surrogate pair, which no encoding can print.
    typer.echo(json.dumps({"id": identifier, **verdict.to_dict()}))


def _as_data(result: Any, bands: tuple[Any, ...], title: str) -> dict[str, Any]:
    from dataclasses import asdict

    return {"compared": title, **asdict(result), "certainty": [asdict(b) for b in bands]}


def _as_lines(result: Any, bands: tuple[Any, ...], title: str) -> Iterator[str]:
    def figure(statistic: Any) -> str:
        if statistic.value is None:
            return "undefined"
        if statistic.low is None:
            return f"{statistic.value:.2f}"
        return f"{statistic.value:.2f} ({statistic.low:.2f} to {statistic.high:.2f})"

    yield f"{title}: {result.n} texts. In brackets 95 % bootstrap intervals."
    yield f"{'criterion':<16}{'texts':>6}{'met':>6}  {'F1':<22}{'kappa':<22}"
    for row in result.criteria:
        yield (
            f"{row.name:<16}{row.n:>6}{row.met:>6}  {figure(row.f1):<22}{figure(row.kappa):<22}"
        ).rstrip()
        for statistic in (row.f1, row.kappa):
            if statistic.reason:
                yield f"{'':<16}note: {statistic.reason}"
                break
    yield f"{'mean':<30}{figure(result.mean_f1):<22}{figure(result.mean_kappa):<22}".rstrip()
    yield f"totals, quadratic weighted kappa: {figure(result.totals)}"
    for band in bands:
        yield (
            f"where the coach is {band.low:.1f} to {band.high:.1f} sure:"
            f" right in {band.right} of {band.n}"
        )
