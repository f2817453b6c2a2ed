import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { ensureSecrets, readSecrets, updateSecrets } from "./secrets";

let dataDirectory: string;

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), "besunny-secrets-"));
});

afterEach(() => rmSync(dataDirectory, { recursive: true }));

test("it generates different secrets of full strength and keeps them", async () => {
  expect(await readSecrets({ dataDirectory })).toBeNull();
  const secrets = await ensureSecrets({ dataDirectory });

  const { postgresPort, encryptionKey, ...texts } = secrets;
  expect(new Set(Object.values(texts)).size).toBe(Object.keys(texts).length);
  expect(Buffer.from(encryptionKey, "base64")).toHaveLength(32);
  expect(await ensureSecrets({ dataDirectory })).toEqual(secrets);
  expect(postgresPort).toBeGreaterThan(1023);
});

test("it lets nobody but the owner read them, also after a change", async () => {
  await ensureSecrets({ dataDirectory });
  await updateSecrets({ dataDirectory }, { postgresPort: 20_000 });

  expect(statSync(join(dataDirectory, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDirectory)).toEqual(["secrets.json"]);
  expect((await readSecrets({ dataDirectory }))?.postgresPort).toBe(20_000);
});

test("it gives all who ask at once the same secrets", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => ensureSecrets({ dataDirectory })));

  expect(new Set(all.map(({ authSecret }) => authSecret)).size).toBe(1);
});

test("it never replaces a damaged file, since the keys of the data are in it", async () => {
  writeFileSync(join(dataDirectory, "secrets.json"), '{"authSecret": "abc');

  await expect(ensureSecrets({ dataDirectory })).rejects.toThrow(/damaged.*Restore/);
});

test("it says that a file stands where the directory should be", async () => {
  const file = join(dataDirectory, "a file");
  writeFileSync(file, "");

  for (const place of [file, join(file, "below")])
    await expect(ensureSecrets({ dataDirectory: place })).rejects.toThrow(
      /it is a file.*BESUNNY_DATA_DIR/,
    );
});

test.skipIf(process.platform !== "linux")(
  "it says so, and does not wait for ever, where no directory can be made",
  async () => {
    await expect(ensureSecrets({ dataDirectory: "/proc/besunny" })).rejects.toThrow(
      /cannot be written.*BESUNNY_DATA_DIR/,
    );
  },
);

test.skipIf(process.getuid?.() === 0)("it says so when it may not write", async () => {
  chmodSync(dataDirectory, 0o500);
  try {
    await expect(ensureSecrets({ dataDirectory })).rejects.toThrow(/cannot be written.*Give/);
  } finally {
    chmodSync(dataDirectory, 0o700);
  }
});
