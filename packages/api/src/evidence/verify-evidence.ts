import { createHash, createPublicKey, verify } from "node:crypto";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { z } from "zod";

const Manifest = z.object({
  about: z.string(),
  madeAt: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});
const Signature = z.object({
  keyId: z.string(),
  signature: z.string(),
  publicKey: z.string().nullable(),
});
const ID_BYTES = 8;

/** The result of checking a pack: what it is about, by which key it was signed, and what is wrong with it. */
export type CheckedEvidence = { about: string; madeAt: string; keyId: string; faults: string[] };

/**
 * Checks an evidence pack by itself. Every file is there with the hash that the manifest names, and no other is. The key that the pack carries signed
 * the manifest. Whether that key is yours says its id, which the system page of the admin app shows. `keys` are keys to compare it with.
 */
export async function verifyEvidence(
  bytes: Uint8Array,
  keys: readonly { id: string; pem: string }[] = [],
): Promise<CheckedEvidence> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  const files = new Map<string, Uint8Array>();
  for (const entry of await zip.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  const manifest = Buffer.from(files.get("manifest.json") ?? []);
  const signed = Signature.parse(
    JSON.parse(Buffer.from(files.get("signature.json") ?? []).toString()),
  );
  const { about, madeAt, files: named } = Manifest.parse(JSON.parse(manifest.toString()));
  const faults: string[] = [];
  for (const { path, sha256 } of named) {
    const file = files.get(path);
    if (!file) faults.push(`${path} is missing.`);
    else if (createHash("sha256").update(file).digest("hex") !== sha256)
      faults.push(`${path} was changed.`);
  }
  const known = new Set(["manifest.json", "signature.json", ...named.map(({ path }) => path)]);
  for (const path of files.keys()) if (!known.has(path)) faults.push(`${path} is not of the pack.`);
  const pem = keys.find(({ id }) => id === signed.keyId)?.pem ?? signed.publicKey;
  if (!pem) faults.push("The pack carries no key, and none is known.");
  else if (idOf(pem) !== signed.keyId)
    faults.push("The key is not the one that the signature names.");
  else if (!verify(null, manifest, createPublicKey(pem), Buffer.from(signed.signature, "base64")))
    faults.push("The manifest was changed, or was signed with another key.");
  return { about, madeAt, keyId: signed.keyId, faults };
}

/** Returns the id of a key: the first bytes of the hash of its DER. */
function idOf(pem: string): string {
  const der = createPublicKey(pem).export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest().subarray(0, ID_BYTES).toString("hex");
}
