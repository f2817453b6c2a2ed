import { expect, test } from "vitest";

import { planted } from "../planted";
import { capabilityBreaches } from "./capabilities";

const breaches = (file: string, source: string) => capabilityBreaches(planted({ [file]: source }));

test.each([
  ['await fetch("https://example.org");', "network"],
  ["const get = fetch;", "network"],
  ["const { fetch: get } = globalThis;", "network"],
  ['globalThis["fetch"]("https://example.org");', "network"],
  ["const g = globalThis; g.fetch(url);", "network"],
  ["const { window: { fetch } } = globalThis;", "network"],
  ["(globalThis as any).self.fetch(url);", "network"],
  ['Reflect.get(globalThis, "fetch")(url);', "network"],
  ["globalThis[name](url);", "code"],
  ["function load(get = fetch) {}", "network"],
  ["const deps = { fetch };", "network"],
  ["new WebSocket(url);", "network"],
  ["new EventSource(url);", "network"],
  ["new XMLHttpRequest();", "network"],
  ["navigator.sendBeacon(url);", "network"],
  ['import net from "node:net";', "network"],
  ['import { get } from "https";', "network"],
  ['export * from "node:http2";', "network"],
  ['import dns from "node:dns/promises";', "network"],
  ['const { connect } = await import("node:tls");', "network"],
  ['const dgram = require("dgram");', "network"],
  ['process.getBuiltinModule("node:http");', "network"],
  ['import { request } from "undici";', "network"],
  ['import { readFile } from "node:fs/promises";', "files"],
  ['import { DatabaseSync } from "node:sqlite";', "files"],
  ['import { spawn } from "child_process";', "processes"],
  ['import { Worker } from "node:worker_threads";', "processes"],
  ['import cluster from "node:cluster";', "processes"],
  ["eval(text);", "code"],
  ['new Function("return 1");', "code"],
  ["(0, eval)(text);", "code"],
  ['import vm from "node:vm";', "code"],
])("core may not write %s", (source, capability) => {
  expect(breaches("packages/core/src/a.ts", source)).toEqual([
    expect.stringMatching(`\\(${capability}\\); no file of packages/core|in packages/core only`),
  ]);
});

test.each([
  "process.env.KEY;",
  'process["env"].KEY;',
  "process[`env`];",
  "process?.env?.KEY;",
  "process!.env;",
  "const { env } = process;",
  "const { env: { KEY } } = process;",
  "const { pid, ...others } = process;",
  "const { [name]: value } = process;",
  "const p = process; p.env;",
  "let p; p = process; p.env;",
  "({ env } = process);",
  "function read({ env } = process) {}",
  "read(process);",
  "globalThis.process.env;",
  'globalThis["process"]["env"];',
  "const { process: { env } } = globalThis;",
  "const { process: p } = globalThis; p.env;",
  'Reflect.get(process, "env");',
  'import { env } from "node:process";',
  'import { env as variables } from "process";',
  'import process from "node:process"; process.env;',
  'import * as p from "node:process"; const { env } = p;',
  'const { env } = await import("node:process");',
  'const p = require("node:process"); p.env;',
  'const load = require; const p = load("process"); p.env;',
  'const load = createRequire(import.meta.url); load("process").env;',
  'load("node:process").env;',
  'export { env } from "node:process";',
  "import.meta.env.KEY;",
  "const { env } = import.meta;",
])("the environment is not read by %s", (source) => {
  expect(breaches("packages/jobs/src/a.ts", source)).toContainEqual(
    expect.stringMatching(/environment/),
  );
});

test.each([
  ["a property of that name", "const answer = await engine.fetch(request);"],
  ["a parameter of that name", "function call(fetch: Fetch) { return fetch(url); }"],
  [
    "a local function of that name",
    "const { fetch } = tools; fetch(url); function process() {} process();",
  ],
  ["an import of that name", 'import { process } from "./process"; process.env;'],
  [
    "a word of ours, as an argument",
    'const ids = await runs.createMany("process", asked); z.enum(["process"]);',
  ],
  ["a type", 'type Fetch = typeof fetch; import type { Server } from "node:http";'],
  ["another member", "process.exit(process.pid); globalThis.structuredClone(a);"],
  [
    "a test for the browser",
    "if (typeof window !== 'undefined' && typeof process === 'object') a();",
  ],
  ["a comment or a text", '// process.env\nconst a = "process.env fetch()";'],
  ["an interface", "interface Env { process: string; fetch(): void }"],
  [
    "another destructured name",
    'const { argv } = process; import { argv as a } from "node:process";',
  ],
  ["the module's own place", "const { dirname } = import.meta; fileURLToPath(import.meta.url);"],
])("%s is no breach", (_, source) => {
  expect(breaches("packages/jobs/src/a.ts", source)).toEqual([]);
});

test("a capability stays in the files that may use it", () => {
  const network = 'import { createServer } from "node:net";';
  expect(breaches("packages/api/src/front/a.ts", network)).toEqual([]);
  expect(breaches("packages/api/src/rest/a.ts", network)).toHaveLength(1);
  expect(breaches("packages/reading/src/a.ts", network)).toHaveLength(1);
  expect(breaches("packages/reading/src/child/a.ts", "await fetch(url);")).toHaveLength(1);
  expect(breaches("packages/document-model/src/a.ts", 'import "node:fs";')).toHaveLength(1);
  expect(breaches("packages/reading/src/a.ts", 'import "node:fs";')).toEqual([]);
  expect(breaches("packages/reading/src/pool/reader-child.ts", "process.env.PATH;")).toEqual([]);
  expect(breaches("packages/reading/src/reader-child.ts", "process.env.PATH;")).toHaveLength(1);
  expect(breaches("apps/web/src/env.ts", "process.env.PORT;")).toEqual([]);
  expect(breaches("apps/web/next.config.ts", "process.env.PORT;")).toEqual([]);
  expect(breaches("apps/web/src/next.config.ts", "process.env.PORT;")).toHaveLength(1);
  expect(breaches("packages/core/src/a.test.ts", network)).toEqual([]);
  expect(breaches("bench/a.ts", network)).toEqual([]);
});
