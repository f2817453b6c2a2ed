import type { AnchorPlace } from "@besunny/connectors/anchors/anchor-place";
import type { Files } from "@besunny/connectors/files/files";
import { z } from "zod";
import type { Signer } from "../../../context";

/** The end of a chain as it once was, signed and kept outside of the database. */
export const Anchor = z.object({
  workspaceId: z.string(),
  seq: z.number().int(),
  hash: z.string(),
  at: z.string(),
  keyId: z.string(),
  signature: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

/** An anchor as it was read: whose `isTrue` is false if it was changed, and null if its key is not there. */
export type ReadAnchor = { key: string; anchor: Anchor | null; isTrue: boolean | null };

export type AnchorTools = { files: Files; anchorPlaces: readonly AnchorPlace[]; signer: Signer };

const folderOf = (workspaceId: string) => `anchors/${workspaceId}`;
const DIGITS = 12;

/** Returns the words that are signed. */
function wordsOf({ workspaceId, seq, hash, at }: Omit<Anchor, "keyId" | "signature">): string {
  return JSON.stringify({ at, hash, seq, workspaceId });
}

/**
 * Keeps the end of a chain with the files, and at each other place that the operator has set up. Returns whether it was new. Throws after all were tried
 * if a place did not take it. A bucket is then tried again in an hour; a hook or a mailbox gets the next end, which proves this one too.
 */
export async function keepAnchor(
  { files, anchorPlaces, signer }: AnchorTools,
  end: Omit<Anchor, "keyId" | "signature">,
): Promise<boolean> {
  const key = `${folderOf(end.workspaceId)}/${String(end.seq).padStart(DIGITS, "0")}.json`;
  const bytes = Buffer.from(JSON.stringify({ ...end, ...signer.sign(wordsOf(end)) }));
  const isNew = !(await files.exists(key));
  if (isNew) await files.write(key, bytes);
  const asked = anchorPlaces.filter(({ keepsOnce }) => isNew || keepsOnce);
  const kept = await Promise.allSettled(asked.map(({ keep }) => keep(key, bytes)));
  const failed = kept.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  if (failed.length > 0) throw new AggregateError(failed, "An anchor was not kept everywhere");
  return isNew;
}

/** Reads the kept ends of a chain in order, from the files and from each other place that can be read. */
export async function readAnchors(
  { files, anchorPlaces, signer }: AnchorTools,
  workspaceId: string,
): Promise<ReadAnchor[]> {
  const folder = folderOf(workspaceId);
  const readAs = (key: string, bytes: Uint8Array): ReadAnchor => {
    const anchor = anchorIn(Buffer.from(bytes).toString());
    const isOfLog = anchor?.workspaceId === workspaceId;
    const isTrue = anchor !== null && isOfLog ? signer.isSigned(wordsOf(anchor), anchor) : false;
    return { key, anchor, isTrue };
  };
  const own = (await files.list(folder)).map(async (key) => readAs(key, await files.read(key)));
  const elsewhere = anchorPlaces.map(async ({ name, list }) =>
    (await list(folder)).map(({ key, bytes }) => readAs(`${key} (${name})`, bytes)),
  );
  const all = [...(await Promise.all(own)), ...(await Promise.all(elsewhere)).flat()];
  return all.sort((one, other) => (one.key < other.key ? -1 : 1));
}

function anchorIn(text: string): Anchor | null {
  try {
    return Anchor.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
