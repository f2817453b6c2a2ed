import "server-only";

import { safePath } from "@besunny/api/browser/safe-path";
import { signInPath } from "@besunny/web-kit/server/sign-in-path";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";

import { handlers } from "./runtime";

/** Returns the session of the request, looked up once; null if nobody is signed in. */
export const currentSession = cache(async () => handlers.session(await headers()));

/** Returns the session and its workspace. Redirects people without one to sign in; they come back to the same page. */
export async function requireSession() {
  const session = await currentSession();
  if (session) return session;
  redirect(signInPath(await headers()));
}

/** Sends those who have signed in already on to where they wanted to go. */
export async function requireNoSession(next?: string): Promise<void> {
  if (await currentSession()) redirect(safePath(next));
}

/** Returns the rules of sign-up, and if mails can be sent. */
export async function entryRules() {
  return (await handlers.caller(await headers())).identity.entryRules();
}
