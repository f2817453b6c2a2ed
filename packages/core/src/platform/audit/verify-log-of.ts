import { z } from "zod";
import { readAnchors } from "../../audit/contract/chain/anchors";
import { platformChain } from "../../audit/contract/chain/platform-chain";
import { Verified, verifyChain } from "../../audit/contract/chain/verify-chain";
import { platformFlow } from "../../operation/platform";
import { idIn } from "../../shapes";
import { readLogLinks } from "./read-log-links";

/** Checks every entry of the platform's own log, or of a workspace's, against its chain. Says no more of a workspace's entries than which one is wrong. */
export const verifyLogOf = platformFlow("platform.verify-log-of", {
  title: "Verify the audit log of the platform or of a workspace",
  permission: "audit.readPlatform",
  input: z.object({ workspaceId: idIn("ws").nullable() }),
  output: Verified,
  doors: ["admin"],

  async handle({ caller, ...tools }, { workspaceId }) {
    const chain = workspaceId ?? platformChain;
    return verifyChain(chain, {
      read: (part) => readLogLinks(caller, { chain, ...part }),
      anchors: await readAnchors(tools, chain),
    });
  },
});
