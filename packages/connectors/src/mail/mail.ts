export type Message = {
  to: string;
  subject: string;
  text: string;
  /** Names the mail, so that mailboxes show a mail once that was sent twice. */
  id?: string;
  attachments?: readonly { filename: string; content: Uint8Array; contentType: string }[];
};

export type Mail = {
  /** Sends a message; false when no mail server is configured, so that the caller can offer the link itself. */
  send(message: Message): Promise<boolean>;
  /** Connects to the mail server and signs in, and sends nothing. Rejects when that fails or no server is configured. */
  verify(): Promise<void>;
  isConfigured: boolean;
};

/** `url` as in `smtp://user:password@host:587`; without it nothing is sent. */
export function createMail({ url, from }: { url?: string | undefined; from: string }): Mail {
  if (!url)
    return {
      send: async () => false,
      verify: () => Promise.reject(new Error("SMTP_URL is not set")),
      isConfigured: false,
    };
  const transport = lazily(async () => (await import("nodemailer")).createTransport(url));
  return {
    isConfigured: true,
    send: async ({ id, attachments = [], ...message }) => {
      const messageId = id && `<${id}@${hostOf(from)}>`;
      await (await transport()).sendMail({
        from,
        ...message,
        ...(messageId && { messageId }),
        attachments: attachments.map((each) => ({ ...each, content: Buffer.from(each.content) })),
      });
      return true;
    },
    verify: async () => void (await (await transport()).verify()),
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
