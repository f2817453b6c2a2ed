import { expect, test } from "vitest";

import { planted } from "../planted";
import { outsideCallBreaches } from "./outside-calls";

const CLIENTS = "packages/ai/src/outside/clients.ts";
const breaches = (file: string, source: string) =>
  outsideCallBreaches(planted({ [CLIENTS]: "export const clients = 1;", [file]: source }));

test.each([
  ["packages/ai/src/openai-ai.ts", 'import { ChatOpenAI } from "@langchain/openai";'],
  ["packages/ai/src/outside/outside-chat.ts", 'import OpenAI from "openai";'],
  ["packages/ai/src/openai/a.ts", 'const { OpenAI } = await import("openai");'],
  ["packages/ai/src/openai/a.ts", 'export { toFile } from "openai/uploads";'],
  ["packages/runtime/src/a.ts", 'import { clients } from "@besunny/ai/outside/clients";'],
  ["packages/ai/src/openai/a.ts", 'import { clients } from "../outside/clients";'],
])("%s may not write %s", (file, source) => {
  expect(breaches(file, source)).toHaveLength(1);
});

test.each([
  [CLIENTS, 'import OpenAI from "openai"; import { ChatOpenAI } from "@langchain/openai";'],
  ["packages/ai/src/outside/outside-chat.ts", 'import { clients } from "./clients";'],
  ["packages/ai/src/openai/a.ts", 'import { createChokePoint } from "../outside/choke-point";'],
  ["packages/ai/test/double.test.ts", 'import OpenAI from "openai";'],
])("%s may write %s", (file, source) => {
  expect(breaches(file, source)).toEqual([]);
});
