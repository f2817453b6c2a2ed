const WAIT = "wait:";

/** Why a sign-in was refused, as next-auth hands it to the form: a wait in seconds, words for the person, or nothing that helps. */
export type SignInRefusal =
  | { kind: "wait"; seconds: number }
  | { kind: "told"; message: string }
  | { kind: "unknown" };

/** The one text that next-auth passes on, for a person who has to wait. */
export function waitText(seconds: number): string {
  return `${WAIT}${seconds}`;
}

export function readSignInRefusal(error: string | null | undefined): SignInRefusal {
  if (!error || error === "CredentialsSignin") return { kind: "unknown" };
  const seconds = error.startsWith(WAIT) ? Number(error.slice(WAIT.length)) : Number.NaN;
  return seconds > 0 ? { kind: "wait", seconds } : { kind: "told", message: error };
}
