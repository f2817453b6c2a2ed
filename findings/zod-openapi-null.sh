#!/usr/bin/env bash
# An explicit `type` in .openapi() silently takes null out of the API document.
#
# Version: @hono/zod-openapi 1.6.3, @asteasolutions/zod-to-openapi 9.1.0, hono 4.13.19, zod 4.6.7
# Seen: z.date().openapi({ type: "string", format: "date-time" }).nullable() accepts null, but the
#   OpenAPI 3.1 document says { type: "string", format: "date-time" }. The same with .nullable()
#   before .openapi(). With no `type` given, the document says type: ["string", "null"].
# Expected: .nullable() adds null to the type that was given, as it does to the type found by itself.
# Why it matters: a strict client made from the document breaks on the first date that is null.
# Way out: leave `type` out, or write type: ["string", "null"].
#
# Needs Node 20 or later and npm.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact \
  @hono/zod-openapi@1.6.3 @asteasolutions/zod-to-openapi@9.1.0 hono@4.13.19 zod@4.6.7 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";

const date = { type: "string", format: "date-time" };
const dateOrNull = { type: ["string", "null"], format: "date-time" };

const schema = z.object({
  typeThenNullable: z.date().openapi(date).nullable(),
  nullableThenType: z.date().nullable().openapi(date),
  formatOnly: z.date().openapi({ format: "date-time" }).nullable(),
  nothingGiven: z.date().nullable(),
  bothTypesGiven: z.date().nullable().openapi(dateOrNull),
});

const app = new OpenAPIHono();
const content = { "application/json": { schema } };
const route = { method: "get", path: "/x", responses: { 200: { description: "ok", content } } };
app.openapi(createRoute(route), (c) => c.json({}));

const document = app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "t", version: "1" } });
const answer = document.paths["/x"].get.responses[200].content["application/json"].schema;
for (const [name, property] of Object.entries(answer.properties)) {
  console.log(name.padEnd(18), JSON.stringify(property));
}

const nulls = Object.fromEntries(Object.keys(answer.properties).map((name) => [name, null]));
assert.equal(schema.safeParse(nulls).success, true, "zod itself accepts null in each of them");
assert.deepEqual(answer.properties, {
  typeThenNullable: date,
  nullableThenType: date,
  formatOnly: dateOrNull,
  nothingGiven: dateOrNull,
  bothTypesGiven: dateOrNull,
});
console.log("As seen before: zod accepts null in all five, the document says so in three.");
JS
node see.mjs
