"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useTRPCClient } from "@besunny/web-kit/trpc/client";
import { useCallback, useEffect, useRef, useState } from "react";

/** The last thing an answer's stream tells. */
export type Outcome = Extract<AnswerEvent, { kind: "done" }>;
type AnswerEvent = Outputs["ask"]["answer"] extends AsyncIterable<infer Event> ? Event : never;

export type Scope = { projectId?: string; documentId?: string };

type Answer = {
  state: "idle" | "writing" | "done" | "failed" | "stopped";
  text: string;
  outcome: Outcome | null;
  error: unknown;
};

const idle: Answer = { state: "idle", text: "", outcome: null, error: null };

/** Asks whenever question or scope change, and keeps what has been written so far. */
export function useAnswer(question: string, { projectId, documentId }: Scope) {
  const client = useTRPCClient();
  const [answer, setAnswer] = useState<Answer>(idle);
  const [round, setRound] = useState(0);
  const running = useRef<{ unsubscribe: () => void } | null>(null);

  useEffect(() => {
    if (!question) return setAnswer(idle);
    setAnswer({ ...idle, state: "writing" });
    const subscription = client.ask.answer.subscribe(
      {
        question,
        scope: { ...(projectId ? { projectId } : {}), ...(documentId ? { documentId } : {}) },
      },
      {
        onData(event) {
          if (event.kind === "text") {
            setAnswer((before) => ({ ...before, text: before.text + event.text }));
            return;
          }
          setAnswer((before) => ({ ...before, state: "done", outcome: event }));
          subscription.unsubscribe();
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
      setAnswer((before) =>
        before.state === "done" ? before : { ...before, state: "failed", error },
      );
    }
    return () => subscription.unsubscribe();
  }, [client, question, projectId, documentId, round]);

  const stop = useCallback(() => {
    running.current?.unsubscribe();
    setAnswer((before) => (before.state === "writing" ? { ...before, state: "stopped" } : before));
  }, []);

  return { answer, stop, askAgain: () => setRound((before) => before + 1) };
}
