import { randomBytes } from "node:crypto";

import type { IdentityContext } from "../../context";
import { languageOf } from "../../language";
import { tokenHash } from "../../token-hash";
import type { App, SessionMethod } from "../contract";
import { accountEntry } from "./account-entry";
import { later } from "./later";
import { newDevice } from "./mails/account-mails";

const DAYS_VALID = 30;

type Opening = {
  userId: string;
  app: App;
  /** The token that the browser got at its last sign-in. */
  device: string | null | undefined;
  method: SessionMethod;
  hasSecondFactor: boolean;
  operation: `identity.${string}`;
  details?: Record<string, string>;
  /** The organisation that proved the person: its session reaches its workspace alone. */
  organisation?: {
    onlyWorkspaceId: string;
    connectionId: string;
    issuerSid: string | null;
    issuerSubject: string;
  };
};

/**
 * Opens a session for a person who has proven who they are, and remembers the browser. Mails the person if they have signed in before, and never
 * in this browser. Returns the browser's new token.
 */
export async function openSession(
  ctx: IdentityContext,
  { userId, app, device: held, method, hasSecondFactor, operation, details, organisation }: Opening,
): Promise<{ sessionId: string; device: string }> {
  const { ip, userAgent, clock } = ctx;
  const now = clock();
  const before = held ? tokenHash(held) : null;
  const device = randomBytes(24).toString("base64url");
  const { session, isNew } = await ctx.db.identity.transaction(
    async ({ sessions, devices, access }) => {
      const isKnown = before !== null && (await devices.find(before, userId)) !== null;
      const isFirst = !(await sessions.hasAny(userId));
      const opened = await sessions.create({
        userId,
        app,
        ip,
        userAgent: userAgent.slice(0, 300),
        expiresAt: new Date(now.getTime() + DAYS_VALID * 86_400_000),
        method,
        hasSecondFactor,
        confirmedAt: now,
        ...organisation,
      });
      await devices.remember(userId, tokenHash(device), { before, now });
      const about = { userId, subjects: [opened.id], details: { app, ...details } };
      await access.recordAccountAudit(userId, accountEntry(ctx, { operation, ...about }));
      return { session: opened, isNew: !isKnown && !isFirst };
    },
  );
  if (isNew) later(ctx, "telling of a new browser", () => tell(ctx, userId, now));
  return { sessionId: session.id, device };
}

async function tell(ctx: IdentityContext, userId: string, at: Date): Promise<void> {
  const user = await ctx.db.identity.users.find(userId);
  if (!user || !ctx.mail.isConfigured) return;
  const language = languageOf(user.language) ?? ctx.language;
  const { ip, userAgent, webUrl } = ctx;
  await ctx.mail.send(newDevice(webUrl, { email: user.email, language, ip, userAgent, at }));
}
