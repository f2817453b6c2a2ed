import { dirname, join, normalize } from "node:path";

const streets = ["apps", "packages", "integrations"];
const apps = ["web", "admin", "worker", "cli"];
const outside = ["e2e", "bench", "tooling"];

/** Returns the package or app that a path belongs to, such as `packages/core`; null for the repository's own files. */
export function packageOf(path: string): string | null {
  const [first = "", second = ""] = path.split("/");
  if (isInStreet(path) && second) return `${first}/${second}`;
  return outside.includes(first) ? first : null;
}

/** Tells whether a path is below a folder of packages, such as `packages`. */
export function isInStreet(path: string): boolean {
  return streets.some((street) => path.startsWith(`${street}/`));
}

/** Returns the slice of core that a file belongs to, "" for the files at the top of core, null outside of core. */
export function sliceOf(path: string): string | null {
  const inside = path.match(/^packages\/core\/src\/(?:([^/]+)\/)?/);
  return inside ? (inside[1] ?? "") : null;
}

/** Tells whether only tests use the file. */
export function isTest(path: string): boolean {
  return (
    /\.(test|spec|conformance)\.[mc]?[jt]sx?$/.test(path) ||
    /^(packages|apps|integrations)\/[^/]+\/test\//.test(path)
  );
}

/** Tells whether the file measures, trains or tests, so that no product code depends on it. */
export function isBesideTheProduct(path: string): boolean {
  return (
    isTest(path) ||
    /^(tooling|e2e|bench)\//.test(path) ||
    /^packages\/ai\/(evals|training)\//.test(path)
  );
}

/**
 * Returns where an import leads: a path from the repository's root for our own code, else the specifier as written.
 * The path has no ending where the specifier has none.
 */
export function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith(".")) return normalize(join(dirname(file), specifier));
  if (specifier.startsWith("~/")) return `${packageOf(file)}/src/${specifier.slice(2)}`;
  const own = specifier.match(/^@besunny\/([\w-]+)(?:\/(.*))?$/);
  if (!own) return specifier;
  const [, name = "", path] = own;
  const folder = outside.includes(name)
    ? name
    : `${apps.includes(name) ? "apps" : "packages"}/${name}`;
  if (!path) return folder;
  return path.startsWith("test/") ? `${folder}/${path}` : `${folder}/src/${path}`;
}

/** Returns the file of the tree that a target names, trying the endings that imports leave out; null when there is none. */
export function fileAt(target: string, files: ReadonlyMap<string, unknown>): string | null {
  const bare = target.replace(/\.js$/, "");
  const candidates = [target, ...[".ts", ".tsx", ".mts", ".mjs", ".js"].map((end) => bare + end)];
  return candidates.find((candidate) => files.has(candidate)) ?? null;
}
