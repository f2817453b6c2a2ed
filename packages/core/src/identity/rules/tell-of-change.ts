import type { IdentityContext } from "../../context";
import { languageOf } from "../../language";
import { later } from "./later";
import { waysChanged } from "./mails/account-mails";

/** Mails a person that a way to sign in to their account has changed. The answer does not wait for the mail. */
export function tellOfChange(
  ctx: IdentityContext,
  userId: string,
  what: Parameters<typeof waysChanged>[1]["what"],
): void {
  if (!ctx.mail.isConfigured) return;
  later(ctx, "telling of a changed sign-in", async () => {
    const user = await ctx.db.identity.users.find(userId);
    if (!user) return;
    const language = languageOf(user.language) ?? ctx.language;
    await ctx.mail.send(waysChanged(ctx.webUrl, { email: user.email, language, what }));
  });
}
