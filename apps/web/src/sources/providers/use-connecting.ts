import type { SourceKind } from "@besunny/api/browser/vocabulary";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";

export type Whose = "personal" | "organisation";

function tell(error: unknown): void {
  const { message, hint } = problemOf(error);
  toast.failed(message, hint ?? undefined);
}

/** Sends the browser to the consent page of the provider, which sends the person back. */
function goTo({ url }: { url: string }): void {
  window.location.assign(url);
}

/** Returns what begins the consent for a kind of source, and what begins it again for an account. */
export function useConnecting() {
  const trpc = useTRPC();
  const begin = useMutation(
    trpc.connections.begin.mutationOptions({ onSuccess: goTo, onError: tell }),
  );
  const again = useMutation(
    trpc.connections.reconnect.mutationOptions({ onSuccess: goTo, onError: tell }),
  );

  return {
    /** Stays true until the browser has left. */
    isGoing: [begin, again].some(({ isPending, isSuccess }) => isPending || isSuccess),
    connect: (kind: SourceKind, { whose, isPractice }: { whose: Whose; isPractice: boolean }) =>
      begin.mutate({
        kinds: [kind],
        kind: whose,
        isPractice,
        returnTo: `/sources/add?kind=${kind}`,
      }),
    reconnect: (id: string, returnTo: string) => again.mutate({ id, returnTo }),
  };
}
