import { signIn } from "next-auth/react";

/** Signs in with an account that was just made, and loads the home page. */
export async function signInAndOpen(email: string, password: string): Promise<void> {
  await signIn("credentials", { email, password, redirect: false });
  window.location.assign("/");
}
