import { expect, test } from "vitest";
import { stores } from "./register";

/** It is no secret of a sign-in: the name of a restricted person is in no export, and admins read it. */
const names = new Set(["restrictions.subject"]);

test("no column holds a secret that can be read: it is a hash, a public key, sealed, or wrapped", () => {
  const readable = [...stores.values()].flatMap(({ table, secrets }) =>
    secrets
      .filter((column) => !/_hash$|^public_key$|^sealed_|^wrapped$/.test(column))
      .map((column) => `${table}.${column}`)
      .filter((column) => !names.has(column)),
  );
  expect(readable).toEqual([]);
  expect(stores.get("connections")?.secrets).toContain("sealed_tokens");
});
