import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { filesOf, partOf } from "@besunny/core/compliance/contract/evidence";
import { expect, test } from "vitest";
import { verifyEvidence } from "./verify-evidence";
import { zipEvidence } from "./zip-evidence";

const at = new Date("2026-12-01T10:00:00Z");

function aSigner() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const pem = String(publicKey.export({ type: "spki", format: "pem" }));
  const der = publicKey.export({ type: "spki", format: "der" });
  const id = createHash("sha256").update(der).digest().subarray(0, 8).toString("hex");
  return {
    sign: (text: string) => ({
      keyId: id,
      signature: sign(null, Buffer.from(text), privateKey).toString("base64"),
    }),
    isSigned: () => null,
    publicKeys: () => [{ id, pem }],
  };
}

async function aPack() {
  const rows = [{ cells: ["=Ada", "owner"] }];
  const part = partOf("people", {
    title: "People",
    controls: ["SOC 2 CC6.2"],
    columns: ["name", "role"],
    rows,
    at,
  });
  const signer = aSigner();
  const draw = async () => Buffer.from("%PDF");
  return filesOf({ id: "ws_1", name: "Mill", at }, [part], { signer, draw });
}

test("a pack as it was made has no fault, and no formula", async () => {
  const files = await aPack();
  expect(await verifyEvidence(await zipEvidence(files))).toMatchObject({
    about: "ws_1",
    faults: [],
  });
  const table = files.find(({ path }) => path === "people.csv")?.bytes ?? [];
  expect(Buffer.from(table).toString()).toContain("'=Ada");
});

test.for(["people.csv", "manifest.json"])("a changed %s is found", async (name) => {
  const files = (await aPack()).map(({ path, bytes }) => ({
    path,
    bytes:
      path === name
        ? Buffer.from(Buffer.from(bytes).toString().replace("ws_1", "ws_2").replace("Ada", "Eve"))
        : bytes,
  }));
  const { faults } = await verifyEvidence(await zipEvidence(files));
  expect(faults.join()).toMatch(/was changed/);
});

test("a file that was taken out or put in, and a manifest that another key signed, are found", async () => {
  const files = await aPack();
  const without = files.filter(({ path }) => path !== "people.csv");
  const bytes = Buffer.from("x");
  const { faults } = await verifyEvidence(
    await zipEvidence([...without, { path: "other.csv", bytes }]),
  );
  expect(faults).toEqual(["people.csv is missing.", "other.csv is not of the pack."]);

  const signatureIn = (pack: typeof files) => {
    const bytes = pack.find(({ path }) => path === "signature.json")?.bytes ?? [];
    return JSON.parse(Buffer.from(bytes).toString());
  };
  const { signature } = signatureIn(await aPack());
  const forged = Buffer.from(JSON.stringify({ ...signatureIn(files), signature }));
  const mixed = files.map((file) =>
    file.path === "signature.json" ? { ...file, bytes: forged } : file,
  );
  expect((await verifyEvidence(await zipEvidence(mixed))).faults).toHaveLength(1);
});
