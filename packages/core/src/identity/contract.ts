import { z } from "zod";

import { type Role, roles } from "../access/actions";
import { languages } from "../language";
import { secret } from "../operation/secret";
import { count, idIn, instant } from "../shapes";

/** The apps that people sign in to. */
export const apps = ["web", "admin"] as const;
export type App = (typeof apps)[number];

/** The ways by which a session was opened. */
export const sessionMethods = ["password", "passkey", "oidc", "saml", "supabase"] as const;
export type SessionMethod = (typeof sessionMethods)[number];

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("This does not look like an email address"));

/** The schema of a new password. Only its length counts (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const newPassword = secret(
  z.string().min(10, "Use at least 10 characters").max(200, "Use at most 200 characters"),
);

export const givenPassword = secret(z.string().min(1, "Enter your password").max(200));
export const personName = z.string().trim().min(1, "Enter your name").max(120);

/** The token of a link that was mailed or handed over. */
export const linkToken = secret(z.string().min(10).max(100));

/** The form of a person who signs up without an invitation. */
export const signUpInput = z.object({
  name: personName,
  email,
  password: newPassword,
  workspaceName: z.string().trim().min(1, "Name your workspace").max(120),
});
export type SignUpInput = z.output<typeof signUpInput>;

/** A person's account, without its password. */
export const Account = z.object({
  id: idIn("usr"),
  email: z.string(),
  name: z.string(),
  isPlatformAdmin: z.boolean(),
});

/** The account of the person who is signed in; `language` is null if their browser decides. */
export const OwnAccount = Account.extend({ language: z.enum(languages).nullable() });

/** A workspace that a person belongs to, with their role there. */
export const OwnWorkspace = z.object({ id: idIn("ws"), name: z.string(), role: z.enum(roles) });

/** A browser or app in which a person is signed in; `isCurrent` marks the session of the caller. */
export const SessionSummary = z.object({
  id: idIn("ses"),
  app: z.enum(apps),
  userAgent: z.string(),
  ip: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  isCurrent: z.boolean(),
});

/** The workspace that a person has joined, and the address of their account. */
export const Joined = z.object({ email: z.string(), workspaceId: idIn("ws") });

/** A session that was opened, and what its browser is known by from now on. */
export const SignedIn = z.object({
  user: z.object({ id: idIn("usr"), name: z.string(), email: z.string() }),
  sessionId: idIn("ses"),
  device: z.string(),
});

/** Returns where an issuer knows us: both addresses are of one connection alone, so that no answer counts for another. */
export function ssoPlaceOf(
  webUrl: string,
  { id, kind }: { id: string; kind: "oidc" | "saml" },
): { entityId: string; callbackUrl: string } {
  const entityId = `${webUrl}/api/auth/sso/${kind}/${id}`;
  return { entityId, callbackUrl: `${entityId}/${kind === "saml" ? "acs" : "callback"}` };
}

/** A rule by which a group of an organisation decides on a role. */
export const RoleRule = z.object({
  group: z.string().trim().min(1).max(300),
  role: z.enum(roles).exclude(["owner"]),
});

/** Returns the highest role that the groups of a person give, or the default one. Nobody becomes an owner so. */
export function roleFor(
  groups: readonly string[],
  { rules, defaultRole }: { rules: readonly z.output<typeof RoleRule>[]; defaultRole: Role },
): Role {
  const given = rules.filter(({ group }) => groups.includes(group)).map(({ role }) => role);
  return roles.find((role) => given.some((each) => each === role)) ?? defaultRole;
}

/** The number of sessions and of API keys that have ended. */
export const Ended = z.object({ ended: count, keysEnded: count });
