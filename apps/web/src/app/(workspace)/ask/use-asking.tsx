"use client";

import type { Inputs, Outputs } from "@besunny/api/browser/outputs";
import { useTRPC, useTRPCClient } from "@besunny/web-kit/trpc/client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

type Item = Outputs["conversations"]["ask"] extends AsyncIterable<infer Each> ? Each : never;
/** The last item of an answer: whether one was found, its citations, its table. */
export type Outcome = Omit<Extract<Item, { kind: "done" }>, "kind">;
/** A question of the thread and the place that it takes. */
export type Asked = Omit<Inputs["conversations"]["ask"], "id">;

/** An answer as it is being written. */
export type Live = {
  asked: Asked;
  turnId: string | null;
  state: Outputs["conversations"]["get"]["turns"][number]["state"];
  text: string;
  outcome: Outcome | null;
  error: unknown;
};

/** Asks in a conversation and keeps what has been written so far, also when the connection is lost. */
export function useAsking(id: string) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [live, setLive] = useState<Live | null>(null);
  const running = useRef<{ unsubscribe: () => void } | null>(null);
  const change = useCallback(
    (next: (before: Live) => Live) => setLive((before) => before && next(before)),
    [],
  );
  const refresh = useCallback(
    () => queryClient.invalidateQueries(trpc.conversations.pathFilter()),
    [queryClient, trpc],
  );

  const ask = useCallback(
    (asked: Asked) => {
      running.current?.unsubscribe();
      setLive({ asked, turnId: null, state: "writing", text: "", outcome: null, error: null });
      const subscription = client.conversations.ask.subscribe(
        { id, ...asked },
        {
          onData(item) {
            if (item.kind === "asked") return change((now) => ({ ...now, turnId: item.turnId }));
            if (item.kind === "text")
              return change((now) => ({ ...now, text: now.text + item.text }));
            change((now) => ({ ...now, state: "done", outcome: item }));
            subscription.unsubscribe();
            void refresh();
          },
          onError: fail,
          // The link would ask again from the start after each lost connection: that is for the person to decide.
          onConnectionStateChange({ state, error }) {
            if (state === "connecting" && error) fail(error);
          },
        },
      );
      running.current = subscription;

      function fail(error: unknown) {
        subscription.unsubscribe();
        change((now) => (now.state === "done" ? now : { ...now, state: "failed", error }));
        void refresh();
      }
    },
    [change, client, id, refresh],
  );

  const stop = useCallback(() => {
    running.current?.unsubscribe();
    change((now) => (now.state === "writing" ? { ...now, state: "stopped" } : now));
    void refresh();
  }, [change, refresh]);

  useEffect(() => () => running.current?.unsubscribe(), []);

  return { live, ask, stop };
}
