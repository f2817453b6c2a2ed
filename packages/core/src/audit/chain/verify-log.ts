import { z } from "zod";
import { flow } from "../../operation/flow";
import { readAnchors } from "../contract/chain/anchors";
import { Verified, verifyChain } from "../contract/chain/verify-chain";
import { readLinks } from "./read-links";

/** Checks every entry of the workspace's audit log against its chain: none was changed, removed or put between. */
export const verifyLog = flow("audit.verify-log", {
  title: "Verify the audit log",
  permission: "audit.read",
  input: z.object({}),
  output: Verified,
  doors: ["web", "rest"],
  uses: ["files", "anchorPlaces", "signer"],
  audit: { subjects: (verified) => [verified.workspaceId] },

  handle: async ({ caller, files, anchorPlaces, signer, signal, workspaceId }) =>
    verifyChain(workspaceId, {
      read: (part) => readLinks(caller, part),
      anchors: await readAnchors({ files, anchorPlaces, signer }, workspaceId),
      signal,
    }),
});
