"""A draft of eight claims in a sample community, put there while the demo runs."""

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from community.conflict import words_digest
from community.distillation import Citation

EIGHT = 8
MEMBERS = {"zh": "七4许冉", "en": "Yusra"}
"""The member who can sign in: the first of the claims are on their words."""


def _said(rows: sqlite3.Connection, language: str) -> list[tuple[int, str, int, int]]:
    """Eight messages of members, those of the one who can sign in first."""
    found = rows.execute(
        "SELECT m.id, m.text, m.community_id, m.zone_id FROM message m"
        " JOIN member a ON a.id = m.author_id JOIN community c ON c.id = m.community_id"
        " WHERE c.slug = ? AND a.role = 'member' AND length(m.text) BETWEEN 20 AND 120"
        " AND m.text NOT LIKE '%@%' AND m.text NOT LIKE '%#%' AND m.text NOT LIKE '%http%'"
        " AND m.recalled_at IS NULL AND m.to_id IS NULL ORDER BY a.name <> ?, m.id LIMIT ?",
        (f"sample-{language}", MEMBERS[language], EIGHT),
    ).fetchall()
    assert len(found) == EIGHT
    return found


def _claim(rows: sqlite3.Connection, article: int, position: int, said: int, text: str) -> None:
    """Keep a claim word for word on a message, held by everybody so that it is listed first."""
    claim = rows.execute(
        "INSERT INTO claim (distillation_id, position, text, kind, state, supported, problems,"
        " own_words, holder_ids) SELECT d.id, ?, ?, 'experience', 'open', 1, '[]', 0,"
        " (SELECT json_group_array(id) FROM member WHERE community_id = d.community_id)"
        " FROM distillation d WHERE d.id = ?",
        (position, text, article),
    ).lastrowid
    cited = Citation(message_id=said, start=0, end=len(text), quote=text)
    rows.execute(
        'INSERT INTO citation (claim_id, message_id, start, "end", quote, digest)'
        " VALUES (?, ?, 0, ?, ?, ?)",
        (claim, said, len(text), text, cited.digest),
    )


def eight_claims(demo: Path, language: str, title: str, *, root: int = 0) -> int:
    """Put a draft of eight claims into the sample, each on a message of its own.

    Articles of one `root` are versions of each other.
    """
    with closing(sqlite3.connect(next(demo.glob("*.db")), timeout=10)) as rows, rows:
        said = _said(rows, language)
        _, _, community_id, zone_id = said[0]
        ids, now = [each[0] for each in said], round(time.time() * 1000)
        article = rows.execute(
            "INSERT INTO distillation (community_id, zone_id, root_id, title, kind, language,"
            " message_ids, open_questions, state, version, engine, prompt_version, created_at)"
            " VALUES (?, ?, ?, ?, 'checklist', ?, ?, '[]', 'in_review',"
            " (SELECT max(version) + 1 FROM distillation), 'offline', '', ?)",
            (community_id, zone_id, ids[root], title, language, json.dumps(ids), now),
        ).lastrowid
        assert article is not None
        for position, (message_id, text, *_) in enumerate(said):
            _claim(rows, article, position, message_id, text)
    return article


def facing(demo: Path, articles: tuple[int, int]) -> None:
    """Let the first claim of one article contradict the second claim of another."""
    with closing(sqlite3.connect(next(demo.glob("*.db")), timeout=10)) as rows, rows:
        found = [
            rows.execute(
                "SELECT c.id, c.text, d.community_id FROM claim c"
                " JOIN distillation d ON d.id = c.distillation_id"
                " WHERE c.distillation_id = ? AND c.position = ?",
                (article, position),
            ).fetchone()
            for position, article in enumerate(articles)
        ]
        (one, text, community_id), (other, against, _) = found
        rows.execute(
            "INSERT INTO conflict (community_id, claim_id, other_id, kind, score, digest, found_at)"
            " VALUES (?, ?, ?, 'contradiction', 0.9, ?, ?)",
            (community_id, one, other, words_digest(text, against), round(time.time() * 1000)),
        )


def opposed(demo: Path, article: int) -> None:
    """Let the first two claims of a draft stand against each other, held by three and by two."""
    with closing(sqlite3.connect(next(demo.glob("*.db")), timeout=10)) as rows, rows:
        for position, holders in ((0, "[1, 2, 3]"), (1, "[4, 5]")):
            rows.execute(
                "UPDATE claim SET side = 1, holder_ids = ? WHERE distillation_id = ?"
                " AND position = ?",
                (holders, article, position),
            )
