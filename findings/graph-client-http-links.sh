#!/usr/bin/env bash
# The client of Microsoft Graph joins a next link to its own address unless it begins with https://, and loses what its middleware throws.
#
# Version: @microsoft/microsoft-graph-client 3.0.7
# Seen: `client.api("http://127.0.0.1:1234/v1.0/me?$skiptoken=a")` asks for `/v1.0/http://127.0.0.1:1234/v1.0/me`. An error that a middleware
#   throws comes out as a GraphError with status -1 or none, without the error itself: not as `cause`, and not in any field.
# Expected: a link that Graph gave is asked as it is, over http as over https. The error that was thrown is kept.
# Why it matters: nobody can test paging against a server of their own without https, and a limiter in the chain cannot say until when to wait.
# Way out: strip the own address from a link before it is asked (this also keeps the token from other hosts), and catch the error in the middleware.
#
# Needs Node 20 or later and npm.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact @microsoft/microsoft-graph-client@3.0.7 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { Client } from "@microsoft/microsoft-graph-client";

const asked = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  response.setHeader("content-type", "application/json");
  response.end('{ "value": [] }');
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseUrl = `http://127.0.0.1:${server.address().port}`;

const plain = { execute: async (context) => { context.response = await fetch(context.request, context.options); } };
const client = Client.initWithMiddleware({ baseUrl, middleware: plain });
await client.api(`${baseUrl}/v1.0/me?$skiptoken=a`).get();
server.close();
console.log(asked[0]);
assert.equal(asked[0], `/v1.0/${baseUrl}/v1.0/me?$skiptoken=a`);

class Throttled extends Error { until = new Date(0); }
const thrown = new Throttled("Wait");
const throwing = { execute: async () => { throw thrown; } };
const error = await Client.initWithMiddleware({ baseUrl, middleware: throwing })
  .api("/me")
  .get()
  .catch((caught) => caught);
console.log(error.name, error.statusCode, error.message);
assert.notEqual(error, thrown);
const held = Object.getOwnPropertyNames(error).map((name) => error[name]);
assert.ok(!held.includes(thrown) && !("until" in error));
console.log("As seen before: the link was joined to the address, and the error that was thrown is gone.");
JS
node see.mjs
