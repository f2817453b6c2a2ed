import { dirname, join, normalize } from "node:path";

/** One import as it is written: the file (from the repository's root), what it names, and whether only its types. */
export type Import = { file: string; specifier: string; isTypeOnly: boolean };

/** A sentence about what stands against the law. */
export type Violation = string;

/** The whole law: each room, and the rooms whose doors it may open. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  "apps/web": ["packages/api", "packages/ui", "packages/runtime"],
  "apps/admin": ["packages/api", "packages/ui", "packages/runtime"],
  "apps/worker": ["packages/api", "packages/jobs", "packages/engine", "packages/runtime"],
  "apps/cli": ["packages/api", "packages/core", "packages/runtime"],
  "packages/api": ["packages/core"],
  "packages/jobs": ["packages/core"],
  "packages/core": [
    "packages/db",
    "packages/ai",
    "packages/reading",
    "packages/connectors",
    "packages/engine",
  ],
  "packages/runtime": [
    "packages/core",
    "packages/db",
    "packages/ai",
    "packages/reading",
    "packages/connectors",
    "packages/engine",
  ],
  "packages/db": ["packages/sql"],
  "packages/ai": [],
  "packages/reading": [],
  "packages/connectors": [],
  "packages/engine": ["packages/sql"],
  "packages/sql": [],
  "packages/ui": [],
  e2e: ["packages/runtime", "packages/core"],
  bench: [
    "packages/api",
    "packages/ai",
    "packages/core",
    "packages/db",
    "packages/engine",
    "packages/jobs",
    "packages/reading",
    "packages/runtime",
  ],
  tooling: ["packages/db"],
};

/** Libraries that only some rooms may touch, so that each can be replaced in one place. */
const keepers: readonly { library: RegExp; rooms: readonly string[] }[] = [
  {
    library: /^(@prisma\/|prisma$|pg$|pg\/)/,
    rooms: ["packages/db", "packages/engine", "packages/sql", "tooling", "bench"],
  },
  {
    library: /^(@langchain\/|langchain($|\/)|openai($|\/)|@qdrant\/|onnxruntime-node($|\/))/,
    rooms: ["packages/ai"],
  },
  { library: /^inngest($|\/)/, rooms: ["packages/jobs", "packages/engine"] },
  { library: /^(@trpc\/server|hono|@hono\/[\w-]+)($|\/)/, rooms: ["packages/api"] },
  // What runs in a browser, `next-auth/react`, belongs to the apps.
  { library: /^next-auth(?!\/react$)($|\/)/, rooms: ["packages/api"] },
];

const forbiddenFolders = /(^|\/)(utils?|helpers?|common|shared|lib|types|services|constants)\//;

/** The places that may read the environment: where it is checked once, what configures tools, and what starts it all. */
const readsEnvironment = [
  /^packages\/runtime\/src\/env\.ts$/,
  /^apps\/[^/]+\/src\/env\.ts$/,
  /(^|\/)[\w-]+\.config\.(ts|mjs)$/,
  /^(start\.mjs$|tooling\/|e2e\/|bench\/)/,
  /\.(test|bench|eval)\.tsx?$/,
  /^packages\/[^/]+\/test\//,
  // Hands its child a few variables of the machine (PATH, TMPDIR) and keeps the rest, the keys, from it.
  /^packages\/reading\/src\/reader-child\.ts$/,
];

/** The room a file stands in, or null outside of all rooms. */
export function roomOf(file: string): string | null {
  const [street = "", house = ""] = file.split("/");
  if (street === "apps" || street === "packages") return `${street}/${house}`;
  return street in doors ? street : null;
}

/** Whether the file is there for tests alone. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /^(packages|apps)\/[^/]+\/test\//.test(file);
}

/** The room or library that an import leads to; relative ones are followed to where they end. */
export function targetOf({ file, specifier }: Import): string {
  if (specifier.startsWith(".")) return normalize(join(dirname(file), specifier));
  const own = specifier.match(/^@besunny\/([\w-]+)(?:\/(.*))?$/);
  if (!own) return specifier;
  const [, name = "", path = ""] = own;
  const street = ["web", "admin", "worker", "cli"].includes(name) ? "apps" : "packages";
  const room = ["e2e", "bench", "tooling"].includes(name) ? name : `${street}/${name}`;
  return path ? `${room}/src/${path}` : room;
}

/** Every way in which one import breaks the law. */
export function judgeImport(one: Import): Violation[] {
  const target = targetOf(one);
  return [
    ...throughClosedDoor(one, target),
    ...runtimeOutsideItsFile(one, target),
    ...clientBeyondTheBrowser(one, target),
    ...keptLibrary(one),
    ...testFromElsewhere(one, target),
    ...barrel(one),
  ];
}

