"""Serves the part of Qdrant's REST interface that the Qdrant adapter uses, with Qdrant's own engine (PyPI: qdrant-edge-py).

Usage: python qdrant-edge-server.py FOLDER. Prints its port. One shard below FOLDER is a collection.
"""

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from qdrant_edge import (
    CountRequest,
    DatetimeIndexParams,
    Distance,
    EdgeConfig,
    EdgeShard,
    EdgeSparseVectorParams,
    EdgeVectorParams,
    FacetRequest,
    FieldCondition,
    Filter,
    HasIdCondition,
    IdfParams,
    IntegerIndexParams,
    KeywordIndexParams,
    MatchAny,
    MatchPhrase,
    MatchTextAny,
    MatchValue,
    Modifier,
    PayloadSelector,
    Point,
    PointVectors,
    Query,
    QueryRequest,
    RangeDateTime,
    ScrollRequest,
    SearchParams,
    SparseVector,
    TextIndexParams,
    TokenizerType,
    UpdateOperation,
)

shards = {}
schemas = {}


def filter_of(given):
    if given is None:
        return None
    return Filter(**{kind: [condition_of(each) for each in conditions] for kind, conditions in given.items()})


def condition_of(given):
    if "has_id" in given:
        return HasIdCondition(set(given["has_id"]))
    if "should" in given or "must" in given or "must_not" in given:
        return filter_of(given)
    if "range" in given:
        return FieldCondition(key=given["key"], range=RangeDateTime(**given["range"]))
    match = given["match"]
    kinds = {"value": MatchValue, "any": MatchAny, "phrase": MatchPhrase, "text_any": MatchTextAny}
    [(kind, wanted)] = match.items()
    return FieldCondition(key=given["key"], match=kinds[kind](wanted))


def vector_of(given):
    return SparseVector(given["indices"], given["values"]) if isinstance(given, dict) else given


def named(vectors):
    return {name: vector_of(vector) for name, vector in vectors.items()}


def index_of(schema):
    given = {key: value for key, value in schema.items() if key != "type"}
    if schema["type"] == "text":
        tokenizer = {"whitespace": TokenizerType.Whitespace}[given.pop("tokenizer")]
        return TextIndexParams(tokenizer=tokenizer, **given)
    kinds = {"keyword": KeywordIndexParams, "integer": IntegerIndexParams, "datetime": DatetimeIndexParams}
    return kinds[schema["type"]](**given)


def create(name, body, folder):
    vectors = {key: EdgeVectorParams(size=each["size"], distance=getattr(Distance, each["distance"])) for key, each in body["vectors"].items()}
    sparse = {key: EdgeSparseVectorParams(modifier=Modifier.Idf) for key in body["sparse_vectors"]}
    path = os.path.join(folder, name)
    os.makedirs(path)
    shards[name] = EdgeShard.create(path, EdgeConfig(vectors=vectors, sparse_vectors=sparse))
    schemas[name] = {}


def query(shard, body):
    params = body.get("params")
    found = shard.query(
        QueryRequest(
            limit=body["limit"],
            query=Query.Nearest(vector_of(body["query"]), using=body["using"]),
            filter=filter_of(body["filter"]),
            with_payload=body["with_payload"],
            params=params and SearchParams(idf=IdfParams(corpus=filter_of(params["idf"]["corpus"]))),
        )
    )
    return {"points": [{"id": str(each.id), "score": each.score, "payload": each.payload} for each in found]}


def scroll(shard, body):
    selected = PayloadSelector.Exclude(body["with_payload"]["exclude"])
    points, offset = shard.scroll(
        ScrollRequest(
            limit=body["limit"],
            filter=filter_of(body["filter"]),
            offset=body.get("offset"),
            with_payload=selected,
            with_vector=False,
        )
    )
    return {"points": [{"id": str(each.id), "payload": each.payload} for each in points], "next_page_offset": offset and str(offset)}


def facet(shard, body):
    request = FacetRequest(key=body["key"], limit=body["limit"], exact=body["exact"], filter=filter_of(body.get("filter")))
    return {"hits": [{"value": hit.value, "count": hit.count} for hit in shard.facet(request).hits]}


def update(shard, operation):
    if "update_vectors" in operation:
        points = operation["update_vectors"]["points"]
        shard.update(UpdateOperation.update_vectors([PointVectors(each["id"], named(each["vector"])) for each in points]))
    else:
        given = operation["set_payload"]
        shard.update(UpdateOperation.set_payload(given["points"], given["payload"]))


def answer(method, path, body, folder):
    name, _, rest = path.removeprefix("/collections/").partition("/")
    operation = f"{method} {rest}"
    if operation == "GET exists":
        return {"exists": name in shards}
    if operation == "PUT ":
        return create(name, body, folder)
    shard = shards[name]
    if operation == "GET ":
        return {"payload_schema": schemas[name]}
    if operation == "PUT index":
        shard.update(UpdateOperation.create_field_index(body["field_name"], index_of(body["field_schema"])))
        schemas[name][body["field_name"]] = {}
        return None
    if operation == "PUT points":
        points = [Point(each["id"], named(each["vector"]), each["payload"]) for each in body["points"]]
        return shard.update(UpdateOperation.upsert_points(points))
    if operation == "POST points/delete":
        return shard.update(UpdateOperation.delete_points_by_filter(filter_of(body["filter"])))
    if operation == "POST points/payload":
        return shard.update(UpdateOperation.set_payload_by_filter(filter_of(body["filter"]), body["payload"]))
    if operation == "POST points/batch":
        return [update(shard, each) for each in body["operations"]]
    if operation == "POST points/count":
        return {"count": shard.count(CountRequest(exact=body["exact"], filter=filter_of(body.get("filter"))))}
    if operation == "POST points/query/batch":
        return [query(shard, each) for each in body["searches"]]
    if operation == "POST points/query":
        return query(shard, body)
    if operation == "POST points/scroll":
        return scroll(shard, body)
    if operation == "POST points":
        found = shard.retrieve(body["ids"], with_payload=body["with_payload"], with_vector=False)
        return [{"id": str(each.id), "payload": each.payload} for each in found]
    if operation == "POST facet":
        return facet(shard, body)
    raise ValueError(f"No such operation: {operation}")


class Handler(BaseHTTPRequestHandler):
    """Closes each connection, because one thread serves them all."""

    def respond(self):
        length = int(self.headers.get("content-length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        try:
            result = answer(self.command, self.path.split("?")[0], body, sys.argv[1])
            done = {"operation_id": 1, "status": "completed"}
            status, reply = 200, {"result": done if result is None else result, "status": "ok", "time": 0}
        except Exception as error:
            status, reply = 400, {"result": None, "status": {"error": repr(error)}, "time": 0}
        written = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    do_GET = do_PUT = do_POST = respond

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
