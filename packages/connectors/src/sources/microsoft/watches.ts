import type { Subscription } from "@microsoft/microsoft-graph-types";

import { isFailure } from "../failures";
import type { Account, RootRef, Source, Watch } from "../source";
import { type MicrosoftTools, openGraph } from "./client";

/** The longest life of a subscription in minutes, less an hour for clocks that differ. */
const DRIVE_MINUTES = 42_300 - 60;
const OUTLOOK_MINUTES = 4_230 - 60;
const TRANSCRIPT_MINUTES = 4_320 - 60;

type Watched = { resource: string; change: string; prefer?: readonly string[] };
const ask = { about: "root" } as const;

/** The three methods of a source that Microsoft can push for. A push only says "look now". */
export function watching(
  tools: MicrosoftTools,
  watched: (root: RootRef) => Watched,
): Required<Pick<Source, "watch" | "renew" | "unwatch">> {
  const now = tools.now ?? (() => new Date());
  const endOf = (resource: string) =>
    new Date(now().getTime() + minutesOf(resource) * 60_000).toISOString();
  return {
    async watch(account: Account, root, { url, secret }) {
      const { resource, change, prefer } = watched(root);
      const body = {
        changeType: change,
        notificationUrl: url,
        lifecycleNotificationUrl: url,
        resource,
        expirationDateTime: endOf(resource),
        clientState: secret,
      };
      const how = { ...ask, ...(prefer && { prefer }) };
      const made = await openGraph(tools, account).post<Subscription>("/subscriptions", body, how);
      return watchOf(made);
    },
    async renew(account, watch) {
      const body = { expirationDateTime: endOf(watch.resource ?? "") };
      const path = `/subscriptions/${encodeURIComponent(watch.id)}`;
      return watchOf(await openGraph(tools, account).patch<Subscription>(path, body, ask));
    },
    async unwatch(account, watch) {
      const path = `/subscriptions/${encodeURIComponent(watch.id)}`;
      await openGraph(tools, account)
        .remove(path, ask)
        .catch((error) => {
          if (!isFailure(error, "root-gone")) throw error;
        });
    },
  };
}

function minutesOf(resource: string): number {
  if (resource.includes("/root")) return DRIVE_MINUTES;
  return resource.includes("Transcripts") ? TRANSCRIPT_MINUTES : OUTLOOK_MINUTES;
}

function watchOf({ id, expirationDateTime, resource }: Subscription): Watch {
  return {
    id: id ?? "",
    expiresAt: new Date(expirationDateTime ?? 0),
    resource: resource ?? null,
  };
}
