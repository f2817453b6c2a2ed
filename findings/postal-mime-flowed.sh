#!/usr/bin/env bash
# postal-mime joins flowed lines of different quote depths into one.
#
# Version: postal-mime 4.0.0
# Seen: of a text/plain part with format=flowed, postal-mime removes the line break after every line
#   that ends in a space, whatever the number of ">" before the two lines. A quoted line that flows
#   keeps the ">" of its second line in the middle of the sentence.
# Expected: RFC 3676, 4.5: the quote marks of a line are counted and taken off first; a line flows
#   only into one of the same depth, whose marks go.
# Why it matters: the answer of a mail and the words that it quotes become one sentence, and a
#   reader cannot tell who said which.
# Way out: keep the header from the library until the text is decoded, and join by the RFC.
#
# Needs Node 20 or later and npm. Asks no server but the registry.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact postal-mime@4.0.0 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import PostalMime from "postal-mime";

const read = async (...lines) => {
  const head = ["From: a@example.org", "Content-Type: text/plain; format=flowed", ""];
  return (await PostalMime.parse([...head, ...lines].join("\r\n"))).text.trim();
};

const plain = await read("one line that flows ", "goes on");
const quoted = await read("> one line that flows ", "> goes on");
const depths = await read("> they asked this ", "we answer that");
console.log({ plain, quoted, depths });
assert.equal(plain, "one line that flows goes on");
assert.equal(quoted, "> one line that flows > goes on");
assert.equal(depths, "> they asked this we answer that");
JS
node see.mjs
