import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";

import { builtConfig, programs } from "./programs.mjs";

const ports = { web: 3000, admin: 3001, worker: 3002 };

afterEach(() => vi.unstubAllEnvs());

function parametersOf(development) {
  const of = programs(ports, development);
  return Object.fromEntries(of.map(({ name, parameters }) => [name, parameters.join(" ")]));
}

test("the heap of each built program is bounded", () => {
  const { web, admin, worker } = parametersOf(false);
  for (const each of [web, admin, worker]) expect(each).toMatch(/^--max-old-space-size=\d+ /);
});

test("a heap limit of the operator's wins", () => {
  vi.stubEnv("NODE_OPTIONS", "--max-old-space-size=300");
  expect(parametersOf(false).web).toBe("src/serve.ts");
});

test("in development the sources run, unbounded and with the configuration as it is written", () => {
  expect(parametersOf(true)).toMatchObject({
    web: "src/serve.ts",
    worker: expect.stringMatching(/watch apps\/worker\/src\/main\.ts$/),
  });
  for (const { variables } of programs(ports, true))
    expect(variables).not.toHaveProperty("__NEXT_PRIVATE_STANDALONE_CONFIG");
});

test("a Next app gets the configuration that it was built with, and none where it was never built", () => {
  const from = mkdtempSync(join(tmpdir(), "besunny-programs-"));
  mkdirSync(join(from, "apps/web/.next"), { recursive: true });
  writeFileSync(
    join(from, "apps/web/.next/required-server-files.json"),
    JSON.stringify({ version: 1, config: { distDir: ".next" } }),
  );
  expect(builtConfig("web", from)).toEqual({
    __NEXT_PRIVATE_STANDALONE_CONFIG: '{"distDir":".next"}',
  });
  expect(builtConfig("admin", from)).toEqual({});
  rmSync(from, { recursive: true });
});
