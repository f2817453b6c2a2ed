import type { IdentityRules } from "../../context";
import { AppError } from "../../errors";

/** Throws `FORBIDDEN` if this address may not sign up without an invitation. The error says who may. */
export function refuseUnwanted({ signUp }: IdentityRules, email: string): void {
  if (signUp === "open") return;
  if (signUp === "closed")
    throw new AppError("FORBIDDEN", "Nobody can sign up here without an invitation", {
      hint: "Ask an admin of your workspace for an invitation.",
    });
  const domain = email.split("@")[1];
  if (domain && signUp.includes(domain)) return;
  throw new AppError("FORBIDDEN", `Only addresses of ${signUp.join(", ")} can sign up here`, {
    hint: "Use your address there, or ask an admin of your workspace for an invitation.",
  });
}
