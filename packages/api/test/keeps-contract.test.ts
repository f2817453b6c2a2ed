import { z } from "@hono/zod-openapi";
import { expect, test } from "vitest";

import { answers, createRestApp } from "../src/rest/contract";
import { openApiDocument } from "../src/rest/open-api/open-api-document";
import { contractKeeper } from "./keeps-contract";

const app = createRestApp();
app.openAPIRegistry.registerPath({
  method: "get",
  path: "/things/{id}",
  responses: answers({
    200: { description: "A thing", schema: z.object({ name: z.string() }), headers: ["ETag"] },
    204: { description: "Nothing" },
  }),
});
const keep = contractKeeper(openApiDocument(app, "http://x"));

const promised = {
  "x-trace-id": "trace",
  ratelimit: '"user";r=1;t=1',
  "ratelimit-policy": '"user";q=1;w=1',
  etag: '"a"',
};
const problem = {
  type: "urn:x",
  title: "Not found",
  status: 404,
  code: "NOT_FOUND",
  detail: "There is none",
  hint: null,
  traceId: "trace",
};
const asked = new Request("http://x/things/1");

function json(body: unknown, { status = 200, headers = {} } = {}): Response {
  return Response.json(body, { status, headers: { ...promised, ...headers } });
}

test.each([
  ["what was promised", json({ name: "one" })],
  [
    "a problem",
    json(problem, { status: 404, headers: { "content-type": "application/problem+json" } }),
  ],
  ["nothing where nothing is declared", new Response(null, { status: 204, headers: promised })],
])("it lets %s pass", async (_what, response) => {
  await expect(keep(asked, response)).resolves.toBeUndefined();
});

test.each([
  ["a null where a text was promised", json({ name: null }), /must be string/],
  ["a field that is missing", json({}), /required property 'name'/],
  ["a status that is not declared", json({ name: "one" }, { status: 201 }), /not declared/],
  ["another type", new Response("one", { headers: promised }), /text\/plain is not declared/],
  ["a header that is missing", Response.json({ name: "one" }), /ETag is missing/],
  ["a failure that is no problem", json(problem, { status: 404 }), /json is not declared/],
])("it tells of %s", async (_what, response, why) => {
  await expect(keep(asked, response)).rejects.toThrow(why);
});
