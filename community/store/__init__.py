"""Keeping values: the one home of SQL. Modules are nouns; each function takes an open Tx first."""

from community.store.engine import Store, Tx, create_tables, open_store

__all__ = ["Store", "Tx", "create_tables", "open_store"]
