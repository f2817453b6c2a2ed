#!/usr/bin/env bash
# A double of OpenAI takes usage for an answer, and leaves out the part that says how much of the input was cached.
#
# Version: @copilotkit/aimock 1.43.0
# Seen: a fixture's `usage` with prompt_tokens 12, completion_tokens 5 and prompt_tokens_details { cached_tokens: 4 }
#   is answered with the three counts alone. There is no prompt_tokens_details, streamed or not.
# Expected: the usage as it was given. The real API always sends the details.
# Why it matters: cached input has a price of its own (a twentieth for some models), so costs cannot be tested.
# Way out: a layer before the double writes the details into its answers.
#
# Needs Node 20 or later and npm.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact @copilotkit/aimock@1.43.0 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { LLMock } from "@copilotkit/aimock";

const usage = {
  prompt_tokens: 12,
  completion_tokens: 5,
  total_tokens: 17,
  prompt_tokens_details: { cached_tokens: 4 },
};
const mock = new LLMock({ port: 0 });
mock.addFixture({ match: { userMessage: "hello" }, response: { content: "Hello.", usage } });
await mock.start();

const response = await fetch(`${mock.url}/v1/chat/completions`, {
  method: "POST",
  headers: { "content-type": "application/json", authorization: "Bearer test" },
  body: JSON.stringify({ model: "any", messages: [{ role: "user", content: "hello" }] }),
});
const answer = await response.json();
await mock.stop();
console.log(JSON.stringify(answer.usage));

assert.deepEqual(answer.usage, { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 });
console.log("As seen before: the counts came back, the cached tokens did not.");
JS
node see.mjs
