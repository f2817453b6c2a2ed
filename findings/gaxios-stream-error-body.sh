#!/usr/bin/env bash
# Google's Node SDK drops the body of an error when the answer was asked for as a stream.
#
# Versions: @googleapis/drive 26.0.1, googleapis-common 9.3.1, gaxios 8.3.3
# Seen: files.get({ alt: "media" }, { responseType: "stream" }) that is answered by 403 rejects with an error
#   whose `response.data` is undefined. Without `responseType` it holds { error: { errors: [{ reason }] } }.
# Expected: `response.data` holds the body, as a text at least.
#   (The body is read into `data`; the error's constructor keeps it only if `response.bodyUsed`, which reading the stream does not set.)
# Why it matters: Drive says 403 both for "too many requests" (userRateLimitExceeded) and for "you may not read this
#   file". Who looks at `response.data` takes a busy minute for a lost right, and hides documents.
# Way out: read the reason out of `error.message`, which is the whole body as a text.
#
# Needs Node 22 or later and npm. Nothing is sent beyond this machine.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact \
  @googleapis/drive@26.0.1 googleapis-common@9.3.1 gaxios@8.3.3 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { drive } from "@googleapis/drive";

const body = {
  error: { code: 403, message: "Slow down", errors: [{ reason: "userRateLimitExceeded", message: "Slow down" }] },
};
const server = createServer((_, response) => {
  response.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify(body));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const rootUrl = `http://127.0.0.1:${server.address().port}/`;
const api = drive({ version: "v3", rootUrl, retry: false, retryConfig: { retry: 0 } });
const failure = (options) =>
  api.files.get({ fileId: "1", alt: "media" }, options).then(
    () => assert.fail("It should be refused"),
    (error) => error,
  );

const plain = await failure({});
console.log("plain  data:", JSON.stringify(plain.response.data));
assert.equal(plain.response.data.error.errors[0].reason, "userRateLimitExceeded");

const stream = await failure({ responseType: "stream" });
console.log("stream data:", JSON.stringify(stream.response.data));
console.log("stream message:", stream.message);
// The surprise.
assert.equal(stream.response.data, undefined);
// The way out.
assert.equal(JSON.parse(stream.message).error.errors[0].reason, "userRateLimitExceeded");
console.log("As seen before: the body of a refused stream is in the message alone.");
server.close();
JS
node see.mjs
