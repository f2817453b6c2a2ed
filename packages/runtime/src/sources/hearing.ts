import type { HookCall, HookNotice } from "@besunny/connectors/sources/hooks";

import type { Env } from "../env";

/** A provider that calls one address for the whole app. */
type AppProvider = "dropbox" | "google";

/** Returns what understands the calls of providers. Nothing in a call is believed but what its secret proves. */
export function createHearing(env: Env) {
  return {
    /** Understands a call at the address of one source. `secret` is what it claims. The keeper of the address proves it. */
    async ofSource(call: HookCall): Promise<{ notice: HookNotice; secret: string | null }> {
      const shown = call.header("x-goog-channel-token");
      if (shown !== null) {
        const { hearGoogle } = await import("@besunny/connectors/sources/google/hear");
        return { notice: hearGoogle(call, shown), secret: shown };
      }
      const { objectIn } = await import("@besunny/connectors/sources/hooks");
      const { hearMicrosoft } = await import("@besunny/connectors/sources/microsoft/hear");
      const claimed = claimedIn(objectIn(call.body));
      return { notice: hearMicrosoft(call, claimed ?? ""), secret: claimed };
    },

    /** Understands a call at the address of the whole app. Null: the operator has not set it up. */
    async ofApp(provider: AppProvider, call: HookCall): Promise<HookNotice | null> {
      if (provider === "dropbox") {
        if (!env.DROPBOX_CLIENT_SECRET) return null;
        const { hearDropbox } = await import("@besunny/connectors/sources/dropbox/hear");
        return hearDropbox(call, env.DROPBOX_CLIENT_SECRET);
      }
      if (!env.GOOGLE_PUBSUB_TOKEN) return null;
      const { hearGoogle } = await import("@besunny/connectors/sources/google/hear");
      return hearGoogle(call, env.GOOGLE_PUBSUB_TOKEN);
    },
  };
}

/** The secret that the first notice of Microsoft shows. */
function claimedIn(body: Record<string, unknown> | null): string | null {
  const first: unknown = Array.isArray(body?.value) ? body.value[0] : null;
  if (typeof first !== "object" || !first || !("clientState" in first)) return null;
  return typeof first.clientState === "string" ? first.clientState : null;
}
