import "server-only";

import { safePath } from "@besunny/api/browser/safe-path";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { handlers } from "./runtime";

/** Who asks, and in which workspace; whoever has not signed in is sent to do so and comes back to the same page. */
export async function requireSession() {
  const asked = await headers();
  const session = await handlers.session(asked);
  if (session) return session;

  const path = asked.get("x-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** Sends those who have signed in already on to where they wanted to go. */
export async function requireNoSession(next?: string): Promise<void> {
  if (await handlers.session(await headers())) redirect(safePath(next));
}

/** Who may sign up here, and whether mails can be sent. */
export async function entryRules() {
  return (await handlers.caller(await headers())).identity.entryRules();
}
