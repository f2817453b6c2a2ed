import "server-only";

import { signInPath } from "@besunny/web-kit/server/sign-in-path";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { handlers } from "./runtime";

/** Returns the platform admin who is signed in; redirects everybody else to sign in. */
export async function requireAdmin() {
  const asked = await headers();
  const session = await handlers.session(asked);
  if (session?.user.isPlatformAdmin) return session.user;
  redirect(signInPath(asked));
}

/** Returns the rules of sign-up, and if mails can be sent. */
export async function entryRules() {
  return (await handlers.caller(await headers())).identity.entryRules();
}
