type Credentials = { email: string; password: string };

/** The second factor after a right password: a code, a recovery code, or the answer of a passkey as JSON. */
export type Factor = { code: string } | { recoveryCode: string } | { passkey: string };

async function enter(given: Record<string, string>) {
  const { signIn } = await import("next-auth/react");
  return signIn("credentials", { ...given, redirect: false });
}

/** Signs a person in by email and password. The library is loaded only now: few pages need it, and then once. */
export function signInByPassword(credentials: Credentials) {
  return enter(credentials);
}

/** Completes a sign-in that asks for a second factor. */
export function signInByFactor(factor: Factor) {
  return enter({ ...factor, way: "factor" });
}

/** Signs a person in with a passkey alone. Rejects if the person would not choose one. */
export async function signInByPasskey() {
  const { entryClient } = await import("../trpc/entry-client");
  const { signWithPasskey } = await import("../security/passkey");
  const { question } = await entryClient().security.beginPasskeySignIn.mutate();
  const answer = await signWithPasskey(question);
  return enter({ passkey: JSON.stringify(answer), way: "passkey" });
}

/** Signs the person out and goes to the sign-in page; with `stay`, loads the same page again. */
export async function signOut({ stay = false } = {}): Promise<void> {
  const { signOut: end } = await import("next-auth/react");
  if (!stay) return void (await end({ callbackUrl: "/sign-in" }));
  await end({ redirect: false });
  window.location.reload();
}
