import type { World } from "../world";

type Channel = {
  id: string;
  address: string;
  token: string | null;
  resourceId: string;
  expiration: number;
  seen: number;
  sent: number;
};

export type Channels = ReturnType<typeof createChannels>;

/** Channels on which Google says that something changed. A message has headers and no body; it may come twice, or never. */
export function createChannels(
  world: World,
  { longest, prefix }: { longest: number; prefix: string },
) {
  const channels = new Map<string, Channel>();
  const send = async (channel: Channel, state: "sync" | "change") => {
    channel.sent += 1;
    await fetch(channel.address, {
      method: "POST",
      headers: {
        "x-goog-channel-id": channel.id,
        "x-goog-channel-expiration": new Date(channel.expiration).toUTCString(),
        "x-goog-message-number": String(channel.sent),
        "x-goog-resource-id": channel.resourceId,
        "x-goog-resource-state": state,
        ...(channel.token && { "x-goog-channel-token": channel.token }),
      },
    }).catch(() => {});
  };
  return {
    /** Opens a channel; its life is never longer than the longest, whatever was asked for. */
    open(
      asked: { id?: string; address?: string; token?: string; expiration?: string },
      resource: string,
    ) {
      const now = world.now().getTime();
      const wanted = Number(asked.expiration ?? now + 3_600_000);
      const channel = {
        id: asked.id ?? "",
        address: asked.address ?? "",
        token: asked.token ?? null,
        resourceId: `${prefix}-${Buffer.from(resource).toString("base64url")}`,
        expiration: Math.min(wanted, now + longest),
        seen: world.journal.length,
        sent: 0,
      };
      channels.set(channel.id, channel);
      void send(channel, "sync");
      return {
        kind: "api#channel",
        id: channel.id,
        resourceId: channel.resourceId,
        resourceUri: `https://www.googleapis.com/${resource}`,
        ...(channel.token && { token: channel.token }),
        expiration: String(channel.expiration),
      };
    },
    has: (id: string) => channels.has(id),
    stop(id: string, resourceId: string): boolean {
      return channels.get(id)?.resourceId === resourceId && channels.delete(id);
    },
    /** Sends what is due. `times` may be 0 or 2, for messages that are lost or come twice. */
    async deliver(times = 1): Promise<number> {
      const now = world.now().getTime();
      const due = [...channels.values()].filter(
        ({ expiration, seen }) => expiration > now && seen < world.journal.length,
      );
      for (const channel of due) {
        channel.seen = world.journal.length;
        for (let n = 0; n < times; n++) await send(channel, "change");
      }
      return due.length;
    },
  };
}
