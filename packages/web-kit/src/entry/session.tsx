/** Signs a person in by email and password. The library is loaded only now: few pages need it, and then once. */
export async function signInByPassword(credentials: { email: string; password: string }) {
  const { signIn } = await import("next-auth/react");
  return signIn("credentials", { ...credentials, redirect: false });
}

/** Signs the person out and goes to the sign-in page; with `stay`, loads the same page again. */
export async function signOut({ stay = false } = {}): Promise<void> {
  const { signOut: end } = await import("next-auth/react");
  if (!stay) return void (await end({ callbackUrl: "/sign-in" }));
  await end({ redirect: false });
  window.location.reload();
}
