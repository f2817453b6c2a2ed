import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { people } from "./sample-company";

/** How one of the sample people signs in. The owner is the platform's first admin too. */
export type SignIn = { role: string; name: string; email: string; password: string };

/**
 * Generated once and kept, readable by the owner alone, under a name that says whether the sample is finished: a start
 * that is cut short goes on with the same passwords.
 */
export function signInFile(dataDirectory: string) {
  const finished = join(dataDirectory, "sample-sign-ins.json");
  const begun = join(dataDirectory, "sample-sign-ins.begun.json");

  return {
    isFinished: async () => (await read(finished)) !== null,

    begin: async (): Promise<SignIn[]> => {
      const known = await read(begun);
      if (known) return known;
      const signIns = people.map((person) => ({
        ...person,
        password: randomBytes(9).toString("base64url"),
      }));
      await mkdir(dataDirectory, { recursive: true });
      await writeFile(begun, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600, flush: true });
      return signIns;
    },

    isBegun: async () => (await read(begun)) !== null,

    finish: () => rename(begun, finished),
  };
}

async function read(path: string): Promise<SignIn[] | null> {
  try {
    return asSignIns(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

/** Only `begin` writes these files. */
function asSignIns(value: unknown): SignIn[] {
  return value as SignIn[];
}
