import "server-only";

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

/** Sends those who have signed in already to their workspace. */
export async function requireNoSession(): Promise<void> {
  if (await handlers.session(await headers())) redirect("/");
}
