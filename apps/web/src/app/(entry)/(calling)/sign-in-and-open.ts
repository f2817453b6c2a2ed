import { signInByPassword } from "@besunny/web-kit/entry/session";

/** Signs in with an account that was just made, and loads the home page. */
export async function signInAndOpen(email: string, password: string): Promise<void> {
  await signInByPassword({ email, password });
  window.location.assign("/");
}
