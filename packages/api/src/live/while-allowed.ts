import type { Tools } from "@besunny/core/context";
import { AppError, unauthenticated } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";

/** Sessions and keys run out without anybody being told. */
const LOOK_AGAIN_MS = 30_000;

type Allowed = {
  /** Who asks, with the rights of this moment; null when nobody is signed in any more. */
  authenticate(): Promise<Caller | null>;
  changes: Pick<Tools["changes"], "onRights">;
  signal?: AbortSignal | undefined;
  lookAgainMs?: number;
};

/**
 * A stream that lives as long as the rights it was opened with. When anything changes that its reader may do (signed out, removed,
 * demoted, key revoked, another project), it ends: with `UNAUTHENTICATED` for who is no longer let in, else with
 * `PROVIDER_UNAVAILABLE`, after which a reader connects again and is served with the rights of then.
 */
export async function* whileAllowed<Item>(
  { authenticate, changes, signal, lookAgainMs = LOOK_AGAIN_MS }: Allowed,
  read: (ctx: Caller, signal: AbortSignal) => AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  const ctx = (await authenticate()) ?? unauthenticated();
  const opened = rightsOf(ctx);
  const ending = new AbortController();
  const look = () =>
    authenticate()
      .then((now) => {
        if (!now) ending.abort(new AppError("UNAUTHENTICATED", "Sign in to go on"));
        else if (rightsOf(now) !== opened) ending.abort(rightsChanged());
      })
      // Who cannot be asked about is not served further.
      .catch((error: unknown) => ending.abort(error));

  const unwatch =
    ctx.actor.kind === "user" ? changes.onRights(ctx.actor.id, look) : () => undefined;
  const timer = setInterval(look, lookAgainMs);
  try {
    yield* untilEnded(
      read(ctx, signal ? AbortSignal.any([signal, ending.signal]) : ending.signal),
      ending.signal,
    );
  } finally {
    clearInterval(timer);
    unwatch();
  }
}

/** Passes on what is read, and throws the reason of the end at once, also while the next item is still being waited for. */
async function* untilEnded<Item>(
  items: AsyncGenerator<Item>,
  ended: AbortSignal,
): AsyncGenerator<Item> {
  const end = Promise.withResolvers<never>();
  const fail = () => end.reject(ended.reason);
  ended.addEventListener("abort", fail, { once: true });
  end.promise.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([items.next(), end.promise]);
      if (next.done) break;
      ended.throwIfAborted();
      yield next.value;
    }
    ended.throwIfAborted();
  } finally {
    ended.removeEventListener("abort", fail);
    // What is still being read ends by its own signal; nobody waits for it here.
    void items.return(undefined).catch(() => undefined);
  }
}

function rightsOf({ workspaceId, actor }: Caller): string {
  return JSON.stringify([workspaceId, actor]);
}

function rightsChanged(): AppError {
  return new AppError("PROVIDER_UNAVAILABLE", "What you may do has changed", {
    hint: "Connect again.",
  });
}
