"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** A button that makes the next version of the workspace's key. Nothing is lost by it, so it does not ask. */
export function RotateKey() {
  const t = useTranslations("encryption");
  const trpc = useTRPC();
  const changed = useToldChange(trpc.encryption.pathKey());
  const rotate = useMutation(trpc.encryption.rotate.mutationOptions(changed(t("rotated"))));

  return (
    <div className="mt-4">
      <Button variant="secondary" loading={rotate.isPending} onClick={() => rotate.mutate({})}>
        {t("rotate")}
      </Button>
    </div>
  );
}
