#!/usr/bin/env bash
# resvg draws no text of an SVG that another SVG embeds as an image.
#
# Version: @resvg/resvg-wasm 2.6.2 with the font Carlito of @expo-google-fonts/carlito 0.4.1
# Seen: an SVG with a text element is drawn with its letters when it is the document itself. The
#   same SVG as the data URI of an image element is drawn without any letter. Its shapes are drawn.
#   No error and no warning is given.
# Expected: SVG 2, 12.1: an image element that refers to an SVG draws that document, its text too.
#   The fonts that were given for the outer document are at hand.
# Why it matters: charts that a program draws as SVG and puts on a slide lose their labels and figures.
# Way out: draw the inner SVG to a picture of its own first, and embed that.
#
# Needs Node 20 or later and npm. Asks no server but the registry.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact \
  @resvg/resvg-wasm@2.6.2 @expo-google-fonts/carlito@0.4.1 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

await initWasm(readFileSync("node_modules/@resvg/resvg-wasm/index_bg.wasm"));
const path = "node_modules/@expo-google-fonts/carlito/400Regular/Carlito_400Regular.ttf";
const font = { fontBuffers: [readFileSync(path)], defaultFontFamily: "Carlito" };

const open = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">';
const text = '<text x="10" y="40" font-family="Carlito" font-size="32" fill="#000000">Total 42</text>';
const shape = '<rect x="10" y="10" width="80" height="40" fill="#000000"/>';
const nested = (inner) => {
  const data = Buffer.from(`${open}${inner}</svg>`).toString("base64");
  return `<image width="200" height="60" href="data:image/svg+xml;base64,${data}"/>`;
};
const dark = (inner) => {
  const { pixels } = new Resvg(`${open}${inner}</svg>`, { font }).render();
  return pixels.filter((value, index) => index % 4 === 3 && value > 128).length;
};

const seen = {
  text: dark(text) > 0,
  shape: dark(shape) > 0,
  nestedText: dark(nested(text)) > 0,
  nestedShape: dark(nested(shape)) > 0,
};
console.log(seen);
assert.deepEqual(seen, { text: true, shape: true, nestedText: false, nestedShape: true });
JS
node see.mjs
