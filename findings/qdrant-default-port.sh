#!/usr/bin/env bash
# The Qdrant client asks port 6333 when its URL names port 443 (https) or 80 (http).
#
# Version: @qdrant/js-client-rest 1.19.0
# Seen: new QdrantClient({ url: "https://q.example:443" }) asks https://q.example:6333, and
#   "http://q.example:80" asks http://q.example:6333. Any other port in the URL is kept.
# Expected: a port that is written in the URL is the port that is asked.
#   (new URL() drops a scheme's own port, and the client then takes "no port" for 6333.)
# Why it matters: a Qdrant behind a usual HTTPS proxy is never reached, though its URL is right.
# Way out: give the port apart from the URL too, { url, port: 443 }, or { url, port: null }.
#
# Needs Node 20 or later and npm. Nothing is sent: fetch is replaced by a stand-in.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact \
  @qdrant/js-client-rest@1.19.0 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { QdrantClient } from "@qdrant/js-client-rest";

let asked = null;
globalThis.fetch = async (request) => {
  asked = String(request.url ?? request);
  return Response.json({ result: { collections: [] }, status: "ok", time: 0 });
};

async function see(options, expected) {
  asked = null;
  await new QdrantClient({ ...options, checkCompatibility: false }).getCollections();
  console.log(JSON.stringify(options).padEnd(46), "asks", asked);
  assert.equal(asked, expected);
}

// The surprise.
await see({ url: "https://q.example:443" }, "https://q.example:6333/collections");
await see({ url: "http://q.example:80" }, "http://q.example:6333/collections");
// Other ports are kept.
await see({ url: "https://q.example:8443" }, "https://q.example:8443/collections");
await see({ url: "https://q.example:80" }, "https://q.example:80/collections");
// The ways out: these two do ask port 443.
await see({ url: "https://q.example:443", port: 443 }, "https://q.example:443/collections");
await see({ url: "https://q.example:443", port: null }, "https://q.example/collections");
console.log("As seen before: 443 and 80 in the URL become 6333.");
JS
node see.mjs
