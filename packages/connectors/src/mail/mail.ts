import { createTransport } from "nodemailer";

export type Message = { to: string; subject: string; text: string };

/** Sends a message; false when no mail server is configured, so that the caller can offer the link itself. */
export type Mail = { send(message: Message): Promise<boolean>; isConfigured: boolean };

/** `url` as in `smtp://user:password@host:587`; without it nothing is sent. */
export function createMail({ url, from }: { url?: string | undefined; from: string }): Mail {
  if (!url) return { send: async () => false, isConfigured: false };
  const transport = createTransport(url);
  return {
    isConfigured: true,
    send: async (message) => {
      await transport.sendMail({ from, ...message });
      return true;
    },
  };
}
