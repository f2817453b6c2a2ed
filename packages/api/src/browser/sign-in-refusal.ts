const WAIT = "wait:";
const FACTOR = "factor:";

/** The data of a form that asks for a second factor. `question` is for the browser's authenticator. */
export type AskedFactor = { ways: readonly string[]; question: object | null };

/** Why a sign-in was refused, as next-auth hands it to the form: a wait in seconds, words for the person, or nothing that helps. */
export type SignInRefusal =
  | { kind: "wait"; seconds: number }
  | { kind: "factor"; asked: AskedFactor }
  | { kind: "told"; message: string }
  | { kind: "unknown" };

/** The one text that next-auth passes on, for a person who has to wait. */
export function waitText(seconds: number): string {
  return `${WAIT}${seconds}`;
}

/** The text that next-auth passes on for a person whose account asks for a second factor. */
export function factorText(asked: AskedFactor): string {
  return `${FACTOR}${JSON.stringify(asked)}`;
}

export function readSignInRefusal(error: string | null | undefined): SignInRefusal {
  if (!error || error === "CredentialsSignin") return { kind: "unknown" };
  if (error.startsWith(FACTOR))
    return { kind: "factor", asked: JSON.parse(error.slice(FACTOR.length)) };
  const seconds = error.startsWith(WAIT) ? Number(error.slice(WAIT.length)) : Number.NaN;
  return seconds > 0 ? { kind: "wait", seconds } : { kind: "told", message: error };
}
