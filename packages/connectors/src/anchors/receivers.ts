import type { GuardedFetch } from "../guarded-fetch";
import type { Mail } from "../mail/mail";
import type { AnchorPlace } from "./anchor-place";

const MINUTE_MS = 60_000;

/** Returns an address that gets each anchor as JSON by POST. It is another's to keep, and is not read again. */
export function createAnchorHook({
  url,
  fetch,
}: {
  url: string;
  fetch: GuardedFetch;
}): AnchorPlace {
  return {
    name: `hook ${new URL(url).host}`,
    keepsOnce: false,
    list: async () => [],
    async keep(_key, bytes) {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: Buffer.from(bytes),
        timeoutMs: MINUTE_MS,
        mostBytes: 64_000,
      });
      await answer.text();
      if (!answer.ok) throw new Error(`The hook for anchors answered ${answer.status}`);
    },
  };
}

/** Returns a mailbox that gets each anchor as a mail. The id of the mail is that of the anchor, so that a mailbox shows it once. */
export function createAnchorMailbox({
  to,
  mail,
}: {
  to: string;
  mail: Pick<Mail, "send">;
}): AnchorPlace {
  return {
    name: `mailbox ${to}`,
    keepsOnce: false,
    list: async () => [],
    async keep(key, bytes) {
      await mail.send({
        to,
        id: key.replaceAll("/", "."),
        subject: `BeSunny: the end of an audit log (${key})`,
        text: `${Buffer.from(bytes).toString()}\n`,
      });
    },
  };
}
