import type { KnownBlock } from "@slack/types";

/** Why Slack did not do what was asked. `limited`, `down`: ask again later. `revoked`: the app has to be installed again. */
export type SlackTrouble = "limited" | "down" | "revoked" | "no-user" | "refused";

export type SlackAnswer<Value> =
  | { trouble: null; value: Value }
  | { trouble: SlackTrouble; said: string; retryAfterSeconds: number | null };

export type SlackMessage = { text: string; blocks: KnownBlock[] };
export type SlackPlace = { channel: string; ts: string };

/** The outcome of an installation: the workspace of Slack, and the token of the app in it. */
export type SlackInstalled = { teamId: string; teamName: string; token: string };

/** Speaks with Slack. No call rejects: an answer names its trouble. */
export type Slack = {
  /** False where the operator has named no Slack app. */
  isSetUp: boolean;
  /** Returns the address at which an admin of Slack installs the app. */
  consentUrl(state: string): string;
  install(code: string): Promise<SlackAnswer<SlackInstalled>>;
  /** Takes the app out of the workspace of Slack. */
  revoke(token: string): Promise<SlackAnswer<null>>;
  findUser(token: string, email: string): Promise<SlackAnswer<string>>;
  /** Posts into a channel, or to a person by their id. */
  post(token: string, channel: string, message: SlackMessage): Promise<SlackAnswer<SlackPlace>>;
  update(token: string, place: SlackPlace, message: SlackMessage): Promise<SlackAnswer<null>>;
  /** Answers a click with words that its person alone sees. */
  respond(responseUrl: string, text: string): Promise<SlackAnswer<null>>;
  /** Returns whether Slack signed these bytes within the last five minutes. */
  isSigned(body: string, signed: { timestamp: string; signature: string }, now: Date): boolean;
};
