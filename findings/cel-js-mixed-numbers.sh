#!/usr/bin/env bash
# A double may be compared with an int by size, but not by equality: the type check accepts the one and refuses the other.
#
# Version: @marcbachmann/cel-js 8.0.0
# Seen: with `total` registered as a double, `check` accepts `total > 5000` and refuses `total == 5000` ("no such overload").
# Expected: both. The language defines equality across the numeric types as it defines their order.
# Why it matters: people write whole numbers. A rule "is 5000" is then refused as a mistake, while "is over 5000" passes.
# Way out: register `double == int` with `registerOperator`.
#
# Needs Node 22 or later and npm.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact @marcbachmann/cel-js@8.0.0 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { Environment } from "@marcbachmann/cel-js";

const env = new Environment({ unlistedVariablesAreDyn: false }).registerVariable("total", "double");
const larger = env.check("total > 5000");
const equal = env.check("total == 5000");
console.log("total > 5000:", larger.valid, larger.type);
console.log("total == 5000:", equal.valid, String(equal.error?.message).split("\n")[0]);

assert.equal(larger.valid, true);
assert.equal(equal.valid, false);
assert.match(String(equal.error?.message), /no such overload/i);
console.log("As seen before: order is defined between double and int, equality is not.");
JS
node see.mjs
