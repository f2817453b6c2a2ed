/** The powers of a program over the machine around it. */
export type Capability = "network" | "files" | "processes" | "environment" | "code";

/** The built-in modules of Node, and undici, that have a capability. Subpaths such as fs/promises count with them. */
export const ofModules: Readonly<Record<string, Capability>> = {
  net: "network",
  http: "network",
  https: "network",
  http2: "network",
  dns: "network",
  dgram: "network",
  tls: "network",
  undici: "network",
  fs: "files",
  sqlite: "files",
  child_process: "processes",
  worker_threads: "processes",
  cluster: "processes",
  vm: "code",
  inspector: "code",
  repl: "code",
};

/** The global names that have a capability. */
export const ofGlobals: Readonly<Record<string, Capability>> = {
  fetch: "network",
  WebSocket: "network",
  EventSource: "network",
  XMLHttpRequest: "network",
  "navigator.sendBeacon": "network",
  "process.env": "environment",
  "import.meta.env": "environment",
  eval: "code",
  Function: "code",
  "globalThis[...]": "code",
};

type Allowance = Partial<Record<Capability, "everywhere" | readonly string[]>>;

/**
 * The capabilities of each package, everywhere or in the named files. A path starts in the package's folder; a folder ends with
 * a slash, and `*` matches one name. Packages without a row have no capability; tests have all.
 */
export const allowances: Readonly<Record<string, Allowance>> = {
  "apps/web": { environment: ["src/env.ts", "*.config.ts"], files: ["copy-pdf-assets.mjs"] },
  "apps/admin": { environment: ["src/env.ts", "*.config.ts"] },
  "apps/worker": { network: ["src/server.ts"], environment: ["src/env.ts", "*.config.ts"] },
  "apps/cli": { files: "everywhere", environment: ["src/env.ts", "*.config.ts"] },
  "packages/api": {
    network: ["src/front/", "src/socket/"],
    files: ["src/rest/", "src/upload/"],
  },
  "packages/ai": {
    network: ["src/outside/clients.ts"],
    files: ["src/child/", "src/e5/", "src/index/", "src/minilm/", "evals/", "training/"],
    processes: [
      "src/child/model-process.ts",
      "src/index/",
      "evals/main.ts",
      "training/reader/train-reader.ts",
    ],
  },
  "packages/connectors": {
    files: ["src/files/"],
    network: [
      "doubles/",
      "src/guarded-fetch.ts",
      "src/oauth/",
      "src/slack/slack.ts",
      "src/sources/",
      "src/sso/",
      "src/supabase/",
    ],
  },
  // Streams an upload from the folder of incoming files into storage.
  "packages/core": { files: ["src/documents/receive-upload.ts"] },
  "packages/db": {
    files: ["src/migrate/", "src/server/"],
    network: ["src/server/embedded-postgres.ts"],
    processes: ["src/server/"],
    environment: ["prisma.config.ts"],
  },
  // The migrations will be files.
  "packages/sql": { files: "everywhere" },
  "packages/reading": {
    files: "everywhere",
    processes: "everywhere",
    // Replaces what could reach the network by functions that refuse.
    network: ["src/child/forbid-network.ts"],
    // Hands its child a few variables of the machine and keeps the keys from it.
    environment: ["src/pool/reader-child.ts"],
  },
  "packages/runtime": {
    files: "everywhere",
    network: ["src/system/ask-inngest.ts"],
    environment: ["src/env.ts"],
  },
};

/** The packages that start, test or measure the product, and may do everything. */
export const unlimited: readonly string[] = ["e2e", "bench", "tooling"];
