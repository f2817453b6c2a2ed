import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

/** Returns what a person can do with one source. Each says what became of it. */
export function useSourceVerbs({ id, name }: { id: string; name: string }) {
  const t = useTranslations("sources");
  const trpc = useTRPC();
  const router = useRouter();
  const changed = useToldChange(trpc.sources.pathKey());
  const look = useMutation(trpc.sources.lookNow.mutationOptions(changed(t("asked"))));
  const compare = useMutation(trpc.sources.compare.mutationOptions(changed(t("compared"))));
  const pause = useMutation(trpc.sources.pause.mutationOptions(changed(t("pausedNow", { name }))));
  const resume = useMutation(
    trpc.sources.resume.mutationOptions(changed(t("resumedNow", { name }))),
  );
  const keep = useMutation(trpc.sources.answer.mutationOptions(changed(t("answeredKeep"))));
  const drop = useMutation(trpc.sources.answer.mutationOptions(changed(t("answeredRemove"))));
  const again = useMutation(trpc.sources.answer.mutationOptions(changed(t("asked"))));
  const remove = useMutation(
    trpc.sources.remove.mutationOptions(
      changed(t("removed", { name }), () => router.push("/sources")),
    ),
  );

  return {
    isBusy: [look, compare, pause, resume, keep, drop, again, remove].some(
      ({ isPending }) => isPending,
    ),
    look: () => look.mutate({ id }),
    compare: () => compare.mutate({ id }),
    pause: () => pause.mutate({ id }),
    resume: () => resume.mutate({ id }),
    answer: (answer: "keep" | "remove" | "look-again") =>
      ({ keep, remove: drop, "look-again": again })[answer].mutate({ id, answer }),
    remove: (keeps: boolean) => remove.mutate({ id, keeps }),
  };
}
