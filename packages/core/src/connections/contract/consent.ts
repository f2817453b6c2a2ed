import { sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { secret } from "../../operation/secret";
import { connectionKinds } from "./connection-words";

/** A path within the web app, to come back to. */
export const ReturnPath = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)[^\\]*$/, "Give a path of this app")
  .default("/sources");

/** The wish of a person to connect something. */
export const Wish = z.object({
  kinds: z.array(z.enum(sourceKinds)).min(1).max(sourceKinds.length),
  kind: z.enum(connectionKinds).default("personal"),
  isPractice: z.boolean().default(false),
  returnTo: ReturnPath,
});

/** The end of a consent. With `other-account` nothing was kept: the person signed in with another account than the one to reconnect. */
export const consentOutcomes = ["connected", "limited", "other-account", "refused"] as const;
export const Connected = z.object({
  outcome: z.enum(consentOutcomes),
  id: z.string().nullable(),
  address: z.string().nullable(),
  /** The rights that were asked for and not given. */
  missing: z.array(z.object({ scope: z.string(), words: z.string(), isNeeded: z.boolean() })),
  returnTo: z.string(),
});
export type Connected = z.infer<typeof Connected>;

/** The address that a person came back to. It holds a code, so it is in no log. */
export const ReturnUrl = secret(z.string().max(8000));
export const ReturnState = secret(z.string().min(20).max(200));

/** Consents are given within this time, or begun again. */
export const CONSENT_MS = 15 * 60_000;
