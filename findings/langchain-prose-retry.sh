#!/usr/bin/env bash
# An answer that is not JSON makes LangChain's OpenAI client ask (and pay) again.
#
# Version: @langchain/openai 1.6.0, @langchain/core 1.4.0, openai 7.57.0, zod 4.6.7
# Seen: withStructuredOutput(schema, { method: "jsonSchema" }).invoke() on an answer of HTTP 200
#   with prose in it sends 1 + maxRetries requests: 1 with maxRetries 0, 2 with 1, 3 with 2. It then
#   throws a bare SyntaxError, with includeRaw: true as well, so the answer and its cost are lost.
#   method: "jsonMode" sends 1 request, and with includeRaw gives { raw, parsed: null }.
# Expected: maxRetries is for failed requests (network, 429, 5xx): one request for one answer of
#   HTTP 200, and includeRaw: true gives { raw, parsed: null } for either method.
#   (The openai package parses the answer inside the call that LangChain retries.)
# Why it matters: every answer in prose is paid for several times, and nothing tells the caller.
# Way out: maxRetries: 0, or read the answer as text and parse it apart.
#
# Needs Node 20 or later and npm. The only server asked is a stub on 127.0.0.1.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact \
  @langchain/openai@1.6.0 @langchain/core@1.4.0 openai@7.57.0 zod@4.6.7 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { ChatOpenAI } from "@langchain/openai";
import { z } from "zod";

const json = '{"answer":4}';
const prose = "Sure! The answer is four.";
let content = "";
let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  request.resume();
  const choice = { index: 0, message: { role: "assistant", content }, finish_reason: "stop" };
  const usage = { prompt_tokens: 9, completion_tokens: 6, total_tokens: 15 };
  const body = { id: "c", object: "chat.completion", created: 1, model: "m", choices: [choice], usage };
  response.setHeader("content-type", "application/json").end(JSON.stringify(body));
}).listen(0, "127.0.0.1");
await once(server, "listening");
const baseURL = `http://127.0.0.1:${server.address().port}/v1`;

async function see(said, method, maxRetries, includeRaw, expected) {
  [content, requests] = [said, 0];
  const model = new ChatOpenAI({ model: "m", apiKey: "none", maxRetries, configuration: { baseURL } });
  const outcome = await model
    .withStructuredOutput(z.object({ answer: z.number() }), { method, includeRaw })
    .invoke("2 + 2?")
    .then((got) => (includeRaw ? `parsed ${JSON.stringify(got.parsed)}` : JSON.stringify(got)))
    .catch((error) => `throws ${error.name}`);
  const seen = `${requests} request(s), ${outcome}`;
  const kind = said === json ? "JSON" : "prose";
  console.log(`${kind} ${method} maxRetries=${maxRetries} includeRaw=${includeRaw}: ${seen}`);
  assert.equal(seen, expected);
}

await see(json, "jsonSchema", 1, false, '1 request(s), {"answer":4}');
await see(prose, "jsonSchema", 0, false, "1 request(s), throws SyntaxError");
await see(prose, "jsonSchema", 1, false, "2 request(s), throws SyntaxError");
await see(prose, "jsonSchema", 2, false, "3 request(s), throws SyntaxError");
await see(prose, "jsonSchema", 1, true, "2 request(s), throws SyntaxError");
await see(prose, "jsonMode", 1, true, "1 request(s), parsed null");
server.close();
console.log("As seen before: prose under jsonSchema is asked for 1 + maxRetries times.");
JS
env -u LANGSMITH_TRACING -u LANGCHAIN_TRACING_V2 node see.mjs
