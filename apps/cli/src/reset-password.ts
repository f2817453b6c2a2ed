import { makePasswordReset } from "@besunny/core/identity/make-password-reset";
import { createRuntime } from "@besunny/runtime/runtime";
import { fromCommandLine } from "./from-command-line";

/** Prints a link to choose a new password, for a person who cannot get it by mail. Anyone who has the link can take the account. */
export async function resetPassword(
  email: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  if (!email) throw new TypeError("There is no address. Try: pnpm besunny reset-password EMAIL");
  const runtime = await createRuntime({ app: "cli" });
  try {
    const identity = runtime.identityContext({
      ...fromCommandLine(),
      ip: "local",
      userAgent: "besunny reset-password",
    });
    const link = await makePasswordReset(identity, { email });
    if (!link)
      throw new TypeError(`There is no account of ${email}. Check the address and try again`);
    say(`Give this link to ${email}. It works once, until ${link.expiresAt.toUTCString()}:`);
    say(link.url);
  } finally {
    await runtime.close();
  }
}
