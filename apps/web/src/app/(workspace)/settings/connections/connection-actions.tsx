"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Link } from "@besunny/web-kit/link";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Activity, PlugZap, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConnecting } from "~/sources/providers/use-connecting";
import type { Connection } from "~/sources/source";

import { Disconnect } from "./disconnect";

/** Test it, connect it again, or disconnect it. Only who connected an account can do so. */
export function ConnectionActions({ connection }: { connection: Connection }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const tell = useTold();
  const cache = useQueryClient();
  const connecting = useConnecting();
  const [isLeaving, setLeaving] = useState(false);
  const { id, provider, address, state, isMine } = connection;
  const test = useMutation(
    trpc.connections.test.mutationOptions({
      onSuccess: ({ isOk, problem }) =>
        isOk
          ? toast.done(t("testOk", { address }))
          : toast.failed(t("testFailed", { address }), problem ? tell(problem) : undefined),
      onError: (error) =>
        toast.failed(problemOf(error).message, problemOf(error).hint ?? undefined),
      onSettled: () => cache.invalidateQueries(trpc.connections.pathFilter()),
    }),
  );
  const isFirst = state === "reconnect" || state === "limited";

  return (
    <div className="flex flex-wrap gap-2">
      {isMine && provider !== "imap" && (
        <Button
          size="sm"
          variant={isFirst ? "primary" : "secondary"}
          icon={<PlugZap aria-hidden />}
          loading={connecting.isGoing}
          onClick={() => connecting.reconnect(id, "/settings/connections")}
        >
          {t("reconnect")}
        </Button>
      )}
      {isMine && provider === "imap" && (
        <Button asChild size="sm" variant={isFirst ? "primary" : "secondary"}>
          <Link href={`/sources/add?kind=imap&again=${id}`}>
            <PlugZap aria-hidden />
            {t("reconnect")}
          </Link>
        </Button>
      )}
      <Button
        size="sm"
        icon={<Activity aria-hidden />}
        loading={test.isPending}
        onClick={() => test.mutate({ id })}
      >
        {t("test")}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={<Unplug aria-hidden />}
        onClick={() => setLeaving(true)}
      >
        {t("disconnect")}
      </Button>
      {isLeaving && <Disconnect connection={connection} onClose={() => setLeaving(false)} />}
    </div>
  );
}
