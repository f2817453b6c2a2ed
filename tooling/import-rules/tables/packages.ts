/**
 * The packages that each package may import. An entry is a package, or a path inside one that stops at a folder or a file. Packages that this
 * table does not name are refused.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  "apps/web": [
    "packages/api",
    "packages/ui",
    "packages/web-kit",
    "packages/runtime",
    "packages/rules",
  ],
  "apps/admin": ["packages/api", "packages/ui", "packages/web-kit", "packages/runtime"],
  "apps/worker": ["packages/api", "packages/jobs", "packages/engine", "packages/runtime"],
  "apps/cli": ["packages/api", "packages/connectors", "packages/core", "packages/runtime"],
  "packages/web-kit": [
    "packages/api/src/client",
    "packages/api/src/browser",
    "packages/api/src/front",
    "packages/api/src/auth/cookie-names",
    "packages/api/src/handlers",
    "packages/charts",
    "packages/ui",
  ],
  "packages/api": ["packages/core"],
  "packages/jobs": ["packages/core"],
  "packages/core": [
    "packages/db",
    "packages/ai",
    "packages/reading",
    "packages/document-model",
    "packages/charts",
    "packages/connectors",
    "packages/engine",
    "packages/reports",
    "packages/rules",
  ],
  "packages/runtime": [
    "packages/core",
    "packages/db",
    "packages/ai",
    "packages/reading",
    "packages/document-model",
    "packages/connectors",
    "packages/engine",
    "packages/reports",
    "packages/sql",
  ],
  "packages/ai": ["packages/document-model"],
  "packages/reading": ["packages/document-model"],
  "packages/db": ["packages/sql"],
  "packages/engine": ["packages/sql"],
  "packages/sql": [],
  "packages/document-model": [],
  "packages/charts": [],
  "packages/rules": [],
  "packages/connectors": [],
  "packages/reports": ["packages/charts"],
  "packages/ui": ["packages/charts"],
  // Its tests alone import ours: n8n installs it without them.
  "integrations/n8n-nodes-besunny": ["packages/api", "packages/core"],
  e2e: ["packages/runtime", "packages/core"],
  bench: [
    "packages/api",
    "packages/ai",
    "packages/connectors",
    "packages/core",
    "packages/db",
    "packages/document-model",
    "packages/engine",
    "packages/jobs",
    "packages/reading",
    "packages/reports",
    "packages/rules",
    "packages/runtime",
  ],
  tooling: ["packages/db"],
};

/** Packages without any effect: core may import their values. Of the others it imports types, and the pure files below. */
export const purePackages: readonly string[] = [
  "packages/document-model",
  "packages/charts",
  "packages/rules",
];

/**
 * Files of other packages whose values core may import too. They hold vocabularies that their package needs and so owns, or make a type of
 * its port. They import no values but of pure packages, so that browsers may run them as well.
 */
export const pureFiles: readonly string[] = [
  "packages/ai/src/index/index-scope.ts",
  "packages/ai/src/renewal/search-generation.ts",
  "packages/connectors/src/oauth/scopes.ts",
  "packages/connectors/src/sources/failures.ts",
  "packages/connectors/src/sources/source-words.ts",
  "packages/connectors/src/sso/sso-words.ts",
  "packages/db/src/audit-outcomes.ts",
  "packages/engine/src/console/run-states.ts",
  "packages/reports/src/media-types.ts",
  "packages/reports/src/report-formats.ts",
];

/** Tells whether core and browsers may import the values of a file, by its path with or without the ending. */
export function isPure(path: string): boolean {
  return pureFiles.includes(path.endsWith(".ts") ? path : `${path}.ts`);
}

/** Folders that measure or train and so import whatever they measure; nothing imports them. */
export const measures: readonly string[] = ["packages/ai/evals/", "packages/ai/training/"];

/** The files of a Next app that may import the runtime. */
export const wiresTheRuntime =
  /^apps\/(web|admin)\/(src\/runtime\.ts|src\/instrumentation\.ts|next\.config\.\w+)$/;
