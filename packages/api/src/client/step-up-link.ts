import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";

import type { AppRouter } from "./router";

/**
 * Returns a link that lets a person prove who they are where a call asks for it, and makes the call once more. `prove` returns false if they
 * would not; the call then fails as it did.
 */
export function stepUpLink(prove: () => Promise<boolean>): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let isOver = false;
        const call = (isAgain: boolean) =>
          next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error(error) {
              if (isAgain || error.data?.code !== "STEP_UP_NEEDED") return observer.error(error);
              void prove().then((isProven) => {
                if (isOver) return;
                if (isProven) running = call(true);
                else observer.error(error);
              });
            },
          });
        let running = call(false);
        return () => {
          isOver = true;
          running.unsubscribe();
        };
      });
}
