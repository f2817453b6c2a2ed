export type Message = {
  to: string;
  subject: string;
  text: string;
  /** Names the mail, so that mailboxes show a mail once that was sent twice. */
  id?: string;
};

/** Sends a message; false when no mail server is configured, so that the caller can offer the link itself. */
export type Mail = { send(message: Message): Promise<boolean>; isConfigured: boolean };

/** `url` as in `smtp://user:password@host:587`; without it nothing is sent. */
export function createMail({ url, from }: { url?: string | undefined; from: string }): Mail {
  if (!url) return { send: async () => false, isConfigured: false };
  const transport = lazily(async () => (await import("nodemailer")).createTransport(url));
  return {
    isConfigured: true,
    send: async ({ id, ...message }) => {
      const messageId = id && `<${id}@${hostOf(from)}>`;
      await (await transport()).sendMail({ from, ...message, ...(messageId && { messageId }) });
      return true;
    },
  };
}

/** Returns the part after the @ of an address such as `BeSunny <news@example.org>`. */
function hostOf(address: string): string {
  return /@([^\s>]+)/.exec(address)?.[1] ?? "localhost";
}

/** Most processes never send a message, and need not load the library that does. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
