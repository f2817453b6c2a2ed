import type { Files } from "@besunny/connectors/files/files";
import { z } from "zod";
import type { Signer } from "../../context";

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

const folderOf = (workspaceId: string) => `anchors/${workspaceId}`;
const DIGITS = 12;

/** Returns the words that are signed. */
function wordsOf({ workspaceId, seq, hash, at }: Omit<Anchor, "keyId" | "signature">): string {
  return JSON.stringify({ at, hash, seq, workspaceId });
}

/** Keeps the end of a chain. The same end is kept once. */
export async function keepAnchor(
  { files, signer }: { files: Files; signer: Signer },
  end: Omit<Anchor, "keyId" | "signature">,
): Promise<boolean> {
  const key = `${folderOf(end.workspaceId)}/${String(end.seq).padStart(DIGITS, "0")}.json`;
  if (await files.exists(key)) return false;
  await files.write(key, Buffer.from(JSON.stringify({ ...end, ...signer.sign(wordsOf(end)) })));
  return true;
}

/** Reads the kept ends of a chain in order. One that does not read, or has another signature, is `isTrue` false; null if its key is not there. */
export async function readAnchors(
  { files, signer }: { files: Files; signer: Signer },
  workspaceId: string,
): Promise<{ key: string; anchor: Anchor | null; isTrue: boolean | null }[]> {
  const keys = (await files.list(folderOf(workspaceId))).sort();
  return Promise.all(
    keys.map(async (key) => {
      const anchor = anchorIn(Buffer.from(await files.read(key)).toString());
      const isOfLog = anchor?.workspaceId === workspaceId;
      return {
        key,
        anchor,
        isTrue: anchor !== null && isOfLog ? signer.isSigned(wordsOf(anchor), anchor) : false,
      };
    }),
  );
}

function anchorIn(text: string): Anchor | null {
  try {
    return Anchor.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
