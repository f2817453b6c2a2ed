#!/usr/bin/env bash
# The SDK of Dropbox holds a whole file in memory to download it, and gives text where JSON was due.
#
# Version: dropbox 10.47.0
# Seen: `filesDownload` reads the body to its end before it returns. `filesListFolder` takes a page of HTML with status 200 for its result.
# Expected: a stream for the bytes, as the route has no limit of size; an error for an answer that is no JSON.
# Why it matters: a file of 2 GB needs 2 GB of memory, and a proxy's page of HTML becomes a listing without entries.
# Way out: ask the route `files/download` with fetch and read `Dropbox-API-Result`; refuse a result that is a text.
#
# Needs Node 20 or later and npm.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact dropbox@10.47.0 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { Dropbox } from "dropbox";

let pulled = 0;
const chunk = new Uint8Array(1024 * 1024);
const body = () =>
  new ReadableStream({
    pull(controller) {
      pulled += 1;
      if (pulled > 64) controller.close();
      else controller.enqueue(chunk);
    },
  });
const headers = { "dropbox-api-result": JSON.stringify({ name: "Film.mov", size: 64 * chunk.length }) };
const download = new Dropbox({ accessToken: "test", fetch: async () => new Response(body(), { headers }) });
const { result } = await download.filesDownload({ path: "/Film.mov" });
const bytes = result.fileBinary?.length ?? result.fileBlob?.size;
console.log(`${bytes} bytes were read before anything was returned`);
assert.equal(bytes, 64 * chunk.length);

const html = "<!doctype html><title>Sign in to the network</title>";
const listing = new Dropbox({ accessToken: "test", fetch: async () => new Response(html) });
const answer = await listing.filesListFolder({ path: "" });
console.log(typeof answer.result, answer.result.entries);
assert.equal(answer.result, html);
console.log("As seen before: the file was held whole, and HTML was taken for a listing.");
JS
node see.mjs