/** Every way in which where a file stands, or what it reads, breaks the law. */
export function judgeFile(file: string, source: string): Violation[] {
  const violations: Violation[] = [];
  if (roomOf(file) && forbiddenFolders.test(file))
    violations.push(`${file} stands in a folder whose name says nothing`);
  if (/(^|\/)index\.tsx?$/.test(file) && !file.includes("/app/"))
    violations.push(`${file} is a barrel`);
  const readsIt = /\bprocess\s*\.\s*env\b/.test(withoutComments(source));
  if (readsIt && !readsEnvironment.some((place) => place.test(file)))
    violations.push(`${file} reads process.env; a value comes in by a parameter`);
  const touchesDatabase =
    /^packages\/core\/src\//.test(file) && /\bctx\.db\b(?!\.(identity|platform)\b)/.test(source);
  if (touchesDatabase && !/\/operation\.ts$/.test(file) && !isTest(file))
    violations.push(`${file} touches ctx.db, which only operation.ts may`);
  if (/^packages\/(db|engine|sql)\/src\//.test(file) && !isTest(file) && opensOutsideUtc(source))
    violations.push(`${file} opens a connection whose session may not run in UTC`);
  return violations;
}

/** Prisma and pg take an instant for the wall clock of the session. */
function opensOutsideUtc(source: string): boolean {
  const openings =
    withoutComments(source).match(/\bnew (pg\.)?(Client|Pool|PrismaPg)\([^;]*/g) ?? [];
  return openings.some((one) => !/\b(inUtc|withSettings)\(/.test(one));
}

/** What a package.json declares of ours that its room may not open. */
export function judgeManifest(
  room: string,
  dependencies: Readonly<Record<string, string>>,
): Violation[] {
  return Object.keys(dependencies)
    .filter((name) => name.startsWith("@besunny/"))
    .map((specifier) => targetOf({ file: `${room}/package.json`, specifier, isTypeOnly: false }))
    .filter((target) => !doors[room]?.includes(target))
    .map((target) => `${room}/package.json declares ${target}, whose door is closed to it`);
}

function throughClosedDoor({ file, specifier }: Import, target: string): Violation[] {
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === null || to === null || from === to) return [];
  // Measures whatever it likes; nothing imports it.
  if (/^packages\/ai\/(evals|training)\//.test(file)) return [];
  if (specifier.startsWith(".") && !(from === "tooling"))
    return [`${file} leaves its room by a path: ${specifier}`];
  if (from in doors && doors[from]?.includes(to)) return [];
  return [`${file} (${from}) imports ${specifier}, but ${to} is closed to ${from}`];
}

function runtimeOutsideItsFile({ file, specifier }: Import, target: string): Violation[] {
  const isDoorApp = file.startsWith("apps/web/") || file.startsWith("apps/admin/");
  if (!isDoorApp || roomOf(target) !== "packages/runtime") return [];
  const mayWire = /^apps\/\w+\/(src\/runtime\.ts|src\/instrumentation\.ts|next\.config\.\w+)$/;
  return mayWire.test(file) ? [] : [`${file} imports ${specifier}; only src/runtime.ts may`];
}

function clientBeyondTheBrowser({ file, specifier }: Import, target: string): Violation[] {
  if (!clientFiles.has(file) || roomOf(target) !== "packages/api") return [];
  if (/^packages\/api\/src\/(browser|client)\//.test(target)) return [];
  return [`${file} runs in the browser and imports ${specifier}, which does not`];
}

/** Files that begin with "use client"; filled by whoever reads the sources. */
export const clientFiles = new Set<string>();

function keptLibrary({ file, specifier, isTypeOnly }: Import): Violation[] {
  const room = roomOf(file);
  if (room === null) return [];
  return keepers
    .filter(({ library, rooms }) => library.test(specifier) && !rooms.includes(room))
    .filter(() => !(isTypeOnly && specifier === "@trpc/server" && room.startsWith("apps/")))
    .map(({ rooms }) => `${file} imports ${specifier}, which is kept in ${rooms.join(" and ")}`);
}

function testFromElsewhere({ file, specifier }: Import, target: string): Violation[] {
  const isForTests = isTest(target) || isTest(`${target}.ts`) || isTest(`${target}.tsx`);
  const mayImport = isTest(file) || /^(tooling|e2e|bench)\//.test(file) || /\.eval\.ts$/.test(file);
  return isForTests && !mayImport ? [`${file} imports ${specifier}, which is there for tests`] : [];
}

function barrel({ file, specifier }: Import): Violation[] {
  if (!/^@besunny\/[\w-]+$/.test(specifier) || file.endsWith(".json")) return [];
  return [`${file} imports ${specifier} as a whole; a package is entered by path`];
}

/** The circles among files, each told once, as the files in order. */
export function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];

  function visit(file: string): void {
    state.set(file, "open");
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      if (state.get(next) === "open") found.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, "done");
  }
  for (const file of edges.keys()) if (!state.has(file)) visit(file);
  return found;
}

/** Every import, export-from, dynamic import and require of a source, in whatever form it is written. */
export function importsOf(file: string, source: string): Import[] {
  const code = withoutComments(source);
  const statement =
    /\b(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?(["'])([^"'\n]+)\2/g;
  const call =
    /\b(?:import|require|require\.resolve|import\.meta\.resolve)\s*\(\s*(["'`])([^"'`\n]+)\1/g;
  return [
    ...[...code.matchAll(statement)].map(([, type, , specifier = ""]) => ({
      file,
      specifier,
      isTypeOnly: type !== undefined,
    })),
    ...[...code.matchAll(call)].map(([, , specifier = ""]) => ({
      file,
      specifier,
      isTypeOnly: false,
    })),
  ];
}

/** Comments go, what stands in quotes stays as it is. */
function withoutComments(source: string): string {
  const quotedOrComment =
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g;
  return source.replace(quotedOrComment, (_, quoted: string | undefined) => quoted ?? "");
}
