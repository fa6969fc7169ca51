"""One query on a store that is opened read-only, in a process of its own that can be stopped.

Run as a script, apart from the package: its start is part of every answer. The query comes on
standard input, the answer goes to standard output; a line on standard error tells a failure.
"""

import sys

import pyoxigraph as ox


def answer(path: str, text: str) -> bytes:
    """SPARQL 1.1 JSON for SELECT and ASK, Turtle's N-Triples subset for graphs."""
    store = ox.Store.read_only(path)
    result = store.query(text, use_default_graph_as_union=True)
    if isinstance(result, ox.QueryTriples):
        return result.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
    return result.serialize(format=ox.QueryResultsFormat.JSON) or b""


if __name__ == "__main__":
    sys.stdout.buffer.write(answer(sys.argv[1], sys.stdin.buffer.read().decode("utf-8")))
