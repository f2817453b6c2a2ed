import { readFileSync } from "node:fs";
import { join } from "node:path";
import { node24, root } from "./place.mjs";

/** The most JavaScript heap of each, in MB: several times the need of a busy one. A leak then ends one process, not the machine. */
const heapMb = { web: 1024, admin: 1024, worker: 2048 };

/** glibc's usual eight areas for each core keep what they once held; with two, freed memory goes back to the system. */
const variables = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };

/** Returns the three long-lived programs with their parameters and variables, as `service` takes them; one process each. */
export function programs(ports, development) {
  const nextApp = (name, host) => ({
    name,
    port: ports[name],
    host,
    program: node24,
    parameters: [...(development ? [] : heapLimit(name)), "src/serve.ts"],
    cwd: join(root, "apps", name),
    variables: { ...variables, ...(development ? {} : builtConfig(name)) },
  });
  const worker = development
    ? [join(root, "node_modules/tsx/dist/cli.mjs"), "watch", "apps/worker/src/main.ts"]
    : [...heapLimit("worker"), "--enable-source-maps", "apps/worker/dist/main.mjs"];
  const { BIND_HOST, ADMIN_BIND_HOST } = process.env;
  return [
    {
      name: "worker",
      port: ports.worker,
      host: BIND_HOST,
      program: node24,
      parameters: worker,
      cwd: root,
      variables,
    },
    nextApp("web", BIND_HOST),
    nextApp("admin", ADMIN_BIND_HOST),
  ];
}

/** A limit that the operator set in NODE_OPTIONS wins, which Node would have it lose to a parameter. */
function heapLimit(name) {
  if (/--max[-_]old[-_]space[-_]size/.test(process.env.NODE_OPTIONS ?? "")) return [];
  return [`--max-old-space-size=${heapMb[name]}`];
}

/**
 * The configuration that an app was built with, handed over as Next's own standalone servers do. Next would otherwise compile
 * next.config.ts at every start, which keeps two compilers in memory (40 MB) and takes about a second of CPU.
 */
export function builtConfig(name, from = root) {
  try {
    const manifest = join(from, "apps", name, ".next/required-server-files.json");
    const { config } = JSON.parse(readFileSync(manifest, "utf8"));
    return config ? { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) } : {};
  } catch {
    return {};
  }
}
