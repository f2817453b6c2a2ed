import type { Tools } from "@besunny/core/context";
import { AppError, unauthenticated } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";

/** The rights are checked again after this time, because nothing announces that a session or key ran out. */
const LOOK_AGAIN_MS = 30_000;

type Allowed = {
  /** Returns the caller with their present rights; null if nobody is signed in any more. */
  authenticate(): Promise<Caller | null>;
  changes: Pick<Tools["changes"], "onRights">;
  signal?: AbortSignal | undefined;
  lookAgainMs?: number;
};

/**
 * Yields the items of a stream while its reader's rights stay the same. Any change ends it: a sign-out, a removal, another role or project,
 * a revoked key. It throws `UNAUTHENTICATED` for a reader who is no longer let in, else `PROVIDER_UNAVAILABLE`. After that the reader
 * connects again and gets a stream with the new rights.
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
      // A reader whose rights cannot be looked up gets nothing more.
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
    // The signal ends a read under way; nobody waits for it here.
    void items.return(undefined).catch(() => undefined);
  }
}

function rightsOf({ workspaceId, actor }: Caller): string {
  return JSON.stringify([workspaceId, actor]);
}

function rightsChanged(): AppError {
  return new AppError("PROVIDER_UNAVAILABLE", "Your rights have changed", {
    hint: "Connect again.",
  });
}
