import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { people } from "./sample-company";

/** The role, name, address and password of one of the sample people. The owner is also the first platform admin. */
export type SignIn = { role: string; name: string; email: string; password: string };

/**
 * Keeps the generated sign-ins in a file that only its owner can read. The file's name says whether the sample is finished.
 * A start after one that was cut short continues with the same passwords.
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
