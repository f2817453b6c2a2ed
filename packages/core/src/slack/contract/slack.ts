import { z } from "zod";

import type { SealedPlace } from "../../context";
import { secret } from "../../operation/secret";
import { instant } from "../../shapes";

export const slackTroubles = ["limited", "down", "revoked", "refused"] as const;

/** The Slack of a workspace, and the caller's own link with it. */
export const SlackState = z.object({
  install: z
    .object({
      teamName: z.string(),
      /** The trouble of the last message. `revoked`: the app has to be installed again. The others end by themselves. */
      trouble: z.enum(slackTroubles).nullable(),
      installedByName: z.string().nullable(),
      createdAt: instant,
    })
    .nullable(),
  mine: z.object({ slackUser: z.string(), isProven: z.boolean() }).nullable(),
});

/** A sealed token on its way between operations: in no audit row, log or trace. */
export const Sealed = secret(z.custom<Uint8Array>((given) => given instanceof Uint8Array));

export const Place = z.object({ channel: z.string().max(50), ts: z.string().max(50) });

/** The place that the token of a workspace is sealed for. */
export function tokenOf(workspaceId: string): SealedPlace {
  return { table: "slack_installs", column: "sealed_token", id: workspaceId };
}

/** The place that the state of an installation is sealed for. */
export function stateOf(workspaceId: string): SealedPlace {
  return { table: "slack_installs", column: "state", id: workspaceId };
}

/** The state of an installation: whose it is, in which session, and until when. */
export const InstallState = z.object({
  userId: z.string(),
  sessionId: z.string(),
  until: z.number(),
});
