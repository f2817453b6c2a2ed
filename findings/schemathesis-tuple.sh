#!/usr/bin/env bash
# Schemathesis calls a valid OpenAPI 3.1 tuple (prefixItems) an invalid schema.
#
# Version: schemathesis 4.32.5, jsonschema-rs 0.60.3, openapi-spec-validator 0.9.0
# Seen: a response schema with `prefixItems` (JSON Schema 2020-12) and a server that answers by it:
#   schemathesis stops with "Schema Error", "Invalid Schema Object in response definition" at
#   `items`, which the document does not have, and tests nothing ("Tested: 0").
#   openapi-spec-validator says that the same document is OK.
# Expected: no issue found, as with a plain `items` schema in its place. OpenAPI 3.1 schemas are
#   JSON Schema 2020-12, where prefixItems is how a tuple is written.
#   (Before it checks, schemathesis rewrites prefixItems into the old spelling, a list in `items`.)
# Why it matters: one tuple in an answer leaves that operation untested, and the document is blamed.
#
# Needs Python 3.10 or later with venv and pip. The only server asked is a stub on 127.0.0.1.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  schemathesis==4.32.5 jsonschema-rs==0.60.3 openapi-spec-validator==0.9.0

cat > see.py <<'PY'
import json, subprocess, sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Api(BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"[1.5, 2.5]"
        self.send_response(200 if self.path == "/point" else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def command(*words):
    done = subprocess.run(["venv/bin/" + words[0], *words[1:]], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def see(name, schema):
    ok = {"description": "ok", "content": {"application/json": {"schema": schema}}}
    paths = {"/point": {"get": {"operationId": "point", "responses": {"200": ok}}}}
    with open(name, "w") as file:
        json.dump({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}, file)
    url = f"http://127.0.0.1:{server.server_port}"
    valid, said = command("openapi-spec-validator", name)
    ran, report = command("schemathesis", "run", name, "--url", url, "--no-color", "--seed", "1",
                          "--phases", "fuzzing", "--checks", "response_schema_conformance",
                          "--max-examples", "3", "--workers", "1")
    print(f"{said.strip()} (openapi-spec-validator, exit {valid}); schemathesis exit {ran}")
    return valid, ran, report


server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
threading.Thread(target=server.serve_forever, daemon=True).start()
number, size = {"type": "number"}, {"minItems": 2, "maxItems": 2}
plain = see("items.json", {"type": "array", "items": number, **size})
tuple_ = see("prefix-items.json", {"type": "array", "prefixItems": [number, number], **size})
report = tuple_[2]
print(report[report.find("Schema Error"):report.find("Need more help")])

same = plain[:2] == (0, 0) and "No issues found" in plain[2] and tuple_[:2] == (0, 1) and all(
    words in report for words in ("Invalid Schema Object in response definition",
                                  'is not of types "boolean", "object"', "Tested: 0"))
print("As seen before: the tuple is valid, and refused." if same else f"It changed:\n{report}")
sys.exit(0 if same else 1)
PY
venv/bin/python see.py
