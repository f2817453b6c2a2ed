import "server-only";

import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { handlers } from "./runtime";

/** The platform admin who asks; everybody else is sent to sign in. */
export async function requireAdmin() {
  const asked = await headers();
  const session = await handlers.session(asked);
  if (session?.user.isPlatformAdmin) return session.user;

  const path = asked.get("x-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}
