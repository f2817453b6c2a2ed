#!/usr/bin/env bash
# Google's Node SDK takes a broken answer for a good one: a listing that was cut short looks whole and empty.
#
# Versions: @googleapis/drive 26.0.1, googleapis-common 9.3.1, gaxios 8.3.3
# Seen: files.list that is answered by 200 and half a JSON text, or by a page of HTML, resolves. `data` is that text, so that
#   `data.files` and `data.nextPageToken` are undefined.
# Expected: it rejects, for the answer is not of the type that the method promises.
# Why it matters: code such as `for (const file of data.files ?? [])` sees no files and no next page. A sync that
#   removes what a whole listing did not name would remove everything, after one bad answer of a proxy.
# Way out: refuse each answer whose `data` is not an object.
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

const whole = JSON.stringify({ nextPageToken: "more", files: [{ id: "1" }, { id: "2" }] });
const answers = [
  ["whole", "application/json", whole],
  ["half", "application/json", whole.slice(0, 40)],
  ["html", "text/html", "<h1>Please sign in to the network</h1>"],
];
const server = createServer((_, response) => {
  const [, type, text] = answers[0];
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(text) }).end(text);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const rootUrl = `http://127.0.0.1:${server.address().port}/`;
const api = drive({ version: "v3", rootUrl, retry: false, retryConfig: { retry: 0 } });

while (answers.length > 0) {
  const { data, status } = await api.files.list({ pageSize: 2 });
  console.log(answers[0][0].padEnd(6), status, typeof data, "files:", data.files?.length, "next:", data.nextPageToken);
  const isWhole = answers[0][0] === "whole";
  assert.equal(typeof data, isWhole ? "object" : "string");
  assert.equal(data.files?.length, isWhole ? 2 : undefined);
  assert.equal(data.nextPageToken, isWhole ? "more" : undefined);
  answers.shift();
}
console.log("As seen before: half an answer is no error.");
server.close();
JS
node see.mjs
