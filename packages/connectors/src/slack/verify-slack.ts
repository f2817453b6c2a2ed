import { createHmac, timingSafeEqual } from "node:crypto";

const MOST_SECONDS = 300;

/** Returns whether a body was signed with the signing secret of the app within five minutes of `now`. */
export function isSlackSigned(
  body: string,
  { timestamp, signature }: { timestamp: string; signature: string },
  { signingSecret, now }: { signingSecret: string; now: Date },
): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > MOST_SECONDS) return false;
  const wanted = Buffer.from(slackSignature(body, { timestamp, signingSecret }));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Returns the signature of a body, as Slack writes it. */
export function slackSignature(
  body: string,
  { timestamp, signingSecret }: { timestamp: string; signingSecret: string },
): string {
  const hash = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
  return `v0=${hash}`;
}
