"""Keeping values: the one home of SQL. Modules are nouns; each function takes an open Tx first."""

from community.store.engine import Store, Tx, create_tables, open_store
from community.store.schema import SchemaState, migrate, schema_state

__all__ = ["SchemaState", "Store", "Tx", "create_tables", "migrate", "open_store", "schema_state"]
